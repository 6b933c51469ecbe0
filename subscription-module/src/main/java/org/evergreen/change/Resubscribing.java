package org.evergreen.change;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.evergreen.calendar.Part;
import org.evergreen.calendar.Schedule;
import org.evergreen.plan.PlanOffer;
import org.evergreen.subscription.Beginning;
import org.evergreen.subscription.LinePayment;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionStatus;

/**
 * How a subscription begins that goes on from another: without a trial and a sign-up fee; from one
 * whose term still runs, with the first payment at the end of that term.
 */
final class Resubscribing {

  private Resubscribing() {}

  /** When the old term ends, if it still runs. */
  static Optional<Instant> oldEnd(Subscription old, Instant now) {
    return old.status() == SubscriptionStatus.PENDING_CANCEL
        ? old.endsAt().filter(end -> end.isAfter(now))
        : Optional.empty();
  }

  /** The same items under the same terms. */
  static List<Item> items(Subscription old) {
    return old.lines().stream().map(line -> withoutTrial(LookUps.current(old, line))).toList();
  }

  private static Item withoutTrial(Item item) {
    PlanOffer same = item.offer().withoutTrial();
    return new Item(same, item.product(), item.sku(), item.name(), item.kind(), item.quantity());
  }

  static Beginning beginning(PlanOffer offer, Instant now, Optional<Instant> oldEnd, ZoneId zone) {
    return oldEnd
        .map(end -> afterTheOldTerm(offer, end, zone))
        .orElseGet(() -> Beginning.of(offer, now, zone));
  }

  private static Beginning afterTheOldTerm(PlanOffer offer, Instant end, ZoneId zone) {
    Schedule schedule = new Schedule(LocalDateTime.ofInstant(end, zone), offer.interval(), zone);
    return new Beginning(
        SubscriptionStatus.ACTIVE,
        schedule,
        0,
        Part.none(),
        offer.length(),
        Optional.empty(),
        Optional.of(end),
        Optional.empty(),
        end,
        Optional.empty());
  }

  /** What the first payment pays for each item. */
  static List<LinePayment> payments(
      List<Item> items, Beginning beginning, Instant now, ZoneId zone) {
    Part part = beginning.paid();
    long days =
        ChronoUnit.DAYS.between(
            LocalDateTime.ofInstant(now, zone).toLocalDate(),
            LocalDateTime.ofInstant(beginning.paidUntil(), zone).toLocalDate());
    int cycle = part.isWhole() ? Math.toIntExact(Math.max(1, days)) : part.ofDays();
    return items.stream().map(item -> new LinePayment(part.of(item.price()), cycle)).toList();
  }
}
