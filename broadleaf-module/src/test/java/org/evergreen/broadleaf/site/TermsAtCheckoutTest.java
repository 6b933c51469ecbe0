package org.evergreen.broadleaf.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.broadleafcommerce.profile.core.service.CustomerService;
import org.evergreen.broadleaf.tryout.start.TryoutClock;
import org.evergreen.checkout.FirstPayments;
import org.evergreen.money.MoneyInWords;
import org.evergreen.payment.sandbox.SandboxCard;
import org.evergreen.plan.PlanId;
import org.evergreen.plan.PlanOffer;
import org.evergreen.plan.ProductOffers;
import org.evergreen.renewal.RenewalRecovery;
import org.evergreen.renewal.RenewalRun;
import org.evergreen.storefront.Catalog;
import org.evergreen.storefront.CustomerId;
import org.evergreen.storefront.Sku;
import org.evergreen.storefront.SkuId;
import org.evergreen.subscription.Recipient;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionQueries;
import org.evergreen.subscription.SubscriptionStatus;
import org.evergreen.terms.Alignment;
import org.evergreen.terms.AlignmentDay;
import org.evergreen.terms.BillingInterval;
import org.evergreen.terms.Commitment;
import org.evergreen.terms.DownloadRelease;
import org.evergreen.terms.IntervalUnit;
import org.evergreen.terms.PlanConditions;
import org.evergreen.terms.PlanTerms;
import org.evergreen.terms.PurchaseLimit;
import org.evergreen.terms.Trial;
import org.evergreen.time.ShopTime;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** What plans promise, from Broadleaf's cart to the subscription. */
@SiteTest
class TermsAtCheckoutTest {

  private static final long SAUCE = 8;
  private static final PlanConditions USUAL = PlanConditions.usual();
  private static final PlanConditions EVERYTHING =
      new PlanConditions(
          true, PurchaseLimit.ONE_EVER, new Commitment(12, 100), DownloadRelease.AFTER_RENEWAL);
  private static final Trial ONCE = new Trial(new BillingInterval(14, IntervalUnit.DAY), true);
  private static final String GOOD_CARD = SandboxCard.SUCCEEDS.token();

  @LocalServerPort int port;
  @Autowired Shop shop;
  @Autowired Catalog catalog;
  @Autowired ProductOffers offers;
  @Autowired SubscriptionQueries subscriptions;
  @Autowired RenewalRun renewals;
  @Autowired RenewalRecovery recovery;
  @Autowired TryoutClock clock;
  @Autowired ShopTime time;
  @Autowired JdbcTemplate jdbc;

  @Autowired
  @Qualifier("blCustomerService")
  CustomerService customers;

  private Visitor visitor;

  @BeforeEach
  void registeredVisitor() {
    visitor = new Visitor(port);
    visitor.register();
  }

  @Test
  void alignedPlanCostsTheDaysToItsDay() {
    int lastWeek = time.today().minusDays(9).getDayOfMonth();
    Alignment alignment =
        new Alignment(
            new AlignmentDay.DayOfMonth(Math.min(lastWeek, 28)),
            Alignment.FirstPayment.PRORATED,
            0);
    PlanId plan = shop.plan("On a day", terms("30.00", "0.00", null, alignment, USUAL), SAUCE);
    Money due = FirstPayments.of(offer(plan), time.today()).amount();
    assertThat(due).isLessThan(Money.parse("USD 30.00"));
    assertThat(visitor.add(SAUCE, plan.toString()).body())
        .contains(MoneyInWords.write(due, Locale.US))
        .contains(" days of ");
    pay();
    assertThat(lastTotal()).isEqualTo(due.plus(Money.parse("USD 5.00")));
    assertThat(time.dateOf(own().get(0).nextPaymentAt().orElseThrow()).getDayOfMonth())
        .isEqualTo(Math.min(lastWeek, 28));
  }

  @Test
  void everyTermSurvivesTheCart() {
    Alignment alignment =
        new Alignment(
            new AlignmentDay.LastDayOfMonth(), Alignment.FirstPayment.NOTHING_UNTIL_DAY, 0);
    PlanId plan =
        shop.plan("Everything", terms("9.00", "1.25", null, alignment, EVERYTHING), SAUCE);
    PlanOffer offer = offer(plan);
    visitor.add(SAUCE, plan.toString());
    pay();
    assertThat(own().get(0).lines().get(0).offer()).contains(offer);
  }

  @Test
  void trialCostsItsSignUpFeeAndNoShipping() {
    PlanId plan = shop.plan("Tried", terms("9.00", "2.00", ONCE, null, USUAL), SAUCE);
    visitor.add(SAUCE, plan.toString());
    pay();
    assertThat(lastTotal()).isEqualTo(Money.parse("USD 2.00"));
    assertThat(own().get(0).status()).isEqualTo(SubscriptionStatus.TRIALING);
  }

  @Test
  void freeTrialStillStoresTheCardAndIsGivenOnce() {
    PlanId plan = shop.plan("Tried for free", terms("9.00", "0.00", ONCE, null, USUAL), SAUCE);
    visitor.add(SAUCE, plan.toString());
    pay();
    assertThat(lastTotal().isZero()).isTrue();
    assertThat(own().get(0).method()).isPresent();
    assertThat(visitor.add(SAUCE, plan.toString()).body()).contains("$9.00");
    pay();
    assertThat(lastTotal()).isEqualTo(Money.parse("USD 14.00"));
    assertThat(own())
        .extracting(Subscription::status)
        .containsExactlyInAnyOrder(SubscriptionStatus.TRIALING, SubscriptionStatus.ACTIVE);
  }

  @Test
  void guestWhoHadTheTrialSeesThePriceWhenHeSignsIn() {
    PlanId plan = shop.plan("Tried before", terms("9.00", "0.00", ONCE, null, USUAL), SAUCE);
    visitor.add(SAUCE, plan.toString());
    pay();
    Visitor guest = new Visitor(port);
    assertThat(guest.add(SAUCE, plan.toString()).body()).contains("nothing in the trial");
    guest.signIn(visitor.email());
    assertThat(guest.get("/cart").body()).contains("the full price now").contains("$9.00");
  }

  @Test
  void limitedPlanIsRefusedInTheCartAndAtTheCheckout() {
    PlanConditions one =
        new PlanConditions(
            false, PurchaseLimit.ONE_ACTIVE, Commitment.none(), DownloadRelease.ALL_AT_ONCE);
    PlanId plan = shop.plan("Only one", terms("9.00", "0.00", null, null, one), SAUCE);
    Visitor second = new Visitor(port);
    visitor.add(SAUCE, plan.toString());
    second.add(SAUCE, plan.toString());
    pay();
    assertThat(visitor.add(SAUCE, plan.toString()).body())
        .contains("You already have a subscription to");
    second.signIn(visitor.email());
    assertThat(second.get("/checkout").body()).contains("You already have a subscription to");
    assertThat(own()).hasSize(1);
  }

  @Test
  void offerOfTheShopReducesTheFirstOrderOnly() {
    visitor.add(SAUCE, shop.monthly("Welcome", "10.00", SAUCE).toString());
    assertThat(visitor.useCode("WELCOME").body()).contains("-$2.00");
    pay();
    assertThat(lastTotal()).isEqualTo(Money.parse("USD 13.00"));
    assertThat(renewal()).isEqualTo(Money.parse("USD 15.00"));
  }

  @Test
  void markedOfferReducesTheNextPaymentsToo() {
    visitor.add(SAUCE, shop.monthly("Twice", "10.00", SAUCE).toString());
    assertThat(visitor.useCode("no such code").body()).contains("There is no such code");
    visitor.useCode("TWICE");
    pay();
    assertThat(lastTotal()).isEqualTo(Money.parse("USD 14.00"));
    assertThat(renewal()).isEqualTo(Money.parse("USD 14.00"));
    assertThat(renewal()).isEqualTo(Money.parse("USD 15.00"));
  }

  @Test
  void giftGoesToItsRecipientAndTheGiverPays() {
    PlanId plan = shop.monthly("A present", "6.00", SAUCE);
    assertThat(visitor.give(SAUCE, plan.toString(), "no address").body())
        .contains("Please give the e-mail address");
    visitor.give(SAUCE, plan.toString(), "bo@example.com");
    pay();
    assertThat(own().get(0).recipient()).map(Recipient::email).contains("bo@example.com");
    assertThat(own().get(0).customer()).isEqualTo(customer());
  }

  private static PlanTerms terms(
      String price, String fee, Trial trial, Alignment alignment, PlanConditions conditions) {
    return Shop.terms(price, fee, trial, alignment, conditions);
  }

  private PlanOffer offer(PlanId plan) {
    SkuId id = new SkuId(shop.sku(SAUCE).getId().toString());
    Sku sku = catalog.skus(List.of(id)).get(id);
    return offers.offersFor(sku).offer(plan).orElseThrow();
  }

  private void pay() {
    visitor.giveAddress();
    assertThat(visitor.pay(GOOD_CARD).uri().getPath()).startsWith("/account/orders/");
  }

  /** What the renewal of a month later costs. */
  private Money renewal() {
    clock.forward(Duration.ofDays(32));
    renewals.runDue();
    recovery.recover();
    return lastTotal();
  }

  private Money lastTotal() {
    return Money.parse(
        "USD "
            + jdbc.queryForObject(
                "select round(order_total, 2)::text from blc_order"
                    + " where customer_id = ? and order_status = 'SUBMITTED'"
                    + " order by submit_date desc limit 1",
                String.class,
                Long.parseLong(customer().value())));
  }

  /** No method answers with a subscription: it would be loaded before Broadleaf can weave it. */
  private List<Subscription> own() {
    return subscriptions.ofCustomer(customer());
  }

  private CustomerId customer() {
    return new CustomerId(customers.readCustomerByUsername(visitor.email()).getId().toString());
  }
}
