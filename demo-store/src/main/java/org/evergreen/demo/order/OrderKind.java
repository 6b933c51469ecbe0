package org.evergreen.demo.order;

/** How an order came about. */
public enum OrderKind {
  /** Somebody checked out. */
  CHECKOUT(""),
  /** Due subscriptions were renewed. */
  RENEWAL("Renewal"),
  /** A subscription was changed, and the change had to be paid. */
  CHANGE("Change");

  private static final String OF_CHANGES = "change-";

  private final String label;

  OrderKind(String label) {
    this.label = label;
  }

  /** The kind of an order that the engine placed under a reference. */
  static OrderKind placedAs(String reference) {
    return reference.startsWith(OF_CHANGES) ? CHANGE : RENEWAL;
  }

  /** For a list; empty for what was checked out. */
  public String label() {
    return label;
  }

  /** Whether the engine placed it, paid already. */
  public boolean isOfSubscriptions() {
    return this != CHECKOUT;
  }
}
