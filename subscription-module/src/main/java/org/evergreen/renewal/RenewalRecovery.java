package org.evergreen.renewal;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.evergreen.installation.ChargingPermission;
import org.evergreen.payment.ChargeRecovery;
import org.evergreen.payment.RefundRecovery;
import org.evergreen.payment.ShopperCharges;
import org.evergreen.payment.ShopperConfirmations;
import org.evergreen.time.ShopTime;
import org.springframework.jdbc.core.JdbcOperations;

/** Finishes what a killed run left behind. */
public class RenewalRecovery {

  private static final int BATCH = 200;

  /** A run places its orders right after settling; recovery does not race it. */
  private static final Duration GRACE = Duration.ofMinutes(1);

  private record Unplaced(RenewalGroupId group, Instant paidAt) {}

  private final ChargeRecovery charges;
  private final RefundRecovery refunds;
  private final ShopperCharges shopperCharges;
  private final PlaceOrders orders;
  private final ChargingPermission permission;
  private final JdbcOperations jdbc;
  private final ShopTime time;

  RenewalRecovery(
      ChargeRecovery charges,
      RefundRecovery refunds,
      ShopperCharges shopperCharges,
      PlaceOrders orders,
      ChargingPermission permission,
      JdbcOperations jdbc,
      ShopTime time) {
    this.charges = charges;
    this.refunds = refunds;
    this.shopperCharges = shopperCharges;
    this.orders = orders;
    this.permission = permission;
    this.jdbc = jdbc;
    this.time = time;
  }

  /**
   * Finds out what became of charges and refunds whose answer never came, gives up charges that
   * wait for the shopper in vain, and places orders of paid renewals that have none. Repeatable. In
   * a copy of the shop it does nothing.
   *
   * @return how many charges and refunds were settled and orders placed
   */
  public int recover() {
    if (!permission.granted()) {
      return 0;
    }
    return charges.recover() + refunds.recover() + giveUp() + placeMissing();
  }

  /**
   * Charges that wait for the shopper although nobody waits for them any more: of early renewals
   * that he has not confirmed while there was time; of those whose retry ladder has ended, and of
   * those that another payment method is to pay.
   */
  private int giveUp() {
    int givenUp = 0;
    for (RenewalGroupId group : toGiveUp()) {
      if (shopperCharges.cancel(group.reference()).filter(c -> c.state().isFinal()).isPresent()) {
        givenUp++;
      }
    }
    return givenUp;
  }

  private List<RenewalGroupId> toGiveUp() {
    return jdbc.query(
        "select id from evergreen_renewal_group"
            + " where status = 'WAITING' and (early and opened_at <= ? or give_up_at is not null)"
            + " order by id",
        (row, n) -> new RenewalGroupId(row.getLong("id")),
        Timestamp.from(time.now().minus(ShopperConfirmations.LIFE)));
  }

  private int placeMissing() {
    int placed = 0;
    List<Unplaced> page = unplacedAfter(new Unplaced(new RenewalGroupId(0), Instant.EPOCH));
    while (!page.isEmpty()) {
      placed += orders.place(page.stream().map(Unplaced::group).toList());
      page = unplacedAfter(page.get(page.size() - 1));
    }
    return placed;
  }

  private List<Unplaced> unplacedAfter(Unplaced last) {
    return jdbc.query(
        "select id, paid_at from evergreen_renewal_group"
            + " where status = 'PAID' and order_id is null and paid_at <= ?"
            + " and (paid_at, id) > (?, ?) order by paid_at, id limit ?",
        (row, n) ->
            new Unplaced(
                new RenewalGroupId(row.getLong("id")), row.getTimestamp("paid_at").toInstant()),
        Timestamp.from(time.now().minus(GRACE)),
        Timestamp.from(last.paidAt()),
        last.group().value(),
        BATCH);
  }
}
