package org.evergreen.renewal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.evergreen.sql.Columns;
import org.evergreen.subscription.DiscountMath;
import org.evergreen.subscription.Discounts;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.terms.RecurringDiscount;
import org.joda.money.Money;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * The recurring discounts in renewals: what each takes off, and that each payment counts once.
 * Writing takes part in the transaction of the caller.
 */
final class RenewalDiscounts {

  private record Row(
      RenewalGroupId group, SubscriptionId subscription, DueSubscription.Discount discount) {

    RecurringDiscount terms() {
      return discount.running().discount();
    }
  }

  private static final Columns<Row> COLUMNS =
      Columns.<Row>of()
          .bigint("group_id", row -> row.group().value())
          .bigint("subscription_id", row -> row.subscription().value())
          .bigint("discount_id", row -> row.discount().running().id())
          .text("label", row -> row.terms().label())
          .numeric("amount", row -> row.discount().amount().getAmount())
          .bool("counted", row -> row.terms().payments().isPresent());

  private static final String GIVE_BACK =
      "update evergreen_discount d set payments_left = d.payments_left + 1"
          + " from evergreen_renewal_discount rd join "
          + VoidedRenewal.COLUMNS.rows()
          + " on v.group_id = rd.group_id and v.subscription_id = rd.subscription_id"
          + " where d.id = rd.discount_id and rd.counted";

  private static final String USED =
      "select rd.discount_id from evergreen_renewal_discount rd"
          + " join evergreen_renewal r on r.group_id = rd.group_id"
          + " and r.subscription_id = rd.subscription_id and r.voided_at is null"
          + " where rd.group_id = any(?)";

  private final JdbcOperations jdbc;
  private final Discounts discounts;

  RenewalDiscounts(JdbcOperations jdbc, Discounts discounts) {
    this.jdbc = jdbc;
    this.discounts = discounts;
  }

  /** The subscriptions with the discounts that their next payment has. */
  List<DueSubscription> applied(List<DueSubscription> subscriptions) {
    Map<SubscriptionId, List<Discounts.Running>> running =
        discounts.running(subscriptions.stream().map(DueSubscription::id).toList());
    return running.isEmpty()
        ? subscriptions
        : subscriptions.stream()
            .map(bare -> applied(bare, running.getOrDefault(bare.id(), List.of())))
            .toList();
  }

  /** The same for renewals that are opened again: each has the discounts that it had. */
  List<DueSubscription> appliedAgain(List<DueSubscription> subscriptions, long[] groups) {
    Map<SubscriptionId, List<Discounts.Running>> had =
        discounts.usedBefore(jdbc.queryForList(USED, Long.class, (Object) groups));
    return subscriptions.stream()
        .map(bare -> applied(bare, had.getOrDefault(bare.id(), List.of())))
        .toList();
  }

  private static DueSubscription applied(DueSubscription bare, List<Discounts.Running> running) {
    if (running.isEmpty() || bare.lines().isEmpty()) {
      return bare;
    }
    List<Money> prices = bare.lines().stream().map(DueSubscription.Line::price).toList();
    List<RecurringDiscount> terms = running.stream().map(Discounts.Running::discount).toList();
    List<DueSubscription.Discount> applied = new ArrayList<>();
    Money before = Money.zero(bare.currency());
    for (int i = 0; i < running.size(); i++) {
      Money withThis = Money.total(DiscountMath.split(prices, terms.subList(0, i + 1)));
      applied.add(new DueSubscription.Discount(running.get(i), withThis.minus(before)));
      before = withThis;
    }
    return bare.discounted(DiscountMath.split(prices, terms), applied);
  }

  /** Writes down the discounts of groups that are opened; each has a payment less to come. */
  void open(Collection<PricedGroup> groups) {
    List<Row> rows = new ArrayList<>();
    for (PricedGroup group : groups) {
      for (PlannedRenewal renewal : group.plan().renewals()) {
        DueSubscription subscription = renewal.subscription();
        subscription
            .discounts()
            .forEach(discount -> rows.add(new Row(group.id(), subscription.id(), discount)));
      }
    }
    COLUMNS.update(jdbc, COLUMNS.insertInto("evergreen_renewal_discount"), rows);
    discounts.use(rows.stream().map(row -> row.discount().running()).toList());
  }

  /** A payment that is not owed any more is still to come for its counted discounts. */
  void giveBack(List<VoidedRenewal> voided) {
    VoidedRenewal.COLUMNS.update(jdbc, GIVE_BACK, voided);
  }
}
