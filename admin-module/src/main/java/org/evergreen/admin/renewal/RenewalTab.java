package org.evergreen.admin.renewal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.evergreen.renewal.RenewalCounts;
import org.evergreen.renewal.RenewalList;

/** The lists of the renewals monitor, in the order of their tabs. */
enum RenewalTab {
  DUE("Due", "What comes next, overdue ones first.", null),
  RUNNING(
      "Running", "Being charged, or the gateway's answer is not known yet.", RenewalList.RUNNING),
  WAITING(
      "Waiting for shopper",
      "The shopper must confirm with his bank, or leave a payment method.",
      RenewalList.WAITING),
  FAILED("Failed", "Declined and owed.", RenewalList.FAILED),
  STUCK(
      "Stuck",
      "The gateway's answer is missing, or the process that was at it died. Both are looked after by"
          + " themselves within minutes; look closer when they stay here.",
      null),
  PARKED(
      "Parked",
      "The shop could not price them; they are set aside until you, or the shop itself, tries again.",
      null),
  UNPLACED(
      "Order missing",
      "Paid, but the shop has not taken the order. It is tried again every minute.",
      RenewalList.UNPLACED),
  DONE("Done", "Paid and ordered.", RenewalList.DONE);

  private final String label;
  private final String help;
  private final RenewalList list;

  RenewalTab(String label, String help, RenewalList list) {
    this.label = label;
    this.help = help;
    this.list = list;
  }

  /** The tab that an address names; the first one for anything else. */
  static RenewalTab of(String key) {
    return Arrays.stream(values()).filter(tab -> tab.key().equals(key)).findFirst().orElse(DUE);
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

  /** The groups that it lists; empty for lists of single subscriptions. */
  Optional<RenewalList> groups() {
    return Optional.ofNullable(list);
  }

  /**
   * How many there are; -1 for what is not counted.
   *
   * @param unknown charges whose answer is missing
   */
  public long count(RenewalCounts counts, long unknown) {
    return switch (this) {
      case DUE -> counts.due();
      case RUNNING -> counts.running();
      case WAITING -> counts.waiting();
      case FAILED -> counts.failed();
      case STUCK -> unknown;
      case PARKED -> counts.parked();
      case UNPLACED -> counts.unplaced();
      case DONE -> -1;
    };
  }

  /** Whether somebody should look when there are any. */
  public boolean alarming() {
    return this == FAILED || this == STUCK || this == PARKED || this == UNPLACED;
  }
}
