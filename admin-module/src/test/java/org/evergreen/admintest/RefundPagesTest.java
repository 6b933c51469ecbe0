package org.evergreen.admintest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evergreen.testing.OfferBuilder.monthly;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.evergreen.payment.Charge;
import org.evergreen.payment.ChargeState;
import org.evergreen.payment.PaymentMethod;
import org.evergreen.payment.PaymentMethods;
import org.evergreen.payment.Refund;
import org.evergreen.payment.RefundState;
import org.evergreen.payment.Refunds;
import org.evergreen.payment.sandbox.SandboxCard;
import org.evergreen.renewal.RenewalMonitor;
import org.evergreen.storefront.Sku;
import org.evergreen.subscription.Actor;
import org.evergreen.subscription.DetailCommands;
import org.evergreen.subscription.Seen;
import org.evergreen.subscription.SubscriptionCommands;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.subscription.SubscriptionQueries;
import org.evergreen.subscription.SubscriptionStatus;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/**
 * Refunds by a merchant. A renewal of 10.80 costs 17.38 with tax and shipping; a second one of
 * 20.00 that is paid with it ships along.
 */
@AdminTest
class RefundPagesTest {

  private static final String FORM = "form[action$=/refund]";
  private static final String REFUSAL = ".alert-danger[role=alert] span";

  private final Browser browser;
  private final AdminShop shop;
  private final RenewalMonitor monitor;
  private final Refunds refunds;
  private final SubscriptionCommands commands;
  private final SubscriptionQueries queries;
  private final DetailCommands details;
  private final PaymentMethods methods;

  @Autowired
  RefundPagesTest(
      MockMvc mvc,
      AdminShop shop,
      RenewalMonitor monitor,
      Refunds refunds,
      SubscriptionCommands commands,
      SubscriptionQueries queries,
      DetailCommands details,
      PaymentMethods methods) {
    this.browser = new Browser(mvc);
    this.shop = shop;
    this.monitor = monitor;
    this.refunds = refunds;
    this.commands = commands;
    this.queries = queries;
    this.details = details;
    this.methods = methods;
  }

  @Test
  void partOfARenewalIsGivenBackAndTheSubscriptionStays() {
    SubscriptionId id = renewed(SandboxCard.SUCCEEDS);
    Page form = form(id);
    assertThat(form.text("#paid"))
        .isEqualTo("$17.38 paid on 10 Apr 2026. $17.38 can be given back.");
    assertThat(form.form(FORM).value("amount")).isEqualTo("17.38");

    Page answer = browser.send(form, FORM, "amount", "5", "reason", "came late");

    assertThat(answer.redirect()).isEqualTo(page(id));
    assertThat(answer.done()).isEqualTo("$5.00 are refunded.");
    Page after = browser.open(page(id));
    assertThat(after.texts("#refunds td[data-label=Amount]")).containsExactly("$5.00");
    assertThat(after.text("#refunds td[data-label=Reason]")).isEqualTo("came late");
    assertThat(after.text(".admin-history li")).contains("Refunded", "by pat", "$5.00");
    assertThat(queries.find(id).orElseThrow().status()).isEqualTo(SubscriptionStatus.ACTIVE);
    assertThat(form(id).text("#paid"))
        .isEqualTo("$17.38 paid on 10 Apr 2026. $12.38 can be given back.");
  }

  @Test
  void refundIsBookedToALineAndNoMoreThanThatIsGiven() {
    SubscriptionId id = renewed(SandboxCard.SUCCEEDS);
    Page form = form(id);
    assertThat(form.texts("#line option"))
        .containsExactly("The payment as a whole, $17.38 left", "House Blend, $11.88 left");
    String line = form.document().select("#line option").get(1).attr("value");

    Page tooMuch = browser.send(form, FORM, "line", line, "amount", "11.89");
    assertThat(tooMuch.text(REFUSAL)).isEqualTo("Not done: Refund at most $11.88, which is left.");
    assertThat(tooMuch.status()).isEqualTo(422);
    assertThat(tooMuch.form(FORM).value("amount")).isEqualTo("11.89");
    assertThat(tooMuch.form(FORM).value("line")).isEqualTo(line);
    assertThat(browser.send(form(id), FORM, "line", "4711").text(REFUSAL))
        .isEqualTo("Not done: Choose what it is for.");
    assertThat(browser.send(form(id), FORM, "line", line, "amount", "11.88").done())
        .isEqualTo("$11.88 are refunded.");

    assertThat(given(id))
        .extracting(refund -> refund.line().getAsLong() + "")
        .containsExactly(line);
    assertThat(form(id).texts("#line option"))
        .containsExactly("The payment as a whole, $5.50 left", "House Blend, $0.00 left");
  }

  @Test
  void ofAChargeThatPaidSeveralOnlyTheOwnPartIsGivenBack() {
    Sku tea = shop.product("Green Tea", "20.00");
    SubscriptionId other = shop.buy("ada", SandboxCard.SUCCEEDS, tea, monthly("20.00"));
    SubscriptionId id = renewed(SandboxCard.SUCCEEDS);
    assertThat(charge(id).id()).isEqualTo(charge(other).id());

    Page form = form(id);
    String mine = form.form(FORM).value("amount");
    String theirs = form(other).form(FORM).value("amount");
    assertThat(new BigDecimal(mine).add(new BigDecimal(theirs)))
        .isEqualTo(charge(id).amount().getAmount());
    assertThat(form.text("#paid"))
        .isEqualTo(
            "$"
                + mine
                + " of $"
                + charge(id).amount().getAmount()
                + " paid on 10 Apr 2026. $"
                + mine
                + " can be given back.");

    assertThat(browser.send(form, FORM, "amount", theirs).text(REFUSAL))
        .isEqualTo("Not done: Refund at most $" + mine + ", which is left.");
    assertThat(browser.send(form(id), FORM).done()).isEqualTo("$" + mine + " are refunded.");
    assertThat(form(id).text("#paid")).endsWith("Nothing is left to give back.");
    assertThat(form(id).has(FORM)).isFalse();
    assertThat(form(other).form(FORM).value("amount")).isEqualTo(theirs);
  }

  @Test
  void formThatIsSentTwiceRefundsOnceAndWithAnotherAmountNothing() {
    SubscriptionId id = renewed(SandboxCard.SUCCEEDS);
    Page form = form(id);
    browser.send(form, FORM, "amount", "5");

    assertThat(browser.send(form, FORM, "amount", "5").done()).isEqualTo("$5.00 are refunded.");
    assertThat(browser.send(form, FORM, "amount", "6").text(REFUSAL))
        .isEqualTo(
            "Not done: Another refund was made with this form before. Send it again to make this one too.");

    assertThat(given(id)).hasSize(1);
    assertThat(browser.open(page(id)).texts(".admin-history strong")).containsOnlyOnce("Refunded");
  }

  @Test
  void chargeThatWasMadeWithoutACancelledSubscriptionIsNotItsToRefund() {
    Sku tea = shop.product("Green Tea", "20.00");
    SubscriptionId other = shop.buy("ada", SandboxCard.INSUFFICIENT_FUNDS, tea, monthly("20.00"));
    SubscriptionId id = renewed(SandboxCard.INSUFFICIENT_FUNDS);
    commands.cancelNow(Seen.any(id), Actor.merchant("pat"), "");
    PaymentMethod card =
        methods.store(shop.storefront().customer("ada"), SandboxCard.SUCCEEDS.token());
    details.payWith(Seen.any(other), Actor.merchant("pat"), card.id());
    shop.renewAfter(Duration.ofDays(1));
    Charge paid =
        monitor.ofSubscription(other).get(0).charges().stream()
            .filter(charge -> charge.state() == ChargeState.SUCCEEDED)
            .findFirst()
            .orElseThrow();

    String mine = page(id) + "/charges/" + paid.id().value() + "/refund";
    assertThat(browser.open(page(id)).has("a[href='" + mine + "']")).isFalse();
    assertThat(browser.open(mine).status()).isEqualTo(404);
    Page theirs = browser.open(page(other) + "/charges/" + paid.id().value() + "/refund");
    assertThat(theirs.form(FORM).value("amount"))
        .isEqualTo(paid.amount().getAmount().toPlainString());
    assertThat(
            browser
                .open("/admin/renewals/" + monitor.ofSubscription(id).get(0).id())
                .texts("td[data-label=Item]"))
        .containsExactlyInAnyOrder("House Blend Dropped, not charged", "Green Tea");
  }

  @Test
  void chargeOfAnOrderSuggestsNoAmount() {
    SubscriptionId id =
        shop.buy(
            "ada", SandboxCard.SUCCEEDS, shop.product("House Blend", "12.00"), monthly("10.80"));
    shop.chargeCheckout("order-1", "ada", Money.parse("USD 36.00"));
    String link = browser.open(page(id)).document().select("a[href$=/refund]").first().attr("href");

    Page form = browser.open(link);

    assertThat(form.form(FORM).value("amount")).isEmpty();
    assertThat(form.text("#paid + p")).startsWith("It paid a whole order");
    assertThat(browser.send(form, FORM, "amount", "36").done()).isEqualTo("$36.00 are refunded.");
  }

  @Test
  void subscriptionThatIsOverCanStillBeRefunded() {
    SubscriptionId id = renewed(SandboxCard.SUCCEEDS);
    commands.cancelNow(Seen.any(id), Actor.merchant("pat"), "");

    browser.send(form(id), FORM);

    assertThat(given(id)).extracting(Refund::state).containsExactly(RefundState.SUCCEEDED);
  }

  @Test
  void whatTheGatewayRefusesIsSaidAndListed() {
    SubscriptionId id = renewed(SandboxCard.REFUSES_REFUNDS);
    assertThat(browser.open("/admin").text("#refunds")).isEqualTo("0");
    assertThat(browser.open("/admin/operations/refunds").text(".admin-empty"))
        .isEqualTo("Nothing was given back yet.");

    Page answer = browser.send(form(id), FORM, "amount", "5", "reason", "broken");

    assertThat(answer.text(REFUSAL)).startsWith("Not done: The gateway refused to refund $5.00.");
    assertThat(answer.form(FORM).value("reason")).isEqualTo("broken");
    assertThat(browser.open("/admin").text("#refunds")).isEqualTo("1");
    Page list = browser.open("/admin/operations/refunds", "list", "failed");
    assertThat(list.text("td[data-label=Subscription]")).isEqualTo(id.toString());
    assertThat(list.text("td[data-label=Amount]")).isEqualTo("$5.00");
    assertThat(list.text("td[data-label=State]")).isEqualTo("Failed");
    assertThat(list.text("td[data-label=Reason]")).startsWith("broken ");
    assertThat(list.text("td[data-label=Customer]")).isEqualTo("Ada Green ada@example.com");
    shop.clock().advance(Duration.ofDays(31));
    assertThat(browser.open("/admin").text("#refunds")).isEqualTo("0");
  }

  @Test
  void listOfFailedRefundsHasNoOthers() {
    browser.send(form(renewed(SandboxCard.SUCCEEDS)), FORM, "amount", "5");

    assertThat(browser.open("/admin/operations/refunds").texts("#refunds td[data-label=State]"))
        .containsExactly("Succeeded");
    assertThat(browser.open("/admin/operations/refunds", "list", "failed").text(".admin-empty"))
        .isEqualTo("No refund has failed.");
  }

  @Test
  void chargeOfAnotherSubscriptionIsNotFound() {
    SubscriptionId id = renewed(SandboxCard.SUCCEEDS);
    Sku tea = shop.product("Green Tea", "20.00");
    SubscriptionId other = shop.buy("bob", SandboxCard.SUCCEEDS, tea, monthly("20.00"));
    String foreign = page(other) + "/charges/" + charge(id).id().value() + "/refund";

    assertThat(browser.open(foreign).status()).isEqualTo(404);
    assertThat(browser.send(foreign, "amount", "1").status()).isEqualTo(404);
    assertThat(browser.open(page(id) + "/charges/x/refund").status()).isEqualTo(404);
    assertThat(browser.open("/admin/subscriptions/4711/charges/1/refund").status()).isEqualTo(404);
  }

  private SubscriptionId renewed(SandboxCard card) {
    SubscriptionId id =
        shop.buy("ada", card, shop.product("House Blend", "12.00"), monthly("10.80"));
    shop.renewAfter(Duration.ofDays(31));
    return id;
  }

  private Charge charge(SubscriptionId id) {
    return monitor.ofSubscription(id).get(0).charges().get(0);
  }

  private List<Refund> given(SubscriptionId id) {
    return refunds.ofSubscription(id.value());
  }

  /** By the link on the page of the subscription. */
  private Page form(SubscriptionId id) {
    assertThat(browser.open(page(id)).has("a[href='" + address(id) + "']")).isTrue();
    return browser.open(address(id));
  }

  private String address(SubscriptionId id) {
    return page(id) + "/charges/" + charge(id).id().value() + "/refund";
  }

  private static String page(SubscriptionId id) {
    return "/admin/subscriptions/" + id;
  }
}
