package org.evergreen.subscription;

import static org.evergreen.subscription.SubscriptionStatus.PENDING;
import static org.evergreen.subscription.SubscriptionStatus.TRIALING;
import static org.evergreen.terms.IntervalUnit.DAY;
import static org.evergreen.testing.OfferBuilder.monthly;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.evergreen.checkout.PaidOrder;
import org.evergreen.checkout.SubscriptionCheckout;
import org.evergreen.payment.PaymentMethodId;
import org.evergreen.payment.PaymentMethods;
import org.evergreen.payment.sandbox.SandboxCard;
import org.evergreen.storefront.CustomerId;
import org.evergreen.storefront.PostalAddress;
import org.evergreen.storefront.ProductKind;
import org.evergreen.storefront.Sku;
import org.evergreen.testing.OfferBuilder;
import org.evergreen.testing.PaidOrderBuilder;

/**
 * Subscriptions in any status, ten days after they were bought, and every command that can be given
 * to them, by name.
 */
final class StatusWalk implements AutoCloseable {

  private static final Instant NOW = Instant.parse("2026-02-10T10:00:00Z");
  private static final Actor CLERK = Actor.merchant("clerk");
  private static final PostalAddress ELSEWHERE =
      new PostalAddress("Ada Green", "2 Side Street", "", "Graz", "", "8010", "AT", "");

  private final SubscriptionFixture fixture = new SubscriptionFixture();
  private final Sku coffee =
      fixture.shop.storefront().product("Coffee", ProductKind.PHYSICAL, "60.00");
  private final AtomicInteger shoppers = new AtomicInteger();
  private final Map<String, Consumer<SubscriptionId>> commands = new LinkedHashMap<>();

  StatusWalk() {
    SubscriptionCommands ends = fixture.commands;
    PauseCommands pauses = fixture.shop.get(PauseCommands.class);
    DateCommands dates = fixture.shop.get(DateCommands.class);
    DetailCommands details = fixture.shop.get(DetailCommands.class);
    PendingCommands pending = fixture.shop.get(PendingCommands.class);
    LocalDate march = LocalDate.parse("2026-03-10");
    commands.put("pause", id -> pauses.pause(Seen.any(id), CLERK, Optional.of(march)));
    commands.put("resume", id -> pauses.resume(Seen.any(id), CLERK));
    commands.put("skip", id -> dates.skipNext(Seen.any(id), CLERK));
    commands.put(
        "move", id -> dates.moveNextPayment(Seen.any(id), CLERK, march, DateMove.FROM_NOW_ON));
    commands.put("pay with", id -> details.payWith(Seen.any(id), CLERK, newMethod(id)));
    commands.put("ship to", id -> details.shipTo(Seen.any(id), CLERK, ELSEWHERE));
    commands.put("renew by hand", id -> details.automaticRenewal(Seen.any(id), CLERK, false));
    commands.put("cancel", id -> ends.cancel(Seen.any(id), CLERK, "Moved"));
    commands.put("cancel now", id -> ends.cancelNow(Seen.any(id), CLERK, "Moved"));
    commands.put("undo cancellation", id -> ends.undoCancellation(Seen.any(id), CLERK));
    commands.put("first order paid", id -> pending.activate(id, NOW, Optional.empty()));
    commands.put("first order cancelled", id -> pending.cancelUnpaid(id, CLERK, "Not paid"));
    CalendarWork calendar = fixture.shop.get(CalendarWork.class);
    commands.put("calendar", id -> calendar.doDue());
    commands.put(
        "calendar in April",
        id -> {
          fixture.shop.clock().set("2026-04-01T10:00:00Z");
          calendar.doDue();
        });
  }

  Map<String, Consumer<SubscriptionId>> commands() {
    return commands;
  }

  /** A subscription that was bought on 31 January and got into a status; it is 10 February. */
  SubscriptionId in(SubscriptionStatus status) {
    fixture.reset();
    CustomerId customer =
        fixture.shop.storefront().customer("shopper-" + shoppers.incrementAndGet());
    OfferBuilder offer = status == TRIALING ? monthly("10").trial(14, DAY) : monthly("10");
    PaidOrder order =
        PaidOrderBuilder.order("order-" + shoppers.get(), customer, fixture.shop.time().now())
            .paidWith(card(customer))
            .with(coffee, 1, offer)
            .build();
    SubscriptionCheckout checkout = fixture.shop.get(SubscriptionCheckout.class);
    SubscriptionId id =
        (status == PENDING ? checkout.onOrderPlaced(order) : checkout.onOrderPaid(order)).get(0);
    bring(id, status);
    fixture.shop.clock().set(NOW);
    return id;
  }

  private void bring(SubscriptionId id, SubscriptionStatus status) {
    switch (status) {
      case PENDING, TRIALING, ACTIVE -> {}
      case PAST_DUE ->
          fixture.update(
              id,
              "status = 'PAST_DUE', next_cycle = 2, paid_until = '2026-02-05T10:00:00Z',"
                  + " next_payment_at = '2026-02-28T10:00:00Z'");
      case PAUSED -> commands.get("pause").accept(id);
      case PENDING_CANCEL -> commands.get("cancel").accept(id);
      case CANCELLED -> commands.get("cancel now").accept(id);
      case EXPIRED ->
          fixture.update(
              id,
              "status = 'EXPIRED', next_payment_at = null, payments_left = 0,"
                  + " ends_at = '2026-02-05T10:00:00Z'");
    }
  }

  private PaymentMethodId card(CustomerId customer) {
    return fixture
        .shop
        .get(PaymentMethods.class)
        .store(customer, SandboxCard.SUCCEEDS.token())
        .id();
  }

  private PaymentMethodId newMethod(SubscriptionId id) {
    return fixture
        .shop
        .get(PaymentMethods.class)
        .store(get(id).customer(), SandboxCard.SUCCEEDS_TOO.token())
        .id();
  }

  Subscription get(SubscriptionId id) {
    return fixture.get(id);
  }

  /** Status, next payment and end, by days of the shop. */
  String standing(SubscriptionId id) {
    Subscription subscription = get(id);
    return subscription.status()
        + ", next "
        + subscription.nextPaymentAt().map(this::day).orElse("-")
        + ", ends "
        + subscription.endsAt().map(this::day).orElse("-");
  }

  private String day(Instant instant) {
    return fixture.shop.time().dateOf(instant).toString();
  }

  SubscriptionEvent latest(SubscriptionId id) {
    return fixture.queries.history(id).get(0);
  }

  int historySize(SubscriptionId id) {
    return fixture.queries.history(id).size();
  }

  @Override
  public void close() {
    fixture.close();
  }
}
