package org.evergreen.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evergreen.terms.IntervalUnit.DAY;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.evergreen.checkout.SubscriptionCheckout;
import org.evergreen.renewal.ConfirmLinks;
import org.evergreen.renewal.RenewalGroupId;
import org.evergreen.renewal.RenewalGroupStatus;
import org.evergreen.renewal.RenewalGroupView;
import org.evergreen.renewal.RenewalMonitor;
import org.evergreen.settings.MerchantSettings;
import org.evergreen.storefront.CustomerId;
import org.evergreen.storefront.CustomerProfile;
import org.evergreen.storefront.OrderId;
import org.evergreen.storefront.ProductKind;
import org.evergreen.storefront.Sku;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.subscription.SubscriptionQueries;
import org.evergreen.testing.OfferBuilder;
import org.evergreen.testing.PaidOrderBuilder;
import org.evergreen.testing.TestShop;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NoticeWriterTest {

  private static final TestShop SHOP =
      TestShop.in("America/New_York", "2026-01-31T02:00:00Z", Map.of());

  private final RenewalMonitor renewals = mock(RenewalMonitor.class);
  private final NoticeSettings settings =
      new NoticeSettings(
          "Green & Co",
          URI.create("https://shop.example.com"),
          Locale.US,
          "/account/subscriptions",
          3,
          Duration.ofMinutes(1));
  private final NoticeWriter writer =
      new NoticeWriter(
          new NoticeContents(
              SHOP.get(SubscriptionQueries.class),
              new RenewalContents(
                  SHOP.get(SubscriptionQueries.class),
                  renewals,
                  SHOP.get(ConfirmLinks.class),
                  MerchantSettings::defaults,
                  settings),
              settings,
              SHOP.get(ReminderContents.class)),
          new MailTemplates(NoticeWriter.class.getClassLoader()),
          settings,
          SHOP.time());
  private final CustomerId ada = SHOP.storefront().customer("ada");
  private final CustomerProfile american =
      new CustomerProfile(ada, "ada@example.com", "Ada", "Green", Locale.US);

  @BeforeEach
  void empty() {
    SHOP.empty();
  }

  @AfterAll
  static void close() {
    SHOP.close();
  }

  @Test
  void aStartTellsWhatComesWhatItCostsAndWhenItIsPaidNext() {
    SubscriptionId id = start(OfferBuilder.monthly("16.20"), "House Blend", "Dark Roast");

    Mail mail = write(NoticeKind.SUBSCRIPTION_STARTED, queuedPayload());

    assertThat(mail.to()).isEqualTo("ada@example.com");
    assertThat(mail.subject())
        .isEqualTo("Your subscription to House Blend and Dark Roast has started");
    assertThat(mail.text())
        .isEqualTo(
            """
            Hello Ada,

            Thank you. Your subscription has started:

              2 x House Blend: $32.40
              2 x Dark Roast: $32.40

            $64.80 every month, before tax and shipping.

            Next payment: February 28, 2026

            See, change or cancel it: https://shop.example.com/account/subscriptions/%s

            --\s
            Green & Co
            Manage your subscriptions: https://shop.example.com/account/subscriptions
            """
                .formatted(id));
    assertThat(mail.html())
        .contains("House Blend", "$64.80", "February 28, 2026")
        .contains("href=\"https://shop.example.com/account/subscriptions/" + id + "\"");
  }

  @Test
  void aTrialTellsWhenItEnds() {
    start(OfferBuilder.monthly("16.20").trial(14, DAY), "House Blend");

    Mail mail = write(NoticeKind.SUBSCRIPTION_STARTED, queuedPayload());

    assertThat(mail.text())
        .contains("Your trial runs until February 13, 2026. You pay nothing for it.")
        .contains("Next payment: February 13, 2026");
    assertThat(mail.html()).contains("Your trial runs until", "February 13, 2026");
  }

  @Test
  void aSubscriptionWithoutFurtherPaymentsSaysSo() {
    start(OfferBuilder.monthly("16.20").payments(1), "House Blend");

    Mail mail = write(NoticeKind.SUBSCRIPTION_STARTED, queuedPayload());

    assertThat(mail.text())
        .contains("There are no further payments. It runs until February 28, 2026.")
        .doesNotContain("Next payment");
  }

  @Test
  void aPaidRenewalShowsEveryAmountAndTheOrder() {
    SubscriptionId id = start(OfferBuilder.monthly("16.20"), "House Blend");
    renewed(id, "5.00", Optional.of("1001"));

    Mail mail = write(NoticeKind.RENEWAL_PAID, Map.of(Payload.RENEWAL_GROUP, "7"));

    assertThat(mail.subject()).isEqualTo("Your renewal of House Blend is paid");
    assertThat(mail.text())
        .isEqualTo(
            """
            Hello Ada,

            Your subscription has been renewed and paid:

              2 x House Blend: $32.40

              Shipping: $5.00
              Tax: $3.74
              Total: $41.14

            Order: 1001

            Next payment for House Blend: February 28, 2026

            See your subscriptions: https://shop.example.com/account/subscriptions

            --\s
            Green & Co
            Manage your subscriptions: https://shop.example.com/account/subscriptions
            """);
    assertThat(mail.html()).contains("$32.40", "Shipping", "$5.00", "$3.74", "$41.14", "1001");
  }

  @Test
  void whatIsNotThereIsNotMentioned() {
    SubscriptionId id = start(OfferBuilder.monthly("16.20"), "House Blend");
    renewed(id, "0.00", Optional.empty());

    Mail mail = write(NoticeKind.RENEWAL_PAID, Map.of(Payload.RENEWAL_GROUP, "7"));

    assertThat(mail.text()).doesNotContain("Shipping", "Order", "null");
    assertThat(mail.html()).doesNotContain("Shipping", "order number", "null");
  }

  @Test
  void aFailedRenewalSaysWhyAndWhereToSetItRight() {
    SubscriptionId id = start(OfferBuilder.monthly("16.20"), "House Blend");
    renewed(id, "0.00", Optional.empty());

    Mail mail = write(NoticeKind.RENEWAL_FAILED, failure("The card has expired.", false));

    assertThat(mail.subject()).isEqualTo("Your payment for House Blend did not go through");
    assertThat(mail.text())
        .contains("We could not take the payment for your renewal.")
        .contains("The reason: The card has expired.")
        .contains("  Tax: $3.74\n  To pay: $41.14")
        .contains("We try again on February 1, 2026 at 12:00 PM.")
        .contains(
            "Pay now or check your payment method: https://shop.example.com/account/subscriptions");
    assertThat(mail.html()).contains("The card has expired.", "$3.74", "$41.14", "Pay now");
  }

  @Test
  void aRenewalThatNeedsTheShopperAsksForHim() {
    SubscriptionId id = start(OfferBuilder.monthly("16.20"), "House Blend");
    renewed(id, "0.00", Optional.empty());

    Mail mail = write(NoticeKind.RENEWAL_FAILED, failure("", true));

    assertThat(mail.subject()).isEqualTo("Your payment for House Blend needs you");
    assertThat(mail.text())
        .contains("We need you before we can renew your subscription.")
        .doesNotContain("The reason");
    assertThat(mail.html()).contains("We need you").doesNotContain("The reason");
  }

  @Test
  void aCancellationTellsUntilWhenItRuns() {
    SubscriptionId id = start(OfferBuilder.monthly("16.20"), "House Blend");

    Mail mail =
        write(
            NoticeKind.SUBSCRIPTION_CANCELLED,
            Map.of(Payload.SUBSCRIPTION, id.toString(), Payload.ENDS_AT, "2026-03-01T02:00:00Z"));

    assertThat(mail.subject()).isEqualTo("Your subscription to House Blend is cancelled");
    assertThat(mail.text())
        .contains("You will not be charged for it again.")
        .contains("It stays yours until February 28, 2026.")
        .contains("https://shop.example.com/account/subscriptions/" + id);
    assertThat(mail.html()).contains("February 28, 2026", "See your subscription");
  }

  @Test
  void aCancellationWithNothingLeftTellsThatItIsOver() {
    SubscriptionId id = start(OfferBuilder.monthly("16.20"), "House Blend");

    Mail mail =
        write(NoticeKind.SUBSCRIPTION_CANCELLED, Map.of(Payload.SUBSCRIPTION, id.toString()));

    assertThat(mail.text()).contains("It is over from now on.").doesNotContain("stays yours");
  }

  @Test
  void anEndThanksTheCustomer() {
    SubscriptionId id = start(OfferBuilder.monthly("16.20"), "House Blend");

    Mail mail = write(NoticeKind.SUBSCRIPTION_ENDED, Map.of(Payload.SUBSCRIPTION, id.toString()));

    assertThat(mail.subject()).isEqualTo("Your subscription to House Blend has ended");
    assertThat(mail.text()).contains("Nothing more will be charged.");
    assertThat(mail.html()).contains("href=\"https://shop.example.com\"");
  }

  @Test
  void amountsAndDaysAreWrittenInTheReadersWay() {
    start(OfferBuilder.monthly("1600.20"), "House Blend");
    CustomerProfile german =
        new CustomerProfile(ada, "ada@example.com", "Ada", "Green", Locale.GERMANY);

    Mail mail =
        writer
            .write(waiting(NoticeKind.SUBSCRIPTION_STARTED, queuedPayload()), german)
            .orElseThrow();

    assertThat(mail.text()).contains("3.200,40\u00a0$").contains("28. Februar 2026");
  }

  @Test
  void namesThatLookLikeMarkupStayNames() throws Exception {
    start(OfferBuilder.monthly("16.20"), "Tea & <b>\"Co\"</b>\r\nBcc: eve@example.com");
    CustomerProfile odd =
        new CustomerProfile(ada, "ada@example.com", "<script>x</script>", "G", Locale.US);

    Mail mail =
        writer.write(waiting(NoticeKind.SUBSCRIPTION_STARTED, queuedPayload()), odd).orElseThrow();

    assertThat(mail.subject())
        .isEqualTo("Your subscription to Tea & <b>\"Co\"</b> Bcc: eve@example.com has started");
    assertThat(mail.html()).doesNotContain("<script>", "<b>").contains("Tea &amp; &lt;b&gt;");
    assertThat(mail.text()).contains("Hello <script>x</script>,").contains("Tea & <b>\"Co\"</b>");
    assertThat(ReadableMails.parsed(mail.html()).getElementsByTagName("script").getLength())
        .isZero();
  }

  @Test
  void everyMailIsAWellFormedAndAccessiblePage() throws Exception {
    SubscriptionId id = start(OfferBuilder.monthly("16.20").trial(14, DAY), "House Blend");
    renewed(id, "5.00", Optional.of("1001"));
    Map<String, String> facts =
        Map.of(
            Payload.SUBSCRIPTION,
            id.toString(),
            Payload.RENEWAL_GROUP,
            "7",
            Payload.ENDS_AT,
            "2026-03-01T02:00:00Z",
            Payload.PROBLEM,
            "Too little money on the account",
            Payload.COUNT,
            "2",
            Payload.AMOUNT,
            "USD 13.20",
            Payload.REASON,
            "fraudulent");

    for (NoticeKind kind : NoticeKind.values()) {
      if (!kind.isReminder()) {
        ReadableMails.check(kind, write(kind, facts));
      }
    }
  }

  private SubscriptionId start(OfferBuilder offer, String... products) {
    PaidOrderBuilder order = PaidOrderBuilder.order("order-1", ada, SHOP.time().now());
    for (String product : products) {
      Sku sku = SHOP.storefront().product("Any", ProductKind.PHYSICAL, "18.00");
      order.with(
          new Sku(sku.id(), sku.productId(), product, sku.price(), sku.kind(), true), 2, offer);
    }
    return SHOP.get(SubscriptionCheckout.class).onOrderPaid(order.build()).get(0);
  }

  private void renewed(SubscriptionId id, String shipping, Optional<String> orderNumber) {
    Instant now = SHOP.time().now();
    when(renewals.of(any(RenewalGroupId.class)))
        .thenReturn(
            Optional.of(
                new RenewalGroupView(
                    new RenewalGroupId(7),
                    ada,
                    RenewalGroupStatus.UNPAID,
                    now,
                    now,
                    Optional.of(now),
                    Optional.empty(),
                    OfferBuilder.usd(shipping),
                    OfferBuilder.usd("3.74"),
                    OfferBuilder.usd("41.14"),
                    OfferBuilder.usd("0.00"),
                    orderNumber.map(OrderId::new),
                    orderNumber,
                    Optional.empty(),
                    List.of(
                        new RenewalGroupView.Line(
                            id,
                            "House Blend",
                            2,
                            OfferBuilder.usd("0.00"),
                            OfferBuilder.usd("32.40"),
                            Money.parse("USD 3.24"),
                            false)),
                    List.of())));
  }

  private static Map<String, String> failure(String problem, boolean mustAct) {
    return Map.of(
        Payload.RENEWAL_GROUP,
        "7",
        Payload.PROBLEM,
        problem,
        Payload.MUST_ACT,
        String.valueOf(mustAct),
        Payload.NEXT,
        "RETRY",
        Payload.NEXT_AT,
        "2026-02-01T17:00:00Z");
  }

  private Mail write(NoticeKind kind, Map<String, String> payload) {
    return writer.write(waiting(kind, payload), american).orElseThrow();
  }

  private Mail write(NoticeKind kind, String payload) {
    return writer.write(waiting(kind, payload), american).orElseThrow();
  }

  private WaitingNotice waiting(NoticeKind kind, Map<String, String> payload) {
    StringBuilder json = new StringBuilder();
    payload.forEach((name, text) -> json.append(",\"%s\":\"%s\"".formatted(name, text)));
    return waiting(kind, "{" + json.substring(1) + "}");
  }

  private WaitingNotice waiting(NoticeKind kind, String payload) {
    return new WaitingNotice(1, kind, ada, payload, 0, SHOP.time().now());
  }

  /** What the start of a subscription put into the outbox. */
  private static String queuedPayload() {
    return SHOP.jdbc().queryForObject("select payload from evergreen_notice", String.class);
  }
}
