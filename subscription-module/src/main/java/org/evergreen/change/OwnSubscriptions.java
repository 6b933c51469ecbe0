package org.evergreen.change;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.evergreen.calendar.Part;
import org.evergreen.calendar.Schedule;
import org.evergreen.change.proration.Proration.Timing;
import org.evergreen.subscription.Actor;
import org.evergreen.subscription.Beginning;
import org.evergreen.subscription.Discounts;
import org.evergreen.subscription.LineEdits;
import org.evergreen.subscription.LineTerms;
import org.evergreen.subscription.NewSubscription;
import org.evergreen.subscription.NewSubscription.Details;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionEvent;
import org.evergreen.subscription.SubscriptionEvent.What;
import org.evergreen.subscription.SubscriptionHistory;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.subscription.SubscriptionStarts;
import org.evergreen.subscription.SubscriptionStatus;
import org.evergreen.terms.RecurringDiscount.Reduction;
import org.evergreen.time.ShopTime;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;

/** Starts subscriptions that changes bring into being, in the caller's transaction. */
final class OwnSubscriptions {

  private final LineEdits edits;
  private final SubscriptionStarts starts;
  private final LineTerms terms;
  private final Discounts discounts;
  private final SubscriptionHistory history;
  private final NamedParameterJdbcOperations jdbc;
  private final ShopTime time;

  OwnSubscriptions(
      LineEdits edits,
      SubscriptionStarts starts,
      LineTerms terms,
      Discounts discounts,
      SubscriptionHistory history,
      NamedParameterJdbcOperations jdbc,
      ShopTime time) {
    this.edits = edits;
    this.starts = starts;
    this.terms = terms;
    this.discounts = discounts;
    this.history = history;
    this.jdbc = jdbc;
    this.time = time;
  }

  /** Moves a line, as it is after the change, to a subscription of its own. */
  SubscriptionId move(ChangeRow change, Actor actor, Instant at) {
    Subscription old = edits.lock(change.subscription());
    Details details =
        Details.usual()
            .renewing(old.automaticRenewal())
            .forRecipient(old.recipient())
            .startedBy(actor, change.summary() + "; moved here from subscription " + old.id());
    PlannedChange plan = change.plan();
    SubscriptionId own = start(change, old, beginning(old, plan.dates(), at), at, details);
    int made = old.paymentsMade() + (plan.dates().timing() == Timing.CYCLE_STARTS_NOW ? 1 : 0);
    jdbc.update(
        "update evergreen_subscription set payments_made = :made where id = :id",
        new MapSqlParameterSource("made", made).addValue("id", own.value()));
    keepDiscounts(old, own);
    if (!plan.isScheduled()) {
      keepTerm(own, at, change);
    }
    edits.edit(
        old.id(),
        actor,
        What.CHANGED,
        change.summary() + "; moved to subscription " + own,
        edit -> edit.removeLine(change.request().changedLine().orElseThrow()));
    return own;
  }

  private void keepTerm(SubscriptionId own, Instant at, ChangeRow change) {
    jdbc.queryForList(
            "select id from evergreen_subscription_line where subscription_id = :id",
            new MapSqlParameterSource("id", own.value()),
            Long.class)
        .forEach(line -> terms.keep(line, at, change.plan().payment()));
  }

  /** A part of the price goes along; an amount stays with what it was given for. */
  private void keepDiscounts(Subscription old, SubscriptionId own) {
    discounts.running(old.id()).stream()
        .filter(one -> one.discount().reduction() instanceof Reduction.Percent)
        .forEach(one -> discounts.add(own, one.discount(), "discount-" + one.id()));
  }

  private Beginning beginning(Subscription old, PlannedChange.Dates dates, Instant at) {
    boolean paidNow = dates.timing() == Timing.CYCLE_STARTS_NOW;
    Instant end =
        dates.timing() == Timing.AT_RENEWAL ? old.nextPaymentAt().orElse(dates.end()) : dates.end();
    LocalDateTime anchor = LocalDateTime.ofInstant(paidNow ? at : end, time.zone());
    OptionalInt left = dates.paymentsLeft();
    boolean last = left.isPresent() && left.getAsInt() == 0;
    return new Beginning(
        paidNow ? SubscriptionStatus.ACTIVE : old.status(),
        new Schedule(anchor, dates.interval(), time.zone()),
        paidNow ? 1 : 0,
        paidNow ? Part.whole() : Part.none(),
        left,
        paidNow ? Optional.empty() : old.trialEndsAt().filter(trial -> !trial.isAfter(end)),
        last ? Optional.empty() : Optional.of(end),
        paidNow ? Optional.of(at) : old.lastPaymentAt(),
        end,
        last ? Optional.of(end) : Optional.empty());
  }

  /** Starts the same again. */
  SubscriptionId startAgain(ChangeRow change, Actor actor, Instant at) {
    Subscription old = edits.lock(change.subscription());
    List<Item> items = change.plan().items();
    Optional<Instant> oldEnd =
        change.plan().dates().timing() == Timing.DATE_KEPT
            ? Optional.of(change.plan().dates().end())
            : Optional.empty();
    Beginning beginning = Resubscribing.beginning(items.get(0).offer(), at, oldEnd, time.zone());
    Details details =
        Details.usual()
            .renewing(old.automaticRenewal())
            .forRecipient(old.recipient())
            .resubscribing(old.id())
            .startedBy(actor, "Goes on from subscription " + old.id());
    SubscriptionId again = start(change, old, beginning, at, details);
    terms.keepFirst(again, Resubscribing.payments(items, beginning, at, time.zone()));
    history.append(
        List.of(
            new SubscriptionEvent(
                old.id(),
                time.now(),
                actor,
                What.RESUBSCRIBED,
                Optional.of(old.status()),
                old.status(),
                "Goes on as subscription " + again)));
    return again;
  }

  private SubscriptionId start(
      ChangeRow change, Subscription old, Beginning beginning, Instant at, Details details) {
    PlannedChange plan = change.plan();
    return starts
        .start(
            List.of(
                new NewSubscription(
                    old.billingAccount(),
                    old.customer(),
                    old.currency(),
                    old.method(),
                    old.shipTo(),
                    plan.dates().interval(),
                    at,
                    beginning,
                    old.origin(),
                    change.id().reference(),
                    plan.items().stream().map(Item::newLine).toList(),
                    details)))
        .get(0);
  }

  /** The subscription that a change brought into being, if it did. */
  Optional<SubscriptionId> startedBy(ChangeId change) {
    return jdbc
        .queryForList(
            "select id from evergreen_subscription where origin_key = :key",
            new MapSqlParameterSource("key", change.reference()),
            Long.class)
        .stream()
        .map(SubscriptionId::new)
        .findFirst();
  }
}
