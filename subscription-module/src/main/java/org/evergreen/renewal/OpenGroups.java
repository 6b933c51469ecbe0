package org.evergreen.renewal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.evergreen.payment.Charge;
import org.evergreen.payment.ChargePurpose;
import org.evergreen.payment.Charges;
import org.evergreen.payment.NewCharge;
import org.evergreen.sql.Columns;
import org.evergreen.time.ShopTime;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Writes priced groups down, each with its renewals and its charge, and moves the subscriptions on
 * to their next cycle. All of it is one transaction of the caller; afterwards the charges stand
 * with their keys, and no cycle in them can be billed a second time.
 */
final class OpenGroups {

  private record Renewal(PricedGroup group, PlannedRenewal plan) {

    DueSubscription subscription() {
      return plan.subscription();
    }

    /** The subscription has moved on to its next cycle when it was opened first. */
    boolean isOpenedAgain() {
      return group.plan().isSplitOff();
    }
  }

  private record Line(PricedGroup group, DueSubscription subscription, DueSubscription.Line line) {}

  private static final Columns<DueSubscription> READ =
      Columns.<DueSubscription>of()
          .bigint("id", subscription -> subscription.id().value())
          .bigint("version", DueSubscription::version)
          .numeric("credit", subscription -> subscription.paying().credit().getAmount());
  private static final String UNCHANGED =
      "select s.id from evergreen_subscription s join "
          + READ.rows()
          + " on v.id = s.id and v.version = s.version and v.credit = s.credit";

  private static final Columns<Renewal> RENEWAL =
      Columns.<Renewal>of()
          .bigint("subscription_id", renewal -> renewal.subscription().id().value())
          .integer("cycle", renewal -> renewal.plan().cycle())
          .bigint("group_id", renewal -> renewal.group().id().value())
          .timestamp("due_at", renewal -> renewal.plan().dueAt())
          .timestamp("term_end", renewal -> renewal.plan().termEnd())
          .numeric("amount", r -> r.group().amount(r.subscription()).getAmount())
          .numeric("tax", r -> r.group().tax(r.subscription()).getAmount())
          .numeric("credit", r -> r.group().credit(r.subscription()).getAmount())
          .bool("ships", r -> r.subscription().isShippedAtACharge());

  private static final Columns<Line> LINE =
      Columns.<Line>of()
          .bigint("group_id", line -> line.group().id().value())
          .bigint("line_id", line -> line.line().id())
          .bigint("subscription_id", line -> line.subscription().id().value())
          .text("sku_id", line -> line.line().sku().value())
          .text("name", line -> line.line().name())
          .integer("quantity", line -> line.line().quantity())
          .numeric("unit_price", line -> line.line().unitPrice().getAmount())
          .numeric("amount", line -> line.group().price(line.line()).amount().getAmount())
          .numeric("tax", line -> line.group().price(line.line()).tax().getAmount())
          .numeric("discount", line -> line.line().discount().getAmount())
          .bool("shipping_once", line -> line.line().shippingOnce());

  private static final Columns<Renewal> NEXT =
      Columns.<Renewal>of()
          .bigint("id", renewal -> renewal.subscription().id().value())
          .bigint("open_group_id", renewal -> renewal.group().id().value())
          .integer("next_cycle", renewal -> renewal.plan().cycle() + 1)
          .timestamp("next_payment_at", renewal -> renewal.plan().nextPaymentAt().orElse(null))
          .timestamp("ends_at", renewal -> renewal.plan().endsAt().orElse(null))
          .integer("payments_left", renewal -> paymentsLeft(renewal.plan()));
  private static final String MOVE_ON =
      "update evergreen_subscription s set open_group_id = v.open_group_id,"
          + " next_cycle = v.next_cycle,"
          // What was cancelled too late for this payment ends with the term that it pays for.
          + " next_payment_at = case when s.status = 'PENDING_CANCEL' then null"
          + " else v.next_payment_at end,"
          + " ends_at = case when s.status = 'PENDING_CANCEL' then s.ends_at else v.ends_at end,"
          + " payments_left = v.payments_left, version = s.version + 1 from "
          + NEXT.rows()
          + " where s.id = v.id";

  private static final String STAY =
      "update evergreen_subscription s set open_group_id = v.open_group_id,"
          + " version = s.version + 1 from "
          + NEXT.rows()
          + " where s.id = v.id";

  private final JdbcOperations jdbc;
  private final Charges charges;
  private final RenewalDiscounts discounts;
  private final RenewalCredits credits;
  private final RenewalSettlement settlement;
  private final SplitGroups splits;
  private final ShopTime time;

  OpenGroups(
      JdbcOperations jdbc,
      Charges charges,
      RenewalDiscounts discounts,
      RenewalCredits credits,
      RenewalSettlement settlement,
      SplitGroups splits,
      ShopTime time) {
    this.jdbc = jdbc;
    this.charges = charges;
    this.discounts = discounts;
    this.credits = credits;
    this.settlement = settlement;
    this.splits = splits;
    this.time = time;
  }

  /**
   * Opens the groups of accounts that are held. A group of another account, or with a subscription
   * that was changed since it was read, is dropped: it is still due.
   */
  Opened open(List<PricedGroup> priced, Set<Long> heldAccounts) {
    List<PricedGroup> groups = unchanged(splits.takeOver(held(priced, heldAccounts)));
    if (groups.isEmpty()) {
      return Opened.nothing();
    }
    write(groups);
    List<Charge> opened = charges.open(charges(groups));
    List<GroupOutcome> settled = withoutCharge(groups);
    settlement.settle(settled);
    int renewals = groups.stream().mapToInt(group -> group.plan().renewals().size()).sum();
    return Opened.of(renewals, opened, groups, settled);
  }

  private static List<PricedGroup> held(List<PricedGroup> groups, Set<Long> heldAccounts) {
    return groups.stream().filter(group -> heldAccounts.contains(group.plan().account())).toList();
  }

  private List<PricedGroup> unchanged(List<PricedGroup> groups) {
    List<DueSubscription> read =
        groups.stream()
            .flatMap(group -> group.plan().renewals().stream())
            .map(PlannedRenewal::subscription)
            .toList();
    Set<Long> unchanged = Set.copyOf(READ.query(jdbc, UNCHANGED, read, (row, n) -> row.getLong(1)));
    return groups.stream()
        .filter(
            group ->
                group.plan().renewals().stream()
                    .allMatch(r -> unchanged.contains(r.subscription().id().value())))
        .toList();
  }

  private void write(List<PricedGroup> groups) {
    Instant now = time.now();
    GroupRow.insert(jdbc, groups, now);
    List<Renewal> renewals = new ArrayList<>();
    List<Line> lines = new ArrayList<>();
    for (PricedGroup group : groups) {
      for (PlannedRenewal plan : group.plan().renewals()) {
        DueSubscription subscription = plan.subscription();
        renewals.add(new Renewal(group, plan));
        subscription.lines().forEach(line -> lines.add(new Line(group, subscription, line)));
      }
    }
    RENEWAL.update(jdbc, RENEWAL.insertInto("evergreen_renewal"), renewals);
    LINE.update(jdbc, LINE.insertInto("evergreen_renewal_line"), lines);
    NEXT.update(jdbc, MOVE_ON, renewals.stream().filter(r -> !r.isOpenedAgain()).toList());
    NEXT.update(jdbc, STAY, renewals.stream().filter(Renewal::isOpenedAgain).toList());
    splits.opened(groups);
    discounts.open(groups);
    credits.open(groups);
  }

  private static List<NewCharge> charges(List<PricedGroup> groups) {
    return groups.stream()
        .filter(PricedGroup::isCharged)
        .map(
            group ->
                new NewCharge(
                        group.id().reference(),
                        ChargePurpose.RENEWAL,
                        1,
                        group.plan().customer(),
                        group.plan().method().get(),
                        group.toPay(),
                        description(group.id()))
                    .paying(ChargedLines.of(group)))
        .toList();
  }

  private static List<GroupOutcome> withoutCharge(List<PricedGroup> groups) {
    List<GroupOutcome> outcomes = new ArrayList<>();
    for (PricedGroup group : groups) {
      if (group.isFree()) {
        outcomes.add(GroupOutcome.paid(group.id()));
      } else if (!group.isCharged()) {
        outcomes.add(uncharged(group));
      }
    }
    return outcomes;
  }

  private static GroupOutcome uncharged(PricedGroup group) {
    if (group.plan().isRefused()) {
      return GroupOutcome.refusedCard(group.id());
    }
    String why = group.plan().whyItWaits();
    return group.plan().splitOff().flatMap(SplitOff::failedAt).isPresent()
        ? GroupOutcome.withoutMethod(group.id(), why)
        : GroupOutcome.waiting(group.id(), why);
  }

  /** What the shopper reads on his statement. */
  static String description(RenewalGroupId group) {
    return "Renewal " + group;
  }

  private static Integer paymentsLeft(PlannedRenewal renewal) {
    return renewal.paymentsLeft().isPresent() ? renewal.paymentsLeft().getAsInt() : null;
  }
}
