package org.evergreen.admin.operations;

import java.util.Locale;

/** The lists of the operations pages, in the order of their tabs. */
enum OperationsTab {
  JOBS("Jobs", "What runs by itself, on whichever node has time."),
  EMAILS("E-mails", "E-mails that were given up, or of which nobody knows whether they were sent."),
  WEBHOOKS("Webhooks", "What gateways told the shop by themselves."),
  DISPUTES("Disputes", "Payments that customers contest at their banks."),
  REFUNDS("Refunds", "Money that was given back, and what came of it.");

  private final String label;
  private final String help;

  OperationsTab(String label, String help) {
    this.label = label;
    this.help = help;
  }

  /** All of them, for the tabs of a page. */
  public OperationsTab[] all() {
    return values();
  }

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String label() {
    return label;
  }

  public String help() {
    return help;
  }
}
