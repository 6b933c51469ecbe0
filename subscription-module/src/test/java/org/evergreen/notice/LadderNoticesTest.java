package org.evergreen.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.evergreen.checkout.SubscriptionCheckout;
import org.evergreen.payment.PaymentMethod;
import org.evergreen.payment.PaymentMethods;
import org.evergreen.payment.sandbox.SandboxCard;
import org.evergreen.renewal.RenewalRun;
import org.evergreen.settings.DunningRules.FinalAction;
import org.evergreen.storefront.CustomerId;
import org.evergreen.storefront.ProductKind;
import org.evergreen.subscription.Actor;
import org.evergreen.subscription.SubscriptionCommands;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.testing.FakeMailbox;
import org.evergreen.testing.OfferBuilder;
import org.evergreen.testing.PaidOrderBuilder;
import org.evergreen.testing.SettingsBuilder;
import org.evergreen.testing.TestShop;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is written while a renewal stays unpaid, under the default ladder. */
class LadderNoticesTest {

  private static final TestShop SHOP =
      TestShop.in(
          "America/Chicago",
          "2026-01-31T16:00:00Z",
          Map.of("evergreen.shop.base-url", "https://shop.example"),
          FakeMailbox.class);

  @BeforeEach
  void open() {
    SHOP.empty();
    SHOP.clock().set("2026-01-31T16:00:00Z");
    mailbox().clear();
    SHOP.settings(settings());
  }

  @AfterAll
  static void close() {
    SHOP.close();
  }

  @Test
  void theFirstFailureTellsWhenItIsTriedAgainAndWhereToPay() throws Exception {
    subscribe(SandboxCard.INSUFFICIENT_FUNDS);

    assertThat(renewAt("2026-02-28T16:00:00Z"))
        .containsExactly("Your payment for Coffee did not go through");
    assertThat(mailbox().latest().text())
        .contains(
            "We try again on February 28, 2026 at 10:00 PM.",
            "Pay now or check your payment method: https://shop.example/account/subscriptions/")
        .doesNotContain("Last attempt", "in the end");
    ReadableMails.check(NoticeKind.RENEWAL_FAILED, mailbox().latest());
  }

  @Test
  void stepsThatTellNobodyAreSilentAndTheLastOneSaysSo() throws Exception {
    subscribe(SandboxCard.INSUFFICIENT_FUNDS);
    renewAt("2026-02-28T16:00:00Z");

    assertThat(renewAfter(12)).isEmpty();
    assertThat(renewAfter(12)).containsExactly("Your payment for Coffee did not go through");
    assertThat(renewAfter(24)).containsExactly("Your payment for Coffee did not go through");
    assertThat(mailbox().latest().text())
        .contains("If it is not paid in the end, your subscription is cancelled.");
    assertThat(renewAfter(48))
        .containsExactlyInAnyOrder("Last attempt: Your payment for Coffee did not go through");
    assertThat(mailbox().latest().text())
        .contains("If it is not paid then, your subscription is cancelled.");
    ReadableMails.keepForReading("LAST_CALL", mailbox().latest());
  }

  @Test
  void theEndOfTheLadderTellsWhatBecameOfTheSubscription() {
    SHOP.settings(settings().atEnd(FinalAction.LEAVE));
    subscribe(SandboxCard.INSUFFICIENT_FUNDS);
    toTheEnd();

    assertThat(mailbox().latest().text())
        .contains("All attempts have failed, so we do not try again. You can still pay it.");
  }

  @Test
  void aSubscriptionThatIsCancelledAtTheEndIsToldInOneMailWithTheReason() {
    subscribe(SandboxCard.INSUFFICIENT_FUNDS);

    assertThat(toTheEnd()).containsExactly("Your subscription to Coffee is cancelled");
    assertThat(mailbox().latest().text())
        .contains("The payment failed at every attempt. You owe nothing.");
  }

  @Test
  void aSubscriptionThatIsPausedAtTheEndIsToldInOneMailWithTheReason() throws Exception {
    SHOP.settings(settings().atEnd(FinalAction.PAUSE));
    subscribe(SandboxCard.INSUFFICIENT_FUNDS);

    assertThat(toTheEnd()).containsExactly("Your subscription to Coffee is paused");
    assertThat(mailbox().latest().text())
        .contains("The payment failed at every attempt. You owe nothing;")
        .doesNotContain("It stays paused until");
    ReadableMails.check(NoticeKind.SUBSCRIPTION_PAUSED, mailbox().latest());
  }

  @Test
  void theMerchantIsToldOnceThatNothingMoreIsTriedBecauseOfTheShop() {
    SHOP.settings(settings().merchantEmail("grace@shop.example"));
    subscribe(SandboxCard.MISCONFIGURED);
    renewAt("2026-02-28T16:00:00Z");
    for (int hours : new int[] {12, 12, 24, 48}) {
      renewAfter(hours);
    }

    renewAfter(72);
    assertThat(toMerchant()).singleElement().asString().contains("stands still");
    assertThat(mailbox().latest().text()).contains("nothing more is tried");
    mailbox().clear();
    SHOP.jdbc().update("update evergreen_renewal_group set retry_at = ?", now());
    SHOP.jdbc().update("update evergreen_billing_account set next_due_at = ?", now());
    renewAfter(1);

    assertThat(mailbox().mails()).isEmpty();
    assertThat(
            SHOP.jdbc()
                .queryForObject(
                    "select count(*) from evergreen_charge where decline_class = 'OUR_FAULT'",
                    Integer.class))
        .isEqualTo(7);
  }

  private static Timestamp now() {
    return Timestamp.from(SHOP.time().now());
  }

  @Test
  void aLostCardIsNotTriedAgainAndAnotherIsAskedFor() {
    subscribe(SandboxCard.LOST);

    renewAt("2026-02-28T16:00:00Z");

    assertThat(mailbox().latest().text())
        .contains("This payment method cannot pay it any more.", "it is charged at once");
  }

  @Test
  void aBanksQuestionIsSentWithALinkThatNeedsNoSignIn() throws Exception {
    subscribe(SandboxCard.REQUIRES_AUTHENTICATION);

    assertThat(renewAt("2026-02-28T16:00:00Z"))
        .containsExactly("Your payment for Coffee needs you");
    assertThat(mailbox().latest().text())
        .containsPattern(
            "Confirm the payment, without signing in:"
                + " https://shop.example/account/payments/confirm\\?token=[A-Za-z0-9_-]{64}\n");
    ReadableMails.keepForReading("CONFIRM", mailbox().latest());
  }

  @Test
  void aBanksQuestionThatWasQueuedIsNotSentWhenTheSubscriptionIsOver() {
    subscribe(SandboxCard.REQUIRES_AUTHENTICATION);
    SHOP.clock().set("2026-02-28T16:00:00Z");
    SHOP.get(RenewalRun.class).runDue();
    SHOP.get(SubscriptionCommands.class).cancel(onlySubscription(), Actor.shopper(), "");

    SHOP.get(NoticeSender.class).sendWaiting();

    assertThat(mailbox().subjects()).containsExactly("Your subscription to Coffee is cancelled");
  }

  private static SubscriptionId onlySubscription() {
    return new SubscriptionId(
        SHOP.jdbc().queryForObject("select id from evergreen_subscription", Long.class));
  }

  @Test
  void whatWasPaidBeforeTheMailWasSentIsNotToldAsFailed() {
    subscribe(SandboxCard.INSUFFICIENT_FUNDS);
    SHOP.clock().set("2026-02-28T16:00:00Z");
    SHOP.get(RenewalRun.class).runDue();
    SHOP.jdbc().update("update evergreen_renewal_group set status = 'PAID', paid_at = now()");

    SHOP.get(NoticeSender.class).sendWaiting();

    assertThat(mailbox().mails()).isEmpty();
    assertThat(
            SHOP.jdbc()
                .queryForObject(
                    "select state from evergreen_notice where kind = 'RENEWAL_FAILED'",
                    String.class))
        .isEqualTo("OBSOLETE");
  }

  @Test
  void theMerchantIsToldAtTheStepsThatSaySoAndAtTheEnd() throws Exception {
    SHOP.settings(settings().merchantEmail("grace@shop.example"));
    subscribe(SandboxCard.INSUFFICIENT_FUNDS);
    renewAt("2026-02-28T16:00:00Z");
    renewAfter(12);
    renewAfter(12);
    renewAfter(24);
    assertThat(toMerchant()).isEmpty();

    renewAfter(48);
    assertThat(toMerchant()).singleElement().asString().contains("is not paid yet");
    renewAfter(72);

    assertThat(toMerchant())
        .singleElement()
        .asString()
        .contains("stayed unpaid: subscription cancelled");
    ReadableMails.check(
        NoticeKind.MERCHANT_RENEWAL,
        mailbox().mails().stream().filter(mail -> mail.to().startsWith("grace")).findFirst().get());
  }

  @Test
  void aFaultOfTheShopIsToldTheMerchantOnceADayAndNoShopper() throws Exception {
    SHOP.settings(settings().merchantEmail("grace@shop.example"));
    subscribe("ada", SandboxCard.MISCONFIGURED);
    subscribe("bob", SandboxCard.MISCONFIGURED);

    renewAt("2026-02-28T16:00:00Z");

    assertThat(mailbox().mails())
        .singleElement()
        .satisfies(
            mail -> {
              assertThat(mail.to()).isEqualTo("grace@shop.example");
              assertThat(mail.subject()).endsWith("failed because of the shop's set-up");
              assertThat(mail.text())
                  .contains(
                      "This is no fault of the customer",
                      "tried again on February 28, 2026 at 10:00 PM",
                      "more renewals may have failed for the same reason");
            });
    ReadableMails.keepForReading("SHOPS_FAULT", mailbox().latest());
    renewAfter(12);
    assertThat(mailbox().mails()).isEmpty();
    renewAfter(12);
    assertThat(toMerchant()).hasSize(1);
    assertThat(mailbox().mails()).hasSize(1);
  }

  @Test
  void disputesAreToldTheMerchantOnceAndRenewalsSetAsideOnceAMorning() throws Exception {
    SHOP.settings(settings().merchantEmail("grace@shop.example"));
    subscribe(SandboxCard.SUCCEEDS);
    renewAt("2026-02-28T16:00:00Z");
    SHOP.jdbc()
        .update(
            "insert into evergreen_dispute (id, charge_id, gateway, reference, amount, currency,"
                + " reason, state, respond_by, opened_at, updated_at) select 1, id, gateway, 'dp_1',"
                + " 13.20, 'USD', 'fraudulent', 'NEEDS_RESPONSE', '2026-03-10T12:00:00Z',"
                + " '2026-02-28T16:00:00Z', '2026-02-28T16:00:00Z' from evergreen_charge");
    SHOP.jdbc()
        .update(
            "insert into evergreen_parked_renewal select id, next_payment_at, '2026-02-28T16:00:00Z',"
                + " 'The product is gone' from evergreen_subscription");
    mailbox().clear();

    for (int hour = 0; hour < 30; hour++) {
      SHOP.get(MerchantNews.class).queueNew();
      SHOP.get(NoticeSender.class).sendWaiting();
      SHOP.clock().advance(Duration.ofHours(1));
    }

    assertThat(mailbox().subjects())
        .containsExactly(
            "A payment of $13.20 is contested", "A renewal is set aside", "A renewal is set aside");
    assertThat(mailbox().mails().get(0).text()).contains("fraudulent", "by March 10, 2026");
    assertThat(mailbox().latest().to()).isEqualTo("grace@shop.example");
  }

  @Test
  void refundThatFailedIsToldTheMerchantOnce() throws Exception {
    SHOP.settings(settings().merchantEmail("grace@shop.example"));
    subscribe(SandboxCard.SUCCEEDS);
    renewAt("2026-02-28T16:00:00Z");
    SHOP.jdbc()
        .update(
            "insert into evergreen_refund (id, charge_id, subscription_id, idempotency_key, amount,"
                + " currency, reason, state, problem, gateway_reference, opened_at, settled_at)"
                + " select n, c.id, s.id, 'refund-' || n, 4.00 + n, 'USD', 'came late',"
                + " case when n < 3 then 'FAILED' else 'SUCCEEDED' end,"
                + " case when n = 1 then 'The card is closed' end, 're_' || n,"
                + " '2026-02-28T16:00:00Z', case when n = 2 then timestamptz '2026-02-01T16:00:00Z'"
                + " else timestamptz '2026-02-28T16:00:00Z' end"
                + " from evergreen_charge c, evergreen_subscription s, generate_series(1, 3) n");
    mailbox().clear();

    for (int hour = 0; hour < 3; hour++) {
      SHOP.get(MerchantNews.class).queueNew();
      SHOP.get(NoticeSender.class).sendWaiting();
      SHOP.clock().advance(Duration.ofHours(1));
    }

    assertThat(mailbox().subjects()).containsExactly("A refund of $5.00 failed");
    assertThat(mailbox().latest().to()).isEqualTo("grace@shop.example");
    assertThat(mailbox().latest().text())
        .contains("for: came late.", "says: The card is closed", "on the page of subscription ");
    assertThat(mailbox().latest().html())
        .contains("A refund failed", "$5.00", "came late", "The card is closed");
  }

  private static SettingsBuilder settings() {
    return SettingsBuilder.settings().withoutReminders();
  }

  private static void subscribe(SandboxCard card) {
    subscribe("ada", card);
  }

  private static void subscribe(String name, SandboxCard card) {
    CustomerId customer = SHOP.storefront().customer(name);
    PaymentMethod method = SHOP.get(PaymentMethods.class).store(customer, card.token());
    SHOP.get(SubscriptionCheckout.class)
        .onOrderPaid(
            PaidOrderBuilder.order("order-of-" + name, customer, SHOP.time().now())
                .paidWith(method.id())
                .with(
                    SHOP.storefront().product("Coffee", ProductKind.VIRTUAL, "99.00"),
                    1,
                    OfferBuilder.monthly("12.00"))
                .build());
    SHOP.get(NoticeSender.class).sendWaiting();
    mailbox().clear();
  }

  private static List<String> renewAt(String instant) {
    SHOP.clock().set(instant);
    return renew();
  }

  private static List<String> renewAfter(int hours) {
    SHOP.clock().advance(Duration.ofHours(hours));
    return renew();
  }

  /** The subjects of what the shopper was sent after the last step. */
  private static List<String> toTheEnd() {
    renewAt("2026-02-28T16:00:00Z");
    List.of(12, 12, 24, 48).forEach(LadderNoticesTest::renewAfter);
    return renewAfter(72);
  }

  private static List<String> renew() {
    mailbox().clear();
    SHOP.get(RenewalRun.class).runDue();
    SHOP.get(NoticeSender.class).sendWaiting();
    return mailbox().mails().stream()
        .filter(mail -> mail.to().startsWith("ada@"))
        .map(Mail::subject)
        .toList();
  }

  private static List<String> toMerchant() {
    return mailbox().mails().stream()
        .filter(mail -> mail.to().startsWith("grace@"))
        .map(Mail::subject)
        .toList();
  }

  private static FakeMailbox mailbox() {
    return SHOP.get(FakeMailbox.class);
  }
}
