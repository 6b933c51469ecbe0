package org.evergreen.change;

import java.time.Instant;
import java.util.List;
import org.evergreen.installation.ChargingPermission;
import org.evergreen.payment.ShopperCharges;
import org.evergreen.payment.ShopperConfirmations;
import org.evergreen.time.ShopTime;

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
  private final ShopTime time;

  ChangeRecovery(
      ChangeRows rows,
      ChangeOrders orders,
      MoneyBack moneyBack,
      ShopperCharges charges,
      ChargingPermission permission,
      ShopTime time) {
    this.rows = rows;
    this.orders = orders;
    this.moneyBack = moneyBack;
    this.charges = charges;
    this.permission = permission;
    this.time = time;
  }

  /** One round; none in a copy of the shop. Repeatable, and safe on several nodes at once. */
  public void recover() {
    if (!permission.granted()) {
      return;
    }
    Instant longAgo = time.now().minus(ShopperConfirmations.LIFE);
    List<ChangeRow> waiting = rows.waitingForTheShopper(longAgo);
    waiting.forEach(row -> charges.cancel(row.id().reference()));
    orders.place(rows.withoutOrder(BATCH));
    moneyBack.payBack(rows.withoutRefund(BATCH));
    moneyBack.giveBack(rows.paidInVain(BATCH));
  }
}
