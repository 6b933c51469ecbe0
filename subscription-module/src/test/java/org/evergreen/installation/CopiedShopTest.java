package org.evergreen.installation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.evergreen.checkout.SubscriptionCheckout;
import org.evergreen.jobs.Job;
import org.evergreen.payment.Charge;
import org.evergreen.payment.ChargePurpose;
import org.evergreen.payment.ChargeState;
import org.evergreen.payment.Charges;
import org.evergreen.payment.IdempotencyKey;
import org.evergreen.payment.NewRefund;
import org.evergreen.payment.PaymentMethod;
import org.evergreen.payment.PaymentMethods;
import org.evergreen.payment.RefundResult;
import org.evergreen.payment.Refunds;
import org.evergreen.payment.ShopperCharges;
import org.evergreen.payment.sandbox.SandboxCard;
import org.evergreen.storefront.CustomerId;
import org.evergreen.storefront.ProductKind;
import org.evergreen.storefront.Sku;
import org.evergreen.testing.FakeMailbox;
import org.evergreen.testing.OfferBuilder;
import org.evergreen.testing.PaidOrderBuilder;
import org.evergreen.testing.TestShop;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A shop's database is copied while money is on its way, and goes on elsewhere. */
class CopiedShopTest {

  private static final Map<String, String> SHOP = place("https://shop.example", "one");

  private TestShop shop;
  private TestShop copy;

  @BeforeEach
  void openTheShop() {
    shop = TestShop.in("America/Chicago", "2026-01-31T16:00:00Z", SHOP, FakeMailbox.class);
    Sku coffee = shop.storefront().product("Coffee", ProductKind.PHYSICAL, "12.00");
    subscribe("ada", SandboxCard.SUCCEEDS, coffee);
    subscribe("bob", SandboxCard.TIMES_OUT_AFTER_CHARGING, coffee);
    subscribe("eve", SandboxCard.INSUFFICIENT_FUNDS, coffee);
    doAllWork(shop);
    shop.clock().advance(Duration.ofDays(28));
    // Ada has paid, Bob's payment is made but not known of, and Eve's is owed.
    shop.get("evergreenRenewalJob", Job.class).work().run();
    assertThat(states(shop)).containsExactlyInAnyOrder("SUCCEEDED", "SUBMITTED", "DECLINED");
    shop.clock().advance(Duration.ofDays(40));
  }

  @AfterEach
  void close() {
    copy.close();
    shop.close();
  }

  @Test
  void aCopyWithAnotherIdChargesNobodyAndWritesToNobody() {
    isLeftAlone(place("https://shop.example", "two"));
  }

  @Test
  void aCopyAtAnotherAddressChargesNobodyAndWritesToNobody() {
    isLeftAlone(place("https://staging.example", "one"));
  }

  private void isLeftAlone(Map<String, String> elsewhere) {
    copy = shop.copied(elsewhere, FakeMailbox.class);
    List<Map<String, Object>> before = money(copy);

    doAllWork(copy);
    copy.get(ShopIdentity.class).thisIsACopy("Grace");
    doAllWork(copy);

    assertThat(money(copy)).isEqualTo(before);
    assertThat(mails(copy)).isEmpty();
    // The shop itself has not noticed.
    doAllWork(shop);
    assertThat(states(shop)).hasSizeGreaterThan(3).doesNotContain("SUBMITTED");
    assertThat(mails(shop)).isNotEmpty();
  }

  @Test
  void whatAShopperAsksForInACopyIsDeclinedAndTheGatewayHearsOfNothing() {
    copy = shop.copied(place("https://staging.example", "two"), FakeMailbox.class);
    CustomerId ada = new CustomerId("ada");
    PaymentMethod card = copy.get(PaymentMethods.class).ofCustomer(ada).get(0);
    long known = taken(copy);

    Charge charge =
        copy.get(ShopperCharges.class)
            .charge(
                "checkout-1", ChargePurpose.CHECKOUT, ada, card.id(), usd("5.00"), "First order");
    Charge paid = copy.get(Charges.class).latest(firstSucceeded()).orElseThrow();
    RefundResult refund =
        copy.get(Refunds.class)
            .refund(
                new NewRefund(
                    new IdempotencyKey("late"),
                    paid.id(),
                    usd("1.00"),
                    "Late",
                    OptionalLong.empty(),
                    OptionalLong.empty()));

    assertThat(charge.state()).isEqualTo(ChargeState.DECLINED);
    assertThat(charge.decline().orElseThrow().message()).contains("This is a copy of the shop");
    assertThat(refund).isInstanceOf(RefundResult.Refused.class);
    assertThat(taken(copy)).isEqualTo(known);
  }

  @Test
  void theShopAtItsNewAddressGoesOnAndChargesNobodyTwice() {
    copy = shop.copied(place("https://new.example", "two"), FakeMailbox.class);
    doAllWork(copy);

    copy.get(ShopIdentity.class).thisIsTheShop("Grace");
    doAllWork(copy);
    doAllWork(copy);
    copy.clock().advance(Duration.ofMinutes(15));
    doAllWork(copy);

    assertThat(states(copy)).doesNotContain("OPEN", "SUBMITTED");
    assertThat(
            copy.jdbc()
                .queryForList(
                    "select r.subscription_id, r.cycle from evergreen_renewal r"
                        + " join evergreen_charge c on c.subject = 'renewal-' || r.group_id"
                        + " where c.state = 'SUCCEEDED' group by 1, 2 having count(*) > 1"))
        .isEmpty();
    // Both paid the cycle of February and that of March; the gateway's books say the same.
    assertThat(taken(copy)).isEqualTo(4);
    assertThat(states(copy)).filteredOn("SUCCEEDED"::equals).hasSize(4);
    assertThat(mails(copy)).isNotEmpty();
  }

  private static Map<String, String> place(String url, String id) {
    return Map.of(
        "evergreen.shop.base-url",
        url,
        "evergreen.shop.installation-id",
        id,
        "evergreen.jobs.enabled",
        "true");
  }

  private void subscribe(String name, SandboxCard card, Sku sku) {
    CustomerId customer = shop.storefront().customer(name);
    PaymentMethod method = shop.get(PaymentMethods.class).store(customer, card.token());
    shop.get(SubscriptionCheckout.class)
        .onOrderPaid(
            PaidOrderBuilder.order("order-of-" + name, customer, shop.time().now())
                .paidWith(method.id())
                .with(sku, 1, OfferBuilder.monthly("12.00"))
                .build());
  }

  private static void doAllWork(TestShop shop) {
    shop.context().getBeansOfType(Job.class).values().forEach(job -> job.work().run());
  }

  private static List<Map<String, Object>> money(TestShop shop) {
    return shop.jdbc()
        .queryForList(
            "select subject, state, attempt, submitted_at from evergreen_charge union all"
                + " select idempotency_key, outcome, 0, charged_at from evergreen_sandbox_charge"
                + " order by 1, 2");
  }

  private static long taken(TestShop shop) {
    return shop.jdbc()
        .queryForObject(
            "select count(*) from evergreen_sandbox_charge where outcome = 'SUCCEEDED'",
            Long.class);
  }

  private static List<String> states(TestShop shop) {
    return shop.jdbc().queryForList("select state from evergreen_charge", String.class);
  }

  private String firstSucceeded() {
    return shop.jdbc()
        .queryForObject(
            "select min(subject) from evergreen_charge where state = 'SUCCEEDED'", String.class);
  }

  private static List<String> mails(TestShop shop) {
    return shop.get(FakeMailbox.class).subjects();
  }

  private static Money usd(String amount) {
    return Money.parse("USD " + amount);
  }
}
