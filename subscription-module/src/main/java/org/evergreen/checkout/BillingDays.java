package org.evergreen.checkout;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.evergreen.plan.PlanOffer;
import org.evergreen.settings.Settings;
import org.evergreen.storefront.CustomerId;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionQueries;
import org.evergreen.terms.Alignment;
import org.evergreen.terms.AlignmentDay;
import org.evergreen.time.ShopTime;

/**
 * Offers a shopper the day on which he pays already for what he is about to subscribe to: the same
 * offers aligned to that day, their first payment prorated.
 */
public class BillingDays {

  private static final int LAST_DAY_OF_EVERY_MONTH = 28;

  private final SubscriptionQueries subscriptions;
  private final Settings settings;
  private final ShopTime time;

  BillingDays(SubscriptionQueries subscriptions, Settings settings, ShopTime time) {
    this.subscriptions = subscriptions;
    this.settings = settings;
    this.time = time;
  }

  /**
   * The offer for a cart; empty when the merchant makes none, or no line can be moved to a day on
   * which a running subscription of the same rhythm is paid.
   */
  public Optional<BillingDayOffer> offer(CustomerId customer, List<CartLine> lines) {
    if (!settings.current().checkout().billingDay()
        || lines.stream().noneMatch(BillingDays::canMove)) {
      return Optional.empty();
    }
    List<Subscription> running =
        subscriptions.ofCustomer(customer).stream()
            .filter(one -> one.status().renews() && one.nextPaymentAt().isPresent())
            .sorted(Comparator.comparing(one -> one.nextPaymentAt().orElseThrow()))
            .toList();
    List<BillingDayOffer.Move> moves = new ArrayList<>();
    lines.stream()
        .filter(BillingDays::canMove)
        .forEach(line -> move(line, running).ifPresent(moves::add));
    return moves.isEmpty() ? Optional.empty() : Optional.of(new BillingDayOffer(moves));
  }

  /** One interval of weeks, months or years, paid from now on, on no day of the merchant's. */
  private static boolean canMove(CartLine line) {
    return line.offer()
        .filter(offer -> offer.interval().count() == 1)
        .filter(offer -> offer.trial().isEmpty() && offer.alignment().isEmpty())
        .isPresent();
  }

  private Optional<BillingDayOffer.Move> move(CartLine line, List<Subscription> running) {
    PlanOffer offer = line.offer().orElseThrow();
    return running.stream()
        .filter(one -> one.interval().equals(offer.interval()))
        .flatMap(one -> dayOf(one).stream())
        .map(day -> move(line, offer, day))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<BillingDayOffer.Move> move(CartLine line, PlanOffer offer, AlignmentDay day) {
    Alignment alignment = new Alignment(day, Alignment.FirstPayment.PRORATED, 0);
    PlanOffer aligned = offer.alignedTo(alignment);
    LocalDate today = time.today();
    DueToday due = FirstPayments.of(aligned, today);
    if (due.why() != DueToday.Why.PRORATED) {
      return Optional.empty();
    }
    return Optional.of(
        new BillingDayOffer.Move(
            line.key(),
            line.sku().name(),
            aligned,
            due.payday().orElseThrow(),
            due.part().days(),
            due.amount().multipliedBy(line.quantity()),
            FirstPayments.of(offer, today).amount().multipliedBy(line.quantity()),
            offer.unitPrice().multipliedBy(line.quantity())));
  }

  private Optional<AlignmentDay> dayOf(Subscription subscription) {
    LocalDate next = time.dateOf(subscription.nextPaymentAt().orElseThrow());
    return switch (subscription.interval().unit()) {
      case DAY -> Optional.empty();
      case WEEK -> Optional.of(new AlignmentDay.Weekday(next.getDayOfWeek()));
      case MONTH -> dayOfMonth(next);
      case YEAR -> Optional.of(new AlignmentDay.DayOfYear(MonthDay.from(next)));
    };
  }

  /** The 29th to 31st exist in some months only, so no other subscription can be put on them. */
  private static Optional<AlignmentDay> dayOfMonth(LocalDate next) {
    return next.getDayOfMonth() <= LAST_DAY_OF_EVERY_MONTH
        ? Optional.of(new AlignmentDay.DayOfMonth(next.getDayOfMonth()))
        : Optional.empty();
  }
}
