package org.evergreen.renewal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evergreen.testing.OfferBuilder.monthly;
import static org.evergreen.testing.OfferBuilder.usd;

import java.time.Duration;
import java.util.OptionalInt;
import org.evergreen.payment.sandbox.SandboxCard;
import org.evergreen.payment.sandbox.SandboxEntry;
import org.evergreen.storefront.CustomerId;
import org.evergreen.storefront.OrderRequest;
import org.evergreen.subscription.Actor;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.subscription.SubscriptionStatus;
import org.evergreen.terms.RecurringDiscount;
import org.evergreen.terms.RecurringDiscount.Reduction;
import org.junit.jupiter.api.Test;

/** What a renewal costs: discounts, credit, shipping that was paid once, and how it came about. */
class RenewalAmountTest {

  private static final String DUE = "2026-02-28T16:00:00Z";
  private static final String NEXT = "2026-03-31T15:00:00Z";

  private final RenewalShop shop = RenewalShop.at("2026-01-31T16:00:00Z");
  private final CustomerId ada = shop.customer("ada");

  private SubscriptionId membership(SandboxCard card) {
    return shop.subscribe(ada, card, shop.membership, monthly("10.00"));
  }

  private SubscriptionId coffee(SandboxCard card) {
    return shop.subscribe(ada, card, shop.coffee, monthly("20.00"));
  }

  private String working(SubscriptionId id) {
    return shop.get(RenewalWorkings.class).of(id, shop.group(id).id()).asText();
  }

  private OrderRequest order(SubscriptionId id) {
    return shop.placed().get(shop.group(id).id().reference());
  }

  @Test
  void discountHoldsForItsPaymentsAndThenLeaves() {
    SubscriptionId id = membership(SandboxCard.SUCCEEDS);
    shop.discount(id, "SPRING", "25", 1);

    shop.renewAt(DUE);
    shop.renewAt(NEXT);

    assertThat(shop.charged())
        .extracting(SandboxEntry::amount)
        .containsExactlyInAnyOrder(usd("8.25"), usd("11.00"));
    assertThat(shop.paymentsLeft(id, "SPRING")).isZero();
    RenewalGroupView first = shop.groups(id).get(1);
    assertThat(first.lines().get(0).discount()).isEqualTo(usd("2.50"));
    shop.assertBooksAgree();
  }

  @Test
  void discountOffEveryPaymentStays() {
    SubscriptionId id = membership(SandboxCard.SUCCEEDS);
    Reduction threeOff = new Reduction.Amount(usd("3.00"));
    shop.discount(id, new RecurringDiscount("Loyalty", threeOff, OptionalInt.empty()));

    shop.renewAt(DUE);
    shop.renewAt(NEXT);

    assertThat(shop.charged()).extracting(SandboxEntry::amount).containsOnly(usd("7.70"));
    assertThat(order(id).request().lines().get(0).discount()).isEqualTo(usd("3.00"));
  }

  @Test
  void discountOfARenewalThatIsStruckOutHoldsForAnotherPayment() {
    SubscriptionId id = membership(SandboxCard.INSUFFICIENT_FUNDS);
    shop.discount(id, "SPRING", "25", 2);
    shop.renewAt(DUE);
    assertThat(shop.paymentsLeft(id, "SPRING")).isEqualTo(1);

    shop.commands().cancel(id, Actor.shopper(), "");

    assertThat(shop.paymentsLeft(id, "SPRING")).isEqualTo(2);
  }

  @Test
  void renewalThatADiscountMakesFreeNeedsNoCharge() {
    SubscriptionId id = membership(SandboxCard.INSUFFICIENT_FUNDS);
    shop.discount(id, "On us", "100", 1);

    RunReport report = shop.renewAt(DUE);

    assertThat(report.charges()).isZero();
    assertThat(shop.subscription(id).status()).isEqualTo(SubscriptionStatus.ACTIVE);
    assertThat(order(id).quote().total()).isEqualTo(usd("0.00"));
    shop.assertBooksAgree();
  }

  @Test
  void creditIsUsedBeforeTheCardAndTheRestIsKept() {
    SubscriptionId id = membership(SandboxCard.SUCCEEDS);
    shop.credit(id, "15.00");

    RunReport free = shop.renewAt(DUE);
    RunReport rest = shop.renewAt(NEXT);

    assertThat(free.charges()).isZero();
    assertThat(rest.charges()).isEqualTo(1);
    assertThat(shop.charged()).extracting(SandboxEntry::amount).containsExactly(usd("7.00"));
    assertThat(shop.subscription(id).credit()).isEqualTo(usd("0.00"));
    assertThat(order(id).credit()).isEqualTo(usd("4.00"));
    assertThat(shop.group(id).toPay()).isEqualTo(usd("7.00"));
    shop.assertBooksAgree();
  }

  @Test
  void creditPaysOnlyForItsOwnSubscription() {
    SubscriptionId club = membership(SandboxCard.SUCCEEDS);
    SubscriptionId beans = coffee(SandboxCard.SUCCEEDS);
    shop.credit(club, "30.00");

    shop.renewAt(DUE);

    assertThat(shop.subscription(club).credit()).isEqualTo(usd("19.00"));
    assertThat(shop.charged()).extracting(SandboxEntry::amount).containsExactly(usd("27.50"));
    assertThat(order(beans).credit()).isEqualTo(usd("11.00"));
    shop.assertBooksAgree();
  }

  @Test
  void creditOfAnOwedRenewalIsGivenBackWhenItIsStruckOut() {
    SubscriptionId id = membership(SandboxCard.INSUFFICIENT_FUNDS);
    shop.credit(id, "4.00");
    shop.renewAt(DUE);
    assertThat(shop.subscription(id).credit()).isEqualTo(usd("0.00"));
    assertThat(shop.group(id).toPay()).isEqualTo(usd("7.00"));

    shop.commands().cancel(id, Actor.shopper(), "");

    assertThat(shop.subscription(id).credit()).isEqualTo(usd("4.00"));
    shop.assertBooksAgree();
  }

  @Test
  void retryChargesWhatCreditLeaves() {
    SubscriptionId id = membership(SandboxCard.INSUFFICIENT_FUNDS);
    shop.credit(id, "4.00");
    shop.renewAt(DUE);
    shop.changeCard(id, SandboxCard.SUCCEEDS);
    shop.retry(id);

    shop.renew();

    assertThat(shop.charged()).extracting(SandboxEntry::amount).containsExactly(usd("7.00"));
    shop.assertBooksAgree();
  }

  @Test
  void whatCreditPaysAloneIsSettledWhenTheOthersInTheGroupAreStruckOut() {
    SubscriptionId club = membership(SandboxCard.INSUFFICIENT_FUNDS);
    SubscriptionId beans = coffee(SandboxCard.INSUFFICIENT_FUNDS);
    shop.credit(club, "30.00");
    shop.renewAt(DUE);
    assertThat(shop.group(club).status()).isEqualTo(RenewalGroupStatus.UNPAID);

    shop.commands().cancel(beans, Actor.shopper(), "");
    shop.renew();

    assertThat(shop.group(club).status()).isEqualTo(RenewalGroupStatus.PAID);
    assertThat(shop.subscription(club).status()).isEqualTo(SubscriptionStatus.ACTIVE);
    assertThat(shop.charged()).isEmpty();
    shop.recoverAfter(Duration.ofMinutes(2));
    shop.assertBooksAgree();
  }

  @Test
  void earlyRenewalThatIsDeclinedGivesCreditAndDiscountBack() {
    SubscriptionId id = membership(SandboxCard.INSUFFICIENT_FUNDS);
    shop.discount(id, "SPRING", "25", 1);
    shop.credit(id, "4.00");
    shop.clock().advance(Duration.ofDays(3));
    EarlyRenewals early = shop.get(EarlyRenewals.class);
    EarlyQuoteResult quoted = early.quote(id, Actor.shopper());
    EarlyRenewalQuote quote = ((EarlyQuoteResult.Quoted) quoted).quote();
    assertThat(quote.toPay()).isEqualTo(usd("4.25"));
    assertThat(quote.credit()).isEqualTo(usd("4.00"));

    early.renew(id, quote.token(), Actor.shopper());

    assertThat(shop.subscription(id).credit()).isEqualTo(usd("4.00"));
    assertThat(shop.paymentsLeft(id, "SPRING")).isEqualTo(1);
    shop.assertBooksAgree();
  }

  @Test
  void shippingThatWasPaidOnceIsNotChargedAgain() {
    SubscriptionId id = coffee(SandboxCard.SUCCEEDS);
    shop.shop()
        .jdbc()
        .update(
            "update evergreen_subscription_line set shipping_once = true"
                + " where subscription_id = ?",
            id.value());

    shop.renewAt(DUE);

    assertThat(shop.group(id).shipping()).isEqualTo(usd("0.00"));
    assertThat(shop.group(id).total()).isEqualTo(usd("22.00"));
    assertThat(order(id).request().lines().get(0).shippingCharged()).isFalse();
    shop.assertBooksAgree();
  }

  @Test
  void everyAmountOfAJointRenewalIsExplained() {
    SubscriptionId club = membership(SandboxCard.SUCCEEDS);
    SubscriptionId beans = coffee(SandboxCard.SUCCEEDS);
    shop.discount(beans, "SPRING", "10", 3);
    shop.credit(beans, "2.00");

    shop.renewAt(DUE);

    assertThat(working(beans))
        .isEqualTo(
            """
            USD 20.00	1 x Coffee
            USD -2.00	SPRING
            USD 1.80	Tax
            USD 5.00	Its share of shipping
            USD 0.50	Its share of the tax on it
            USD -2.00	Paid by credit
            USD 23.30	To pay for this subscription
            USD 34.30	Charged together with subscription %s, in all
            """
                .formatted(club));
    assertThat(working(club))
        .isEqualTo(
            """
            USD 10.00	1 x Membership
            USD 1.00	Tax
            USD 11.00	To pay for this subscription
            USD 34.30	Charged together with subscription %s, in all
            """
                .formatted(beans));
    assertThat(shop.charged()).extracting(SandboxEntry::amount).containsExactly(usd("34.30"));
  }

  @Test
  void pricesThatHoldTheirTaxAreExplainedSo() {
    shop.shop().storefront().orders().includeTaxInPrices();
    SubscriptionId id =
        shop.subscribe(ada, SandboxCard.SUCCEEDS, shop.membership, monthly("11.00"));

    shop.renewAt(DUE);

    assertThat(working(id))
        .isEqualTo(
            """
            USD 11.00	1 x Membership
            \tThe prices hold tax of USD 1.00
            USD 11.00	To pay
            """);
  }

  @Test
  void whatIsNotAskedForAnyMoreIsExplainedToo() {
    SubscriptionId id = membership(SandboxCard.INSUFFICIENT_FUNDS);
    shop.renewAt(DUE);
    shop.commands().cancel(id, Actor.shopper(), "");

    assertThat(working(id)).endsWith("\tThis is not asked for any more\n");
    assertThat(
            shop.get(RenewalWorkings.class)
                .of(new SubscriptionId(99999), shop.group(id).id())
                .lines())
        .isEmpty();
  }
}
