package org.evergreen.change;

import java.util.List;
import org.evergreen.installation.ChargingPermission;
import org.evergreen.payment.ShopperCharges;

/**
 * Makes up for what was interrupted: orders that the host has not taken, refunds that were not
 * asked for, and payments that wait for a shopper who has left. Charges without an answer are found
 * out about by {@link org.evergreen.payment.ChargeRecovery}.
 */
public class ChangeRecovery {

  private static final int BATCH = 100;

  private final ChangeRows rows;
  private final ChangeOrders orders;
  private final MoneyBack moneyBack;
  private final ShopperCharges charges;
  private final ChargingPermission permission;

  ChangeRecovery(
      ChangeRows rows,
      ChangeOrders orders,
      MoneyBack moneyBack,
      ShopperCharges charges,
      ChargingPermission permission) {
    this.rows = rows;
    this.orders = orders;
    this.moneyBack = moneyBack;
    this.charges = charges;
    this.permission = permission;
  }

  /** One round; none in a copy of the shop. Repeatable, and safe on several nodes at once. */
  public void recover() {
    if (!permission.granted()) {
      return;
    }
    List<ChangeRow> waiting = rows.waitingForTheShopper();
    waiting.forEach(row -> charges.cancel(row.id().reference()));
    orders.place(rows.withoutOrder(BATCH));
    moneyBack.payBack(rows.withoutRefund(BATCH));
  }
}
