package org.evergreen.broadleaf.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.broadleafcommerce.profile.core.service.CustomerService;
import org.evergreen.broadleaf.checkout.MissedSubscriptions;
import org.evergreen.broadleaf.tryout.start.TryoutClock;
import org.evergreen.payment.sandbox.SandboxCard;
import org.evergreen.plan.PlanId;
import org.evergreen.renewal.RenewalRecovery;
import org.evergreen.renewal.RenewalRun;
import org.evergreen.renewal.RunReport;
import org.evergreen.storefront.CustomerId;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionQueries;
import org.evergreen.testing.Concurrently;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** A shopper at Broadleaf's site, from the product to the renewal. */
@SiteTest
class BuyAndRenewTest {

  private static final long SAUCE = 5;
  private static final long OTHER_SAUCE = 6;
  private static final String GOOD_CARD = SandboxCard.SUCCEEDS.token();

  @LocalServerPort int port;
  @Autowired Shop shop;
  @Autowired SubscriptionQueries subscriptions;
  @Autowired RenewalRun renewals;
  @Autowired RenewalRecovery recovery;
  @Autowired MissedSubscriptions missed;
  @Autowired TryoutClock clock;
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
  void twoSubscriptionsRenewInOneChargeAndOneBroadleafOrder() {
    buy(SAUCE, shop.monthly("Sauce each month", "7.50", SAUCE));
    buy(OTHER_SAUCE, shop.monthly("Other sauce each month", "5.25", OTHER_SAUCE));
    assertThat(own()).hasSize(2);
    assertThat(visitor.get("/account/subscriptions").body())
        .contains(shop.sku(SAUCE).getName())
        .contains(shop.sku(OTHER_SAUCE).getName());
    long orders = orders();
    long started = shop.count("evergreen_subscription");
    clock.forward(Duration.ofDays(32));
    RunReport report = renewals.runDue();
    recovery.recover();
    assertThat(chargesOfRenewals()).containsExactly("17.7500");
    assertThat(report.parked()).isZero();
    assertThat(orders()).isEqualTo(orders + 1);
    assertThat(shop.count("evergreen_subscription")).isEqualTo(started);
    assertThat(lastOrder()).containsEntry("order_status", "SUBMITTED");
    assertThat(lastOrder().get("order_total").toString()).startsWith("17.75");
  }

  @Test
  void planThatLeftTheProductIsRefusedAtCheckout() {
    PlanId plan = shop.monthly("Short-lived", "6.00", SAUCE);
    visitor.add(SAUCE, plan.toString());
    visitor.giveAddress();
    Map<String, String> payment = visitor.payment(GOOD_CARD);
    shop.withdraw(plan, "Short-lived", "6.00");
    long charges = shop.count("evergreen_charge");
    HttpResponse<String> answer = visitor.post("/checkout", payment);
    assertThat(answer.uri().getPath()).isEqualTo("/cart");
    assertThat(answer.body()).contains("is not offered with the plan Short-lived any more");
    assertThat(shop.count("evergreen_charge")).isEqualTo(charges);
    assertThat(own()).isEmpty();
  }

  @Test
  void planOfAnotherProductIsRefusedInTheCart() {
    PlanId plan = shop.monthly("Elsewhere", "6.00", OTHER_SAUCE);
    assertThat(visitor.add(SAUCE, plan.toString()).body()).contains("is not offered for");
    assertThat(visitor.get("/cart").body()).contains("Your cart is empty");
  }

  @Test
  void samePlanTwiceIsOneLineAndAnotherPlanIsAnother() {
    PlanId plan = shop.monthly("Twice", "6.00", SAUCE);
    PlanId other = shop.monthly("Beside it", "6.50", SAUCE);
    visitor.add(SAUCE, plan.toString());
    visitor.add(SAUCE, other.toString());
    assertThat(visitor.add(SAUCE, plan.toString()).body())
        .contains("$12.00")
        .contains("$6.50")
        .contains("$18.50");
  }

  @Test
  void guestsCartKeepsItsPlanWhenHeRegisters() {
    PlanId plan = shop.monthly("As a guest", "6.25", SAUCE);
    Visitor guest = new Visitor(port);
    guest.add(SAUCE, plan.toString());
    guest.register();
    assertThat(guest.get("/cart").body()).contains("As a guest").contains("$6.25");
  }

  @Test
  void checkoutThatIsPressedTwiceMakesOneOrder() {
    visitor.add(SAUCE, shop.monthly("Pressed twice", "6.00", SAUCE).toString());
    visitor.giveAddress();
    Map<String, String> payment = visitor.payment(GOOD_CARD);
    long charges = shop.count("evergreen_charge");
    List<HttpResponse<String>> answers =
        Concurrently.call(2, () -> visitor.post("/checkout", payment));
    assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(200);
    assertThat(own()).hasSize(1);
    assertThat(shop.count("evergreen_charge")).isEqualTo(charges + 1);
  }

  @Test
  void declinedCardLeavesTheCart() {
    visitor.add(SAUCE, shop.monthly("Declined", "6.00", SAUCE).toString());
    visitor.giveAddress();
    assertThat(visitor.pay(SandboxCard.INSUFFICIENT_FUNDS.token()).body())
        .contains("does not have enough funds");
    assertThat(own()).isEmpty();
    assertThat(visitor.pay(GOOD_CARD).uri().getPath()).startsWith("/account/orders/");
    assertThat(own()).hasSize(1);
  }

  @Test
  void cardThatAsksForItsBankLeavesTheCartToAnotherCard() {
    visitor.add(SAUCE, shop.monthly("Asks the bank", "6.00", SAUCE).toString());
    visitor.giveAddress();
    for (int time = 0; time < 2; time++) {
      assertThat(visitor.pay(SandboxCard.REQUIRES_AUTHENTICATION.token()).body())
          .contains("Please use another card");
    }
    assertThat(own()).isEmpty();
    assertThat(visitor.pay(GOOD_CARD).uri().getPath()).startsWith("/account/orders/");
    assertThat(own()).hasSize(1);
    assertThat(
            jdbc.queryForList(
                "select state from evergreen_charge where customer_id = ? order by attempt",
                String.class,
                customer().value()))
        .containsExactly("CANCELED", "CANCELED", "SUCCEEDED");
  }

  @Test
  void subscriptionsThatCouldNotBeStartedAreMadeUpFor() {
    buy(SAUCE, shop.monthly("Made up for", "6.00", SAUCE));
    long id = own().get(0).id().value();
    jdbc.update("delete from evergreen_notice");
    jdbc.update("delete from evergreen_working where subscription_id = ?", id);
    jdbc.update("delete from evergreen_subscription_event where subscription_id = ?", id);
    jdbc.update("delete from evergreen_subscription_line where subscription_id = ?", id);
    jdbc.update("delete from evergreen_subscription where id = ?", id);
    assertThat(own()).isEmpty();
    assertThat(missed.start()).isEqualTo(1);
    assertThat(missed.start()).isZero();
    assertThat(own()).hasSize(1);
  }

  @Test
  void badInputIsAnsweredWithSentencesOrNotFound() {
    assertThat(visitor.get("/products/no-number").statusCode()).isEqualTo(404);
    assertThat(visitor.get("/products/99999999999999999999").statusCode()).isEqualTo(404);
    assertThat(visitor.get("/account/orders/123").statusCode()).isEqualTo(404);
    assertThat(visitor.get("/account/subscriptions/123456").statusCode()).isEqualTo(404);
    Map<String, String> much = Map.of("product", "" + SAUCE, "plan", "", "quantity", "-1");
    assertThat(visitor.submit("/products/" + SAUCE, "/cart/lines", much).body())
        .contains("A quantity is a whole number");
  }

  @Test
  void formWithoutTheTokenIsRefused() {
    Map<String, String> form = Map.of("product", "" + SAUCE, "plan", "", "quantity", "1");
    visitor.post("/cart/lines", form);
    assertThat(visitor.get("/cart").body()).contains("Your cart is empty");
  }

  private void buy(long product, PlanId plan) {
    visitor.add(product, plan.toString());
    visitor.giveAddress();
    assertThat(visitor.pay(GOOD_CARD).uri().getPath()).startsWith("/account/orders/");
  }

  private List<Subscription> own() {
    return subscriptions.ofCustomer(customer());
  }

  private CustomerId customer() {
    return new CustomerId(customers.readCustomerByUsername(visitor.email()).getId().toString());
  }

  private List<String> chargesOfRenewals() {
    return jdbc.queryForList(
        "select amount::text from evergreen_charge where purpose = 'RENEWAL' and customer_id = ?",
        String.class,
        customer().value());
  }

  private long orders() {
    return shop.count("blc_order where customer_id = " + customer().value());
  }

  private Map<String, Object> lastOrder() {
    return jdbc.queryForMap(
        "select * from blc_order where customer_id = ? order by order_id desc limit 1",
        Long.parseLong(customer().value()));
  }
}
