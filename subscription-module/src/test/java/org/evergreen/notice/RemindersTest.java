package org.evergreen.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evergreen.checkout.SubscriptionCheckout;
import org.evergreen.payment.PaymentMethod;
import org.evergreen.payment.PaymentMethods;
import org.evergreen.payment.sandbox.SandboxCard;
import org.evergreen.renewal.RenewalRun;
import org.evergreen.storefront.CustomerId;
import org.evergreen.storefront.ProductKind;
import org.evergreen.subscription.Actor;
import org.evergreen.subscription.CalendarWork;
import org.evergreen.subscription.DateCommands;
import org.evergreen.subscription.DateMove;
import org.evergreen.subscription.PauseCommands;
import org.evergreen.subscription.Seen;
import org.evergreen.subscription.SubscriptionCommands;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.subscription.SubscriptionQueries;
import org.evergreen.terms.IntervalUnit;
import org.evergreen.testing.Concurrently;
import org.evergreen.testing.FakeMailbox;
import org.evergreen.testing.OfferBuilder;
import org.evergreen.testing.PaidOrderBuilder;
import org.evergreen.testing.TestShop;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Shoppers are told what is going to happen; the shop is in Chicago and opens on 31 January. */
class RemindersTest {

  private static final TestShop SHOP =
      TestShop.in(
          "America/Chicago",
          "2026-01-31T16:00:00Z",
          Map.of("evergreen.shop.base-url", "https://shop.example"),
          FakeMailbox.class);

  private int orders;

  @BeforeEach
  void open() {
    SHOP.empty();
    SHOP.storefront().orders().clear();
    SHOP.clock().set("2026-01-31T16:00:00Z");
    mailbox().clear();
  }

  @AfterAll
  static void close() {
    SHOP.close();
  }

  @Test
  void aRenewalIsToldOnceWithWhatIsChargedAndWhen() throws Exception {
    subscribe("ada", SandboxCard.SUCCEEDS, OfferBuilder.monthly("12.00"), "Coffee");

    assertThat(mailsUntil("2026-02-24")).isEmpty();
    assertThat(mailsUntil("2026-02-27"))
        .containsExactly("Your next payment for Coffee is in 3 days");
    assertThat(mailbox().latest().text())
        .contains(
            "renews on February 28, 2026",
            "charged to your Visa ending in 4242",
            "Coffee: $12.00",
            "Together: $12.00");
    ReadableMails.check(NoticeKind.UPCOMING_RENEWAL, mailbox().latest());
    assertThat(mailsUntil("2026-03-27")).containsExactly("Your renewal of Coffee is paid");
    assertThat(mailsUntil("2026-03-30"))
        .containsExactly("Your next payment for Coffee is in 3 days");
  }

  @Test
  void whatIsChargedTogetherIsToldTogether() {
    subscribe("ada", SandboxCard.SUCCEEDS, OfferBuilder.monthly("12.00"), "Coffee");
    SHOP.clock().advance(Duration.ofHours(2));
    subscribe("ada", SandboxCard.SUCCEEDS, OfferBuilder.monthly("9.90"), "Tea");
    subscribe("bob", SandboxCard.SUCCEEDS, OfferBuilder.monthly("5.00"), "Milk");

    assertThat(mailsUntil("2026-02-26"))
        .containsExactlyInAnyOrder(
            "Your next payment for Coffee and Tea is in 3 days",
            "Your next payment for Milk is in 3 days");
    assertThat(mailbox().mails().stream().map(Mail::text))
        .anySatisfy(
            text -> assertThat(text).contains("Coffee: $12.00", "Tea: $9.90", "Together: $21.90"));
  }

  @Test
  void afterDaysWithoutAServerItIsToldLate() {
    subscribe("ada", SandboxCard.SUCCEEDS, OfferBuilder.monthly("12.00"), "Coffee");
    mailsUntil("2026-02-01");

    assertThat(mailsOn("2026-02-27")).containsExactly("Your next payment for Coffee is tomorrow");
    assertThat(mailsOn("2026-02-27")).isEmpty();
  }

  @Test
  void whatHasHappenedIsNotToldAnyMore() {
    subscribe("ada", SandboxCard.SUCCEEDS, OfferBuilder.monthly("12.00"), "Coffee");
    mailsUntil("2026-02-01");

    assertThat(mailsOn("2026-03-01")).containsExactly("Your renewal of Coffee is paid");
  }

  @Test
  void aTrialAndItsFirstPaymentAreToldAsATrial() throws Exception {
    subscribe(
        "ada",
        SandboxCard.SUCCEEDS,
        OfferBuilder.monthly("12.00").trial(10, IntervalUnit.DAY),
        "Coffee");

    assertThat(mailsUntil("2026-02-08")).containsExactly("Your trial of Coffee ends in 3 days");
    assertThat(mailbox().latest().text())
        .contains("ends on February 10, 2026", "you pay $12.00 every month");
    ReadableMails.check(NoticeKind.TRIAL_ENDING, mailbox().latest());
  }

  @Test
  void theLastPaymentAndTheEndAreTold() throws Exception {
    subscribe("ada", SandboxCard.SUCCEEDS, OfferBuilder.monthly("12.00").payments(2), "Coffee");

    assertThat(mailsUntil("2026-02-26"))
        .containsExactly("Your next payment for Coffee is in 3 days");
    assertThat(mailbox().latest().text()).contains("This is the last payment.");
    assertThat(mailsUntil("2026-03-25"))
        .containsExactly(
            "Your renewal of Coffee is paid", "Your subscription to Coffee ends in 7 days");
    ReadableMails.check(NoticeKind.TERM_ENDING, mailbox().latest());
    assertThat(mailsUntil("2026-04-02")).containsExactly("Your subscription to Coffee has ended");
  }

  @Test
  void aCardThatWillHaveExpiredIsToldOnceForAllThatItPays() throws Exception {
    PaymentMethod card =
        subscribe("ada", SandboxCard.SUCCEEDS, OfferBuilder.monthly("12.00"), "Coffee");
    subscribe("ada", SandboxCard.SUCCEEDS, OfferBuilder.monthly("9.90"), "Tea");
    expires(card, "2026-02");

    assertThat(mailsUntil("2026-02-26"))
        .containsExactly("Your next payment for Coffee and Tea is in 3 days");
    assertThat(mailsUntil("2026-03-18"))
        .contains("Your card has expired before your next payment for Coffee")
        .filteredOn(subject -> subject.startsWith("Your card"))
        .hasSize(1);
    assertThat(mailbox().latest().text())
        .contains("Visa ending in 4242", "until the end of February 2026");
    ReadableMails.check(NoticeKind.CARD_EXPIRING, mailbox().latest());
  }

  @Test
  void aPausedOrCancelledSubscriptionIsNotReminded() {
    SubscriptionId paused =
        subscription(
            subscribe("ada", SandboxCard.SUCCEEDS, OfferBuilder.monthly("12.00"), "Coffee"));
    SubscriptionId cancelled =
        subscription(subscribe("bob", SandboxCard.SUCCEEDS, OfferBuilder.monthly("12.00"), "Tea"));
    SHOP.get(SubscriptionCommands.class).cancel(cancelled, Actor.shopper(), "");
    SHOP.get(PauseCommands.class).pause(seen(paused), Actor.shopper(), Optional.empty());

    assertThat(mailsUntil("2026-02-27"))
        .containsExactlyInAnyOrder(
            "Your subscription to Coffee is paused", "Your subscription to Tea is cancelled");
  }

  @Test
  void aReminderOfAPaymentThatWillNotComeIsDroppedWhenItIsSent() {
    SubscriptionId id =
        subscription(
            subscribe("ada", SandboxCard.SUCCEEDS, OfferBuilder.monthly("12.00"), "Coffee"));
    mailsUntil("2026-02-24");
    SHOP.clock().set("2026-02-26T16:00:00Z");
    SHOP.get(Reminders.class).queueDue();

    SHOP.get(SubscriptionCommands.class).cancel(id, Actor.shopper(), "");
    SHOP.get(NoticeSender.class).sendWaiting();

    assertThat(mailbox().subjects()).containsExactly("Your subscription to Coffee is cancelled");
    assertThat(
            SHOP.jdbc()
                .queryForList(
                    "select state from evergreen_notice where kind = 'UPCOMING_RENEWAL'",
                    String.class))
        .containsExactly("OBSOLETE");
  }

  @Test
  void aMovedPaymentIsToldAtItsNewDateToo() {
    SubscriptionId id =
        subscription(
            subscribe("ada", SandboxCard.SUCCEEDS, OfferBuilder.monthly("12.00"), "Coffee"));
    assertThat(mailsUntil("2026-02-26")).hasSize(1);

    SHOP.jdbc()
        .update(
            "update evergreen_subscription set next_payment_at = '2026-03-10T16:00:00Z',"
                + " version = version + 1 where id = ?",
            id.value());

    assertThat(mailsUntil("2026-03-06")).isEmpty();
    assertThat(mailsUntil("2026-03-08"))
        .containsExactly("Your next payment for Coffee is in 3 days");
    assertThat(mailbox().latest().text()).contains("March 10, 2026");
  }

  @Test
  void aPaymentMovedNearerIsToldAtItsNewDate() {
    SubscriptionId id =
        subscription(
            subscribe("ada", SandboxCard.SUCCEEDS, OfferBuilder.monthly("12.00"), "Coffee"));
    mailsUntil("2026-02-05");

    SHOP.get(DateCommands.class)
        .moveNextPayment(
            seen(id), Actor.merchant("Grace"), LocalDate.parse("2026-02-12"), DateMove.ONCE);

    assertThat(mailsUntil("2026-02-11"))
        .containsExactly(
            "The next payment for Coffee has another date",
            "Your next payment for Coffee is in 3 days");
    assertThat(mailbox().latest().text()).contains("February 12, 2026");
  }

  @Test
  void whatWasSkippedIsToldBeforeThePaymentAfterIt() {
    SubscriptionId id =
        subscription(
            subscribe("ada", SandboxCard.SUCCEEDS, OfferBuilder.monthly("12.00"), "Coffee"));
    mailsUntil("2026-02-20");

    SHOP.get(DateCommands.class).skipNext(seen(id), Actor.shopper());
    SHOP.get(NoticeSender.class).sendWaiting();

    assertThat(mailsUntil("2026-03-27")).isEmpty();
    assertThat(mailsUntil("2026-03-29"))
        .containsExactly("Your next payment for Coffee is in 3 days");
  }

  @Test
  void whatRunsAgainIsRemindedAgain() {
    SubscriptionId paused =
        subscription(
            subscribe("ada", SandboxCard.SUCCEEDS, OfferBuilder.monthly("12.00"), "Coffee"));
    SubscriptionId cancelled =
        subscription(subscribe("bob", SandboxCard.SUCCEEDS, OfferBuilder.monthly("12.00"), "Tea"));
    SHOP.get(PauseCommands.class).pause(seen(paused), Actor.shopper(), Optional.empty());
    SHOP.get(SubscriptionCommands.class).cancel(cancelled, Actor.shopper(), "");
    mailsUntil("2026-02-20");

    SHOP.get(PauseCommands.class).resume(seen(paused), Actor.shopper());
    SHOP.get(SubscriptionCommands.class).undoCancellation(cancelled, Actor.shopper());
    SHOP.get(NoticeSender.class).sendWaiting();

    assertThat(mailsUntil("2026-02-27"))
        .containsExactlyInAnyOrder(
            "Your next payment for Coffee is in 3 days", "Your next payment for Tea is in 3 days");
  }

  @Test
  void nodesThatRemindAtOnceTellOnce() {
    for (int i = 0; i < 20; i++) {
      subscribe("shopper" + i, SandboxCard.SUCCEEDS, OfferBuilder.monthly("12.00"), "Coffee");
    }
    mailsUntil("2026-02-24");
    SHOP.clock().set("2026-02-26T16:00:00Z");

    Concurrently.call(4, () -> SHOP.get(Reminders.class).queueDue());
    SHOP.get(NoticeSender.class).sendWaiting();

    assertThat(mailbox().subjects())
        .hasSize(20)
        .containsOnly("Your next payment for Coffee is in 2 days");
  }

  @Test
  void whatWasToldIsNotLookedAtAgain() {
    subscribe("ada", SandboxCard.SUCCEEDS, OfferBuilder.monthly("12.00"), "Coffee");
    SHOP.clock().set("2026-02-26T16:00:00Z");

    assertThat(SHOP.get(Reminders.class).queueDue()).isEqualTo(1);
    assertThat(SHOP.get(Reminders.class).queueDue()).isZero();
  }

  private PaymentMethod subscribe(
      String name, SandboxCard card, OfferBuilder offer, String product) {
    CustomerId customer = SHOP.storefront().customer(name);
    PaymentMethod method = SHOP.get(PaymentMethods.class).store(customer, card.token());
    orders++;
    SHOP.get(SubscriptionCheckout.class)
        .onOrderPaid(
            PaidOrderBuilder.order("order-" + orders, customer, SHOP.time().now())
                .paidWith(method.id())
                .with(SHOP.storefront().product(product, ProductKind.VIRTUAL, "99.00"), 1, offer)
                .build());
    SHOP.get(NoticeSender.class).sendWaiting();
    mailbox().clear();
    return method;
  }

  private SubscriptionId subscription(PaymentMethod method) {
    return new SubscriptionId(
        SHOP.jdbc()
            .queryForObject(
                "select id from evergreen_subscription where payment_method_id = ?",
                Long.class,
                method.id().value()));
  }

  private static Seen seen(SubscriptionId id) {
    return Seen.of(SHOP.get(SubscriptionQueries.class).find(id).orElseThrow());
  }

  private static void expires(PaymentMethod method, String month) {
    SHOP.jdbc()
        .update(
            "update evergreen_payment_method set expiry = ? where id = ?",
            month,
            method.id().value());
  }

  /** The subjects of what is sent until noon of a day, while all jobs run every day at noon. */
  private List<String> mailsUntil(String day) {
    mailbox().clear();
    LocalDate end = LocalDate.parse(day);
    while (SHOP.time().today().isBefore(end)) {
      SHOP.clock().set(noon(SHOP.time().today().plusDays(1)));
      doWork();
    }
    return mailbox().subjects();
  }

  /** The same, but the shop was down until noon of that day. */
  private List<String> mailsOn(String day) {
    mailbox().clear();
    SHOP.clock().set(noon(LocalDate.parse(day)));
    doWork();
    return mailbox().subjects();
  }

  private static Instant noon(LocalDate day) {
    return day.atTime(12, 0).atZone(SHOP.time().zone()).toInstant();
  }

  private static void doWork() {
    SHOP.get(CalendarWork.class).doDue();
    SHOP.get(RenewalRun.class).runDue();
    SHOP.get(Reminders.class).queueDue();
    SHOP.get(NoticeSender.class).sendWaiting();
  }

  private static FakeMailbox mailbox() {
    return SHOP.get(FakeMailbox.class);
  }
}
