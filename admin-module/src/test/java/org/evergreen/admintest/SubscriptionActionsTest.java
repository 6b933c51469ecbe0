package org.evergreen.admintest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evergreen.testing.OfferBuilder.monthly;
import static org.evergreen.testing.OfferBuilder.usd;

import java.time.Duration;
import org.evergreen.change.ChangeRequest;
import org.evergreen.change.ChangeView;
import org.evergreen.change.Changes;
import org.evergreen.change.QuoteResult;
import org.evergreen.payment.sandbox.SandboxCard;
import org.evergreen.storefront.Sku;
import org.evergreen.subscription.Actor;
import org.evergreen.subscription.Seen;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionCommands;
import org.evergreen.subscription.SubscriptionEvent.What;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.subscription.SubscriptionQueries;
import org.evergreen.subscription.SubscriptionStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** What a merchant does with a subscription. It is 10 March 2026; the next payment is 10 April. */
@AdminTest
class SubscriptionActionsTest {

  private final Browser browser;
  private final AdminShop shop;
  private final SubscriptionQueries queries;
  private final SubscriptionCommands commands;
  private final Changes changes;
  private SubscriptionId id;

  @Autowired
  SubscriptionActionsTest(
      MockMvc mvc,
      AdminShop shop,
      SubscriptionQueries queries,
      SubscriptionCommands commands,
      Changes changes) {
    this.browser = new Browser(mvc);
    this.shop = shop;
    this.queries = queries;
    this.commands = commands;
    this.changes = changes;
  }

  @BeforeEach
  void buy() {
    Sku coffee = shop.product("House Blend", "12.00");
    id = shop.buy("ada", SandboxCard.SUCCEEDS, coffee, monthly("31.00"));
  }

  @Test
  void merchantPausesUntilADayAndResumes() {
    Page answer = browser.send(page(), "form[action$=/pause]", "until", "2026-05-01");

    assertThat(answer.redirect()).isEqualTo("/admin/subscriptions/" + id);
    assertThat(answer.done()).isEqualTo("Subscription " + id + " is paused.");
    assertThat(it().status()).isEqualTo(SubscriptionStatus.PAUSED);
    assertThat(queries.history(id).get(0).actor()).isEqualTo(Actor.merchant("pat"));
    Page paused = page();
    assertThat(paused.text("#paused")).isEqualTo("10 Mar 2026, 10:00 until 1 May 2026");
    assertThat(paused.has("form[action$=/pause]")).isFalse();
    assertThat(paused.has("form[action$=/skip]")).isFalse();
    assertThat(paused.text("form[action$=/resume] p"))
        .isEqualTo("It renews again; the next payment is on 10 Apr 2026.");

    assertThat(browser.send(paused, "form[action$=/resume]").done())
        .isEqualTo("Subscription " + id + " renews again.");
    assertThat(it().status()).isEqualTo(SubscriptionStatus.ACTIVE);
  }

  @Test
  void merchantSkipsTheNextPayment() {
    Page page = page();
    assertThat(page.text("form[action$=/skip] p"))
        .isEqualTo("One payment is left out; the next payment is on 10 May 2026.");

    assertThat(browser.send(page, "form[action$=/skip]").done())
        .isEqualTo("One payment of subscription " + id + " is left out.");

    assertThat(page().text("#next-payment")).isEqualTo("10 May 2026, 10:00");
    assertThat(queries.history(id).get(0).what()).isEqualTo(What.SKIPPED);
  }

  @Test
  void merchantMovesTheNextPaymentOnceOrFromNowOn() {
    browser.send(page(), "form[action$=/move]", "to", "2026-04-20");
    assertThat(page().text("#next-payment")).isEqualTo("20 Apr 2026, 10:00");
    assertThat(queries.upcoming(it(), 2).get(1)).hasToString("2026-05-10T14:00:00Z");

    browser.send(page(), "form[action$=/move]", "to", "2026-04-25", "reach", "FROM_NOW_ON");
    assertThat(queries.upcoming(it(), 2))
        .extracting(Object::toString)
        .containsExactly("2026-04-25T14:00:00Z", "2026-05-25T14:00:00Z");
  }

  @ParameterizedTest
  @CsvSource({
    "'', 'Not done: Enter a day as year-month-day, for example 2026-12-31.'",
    "tomorrow, 'Not done: Enter a day as year-month-day, for example 2026-12-31.'",
    "2026-02-31, 'Not done: There is no such day: ''2026-02-31''.'"
  })
  void dayThatDoesNotExistIsRefused(String day, String problem) {
    Page answer = browser.send(page(), "form[action$=/move]", "to", day);

    assertThat(answer.problem()).isEqualTo(problem);
    assertThat(page().text("#next-payment")).isEqualTo("10 Apr 2026, 10:00");
  }

  @Test
  void dayInThePastIsRefused() {
    assertThat((String) browser.send(page(), "form[action$=/move]", "to", "2026-03-01").problem())
        .startsWith("Not done: ");
    assertThat(
            (String) browser.send(page(), "form[action$=/pause]", "until", "2026-03-01").problem())
        .startsWith("Not done: ");
    assertThat(it().status()).isEqualTo(SubscriptionStatus.ACTIVE);
  }

  @Test
  void oldPageIsToldThatTheSubscriptionChanged() {
    Page old = page();
    browser.send(page(), "form[action$=/move]", "to", "2026-04-20");

    Page answer = browser.send(old, "form[action$=/pause]");

    assertThat(answer.problem())
        .isEqualTo("Not done: the subscription changed meanwhile. Look at it and try again.");
    assertThat(it().status()).isEqualTo(SubscriptionStatus.ACTIVE);
  }

  @Test
  void creditIsGivenOnceHoweverOftenTheFormIsSent() {
    Form form =
        page().form("form[action$=/credit]").set("amount", "5").set("note", "late <b>parcel</b>");

    Page answer = browser.send(form);
    browser.send(form);

    assertThat(answer.done()).isEqualTo("$5.00 are credited to subscription " + id + ".");
    assertThat(it().credit()).isEqualTo(usd("5.00"));
    Page page = page();
    assertThat(page.text("#credit")).isEqualTo("$5.00");
    assertThat(page.texts("#credits td[data-label=Amount]")).containsExactly("$5.00");
    assertThat(page.texts(".admin-history strong")).containsExactly("Credited", "Started");
    assertThat(queries.history(id).get(0).note()).isEqualTo("USD 5.00, late <b>parcel</b>");
    assertThat(page.html()).doesNotContain("<b>parcel");
    browser.send(page.form("form[action$=/credit]").set("amount", "1.50"));
    assertThat(it().credit()).isEqualTo(usd("6.50"));
  }

  @ParameterizedTest
  @CsvSource({
    "'', 'Not done: Enter an amount in USD.'",
    "0, 'Not done: Enter an amount in USD above zero.'",
    "-5, 'Not done: Enter an amount in USD of 0 or more, not ''-5''.'",
    "1.234, 'Not done: Enter an amount in USD with at most 2 digits after the point.'",
    "'5,00', 'Not done: Write an amount in USD with a point and without commas, for example 12.50.'"
  })
  void wrongAmountIsRefused(String amount, String problem) {
    Page answer = browser.send(page(), "form[action$=/credit]", "amount", amount);

    assertThat(answer.problem()).isEqualTo(problem);
    assertThat(it().credit()).isEqualTo(usd("0.00"));
  }

  @Test
  void formWithoutItsTokenGivesNothing() {
    Page answer =
        browser.send("/admin/subscriptions/" + id + "/credit", "amount", "5", "token", "x");

    assertThat(answer.problem())
        .isEqualTo("Not done: The form is incomplete; open the page again.");
    assertThat(it().credit()).isEqualTo(usd("0.00"));
  }

  @Test
  void cancelNowGivesTheUnusedPartBack() {
    shop.chargeCheckout("order-1", "ada", usd("36.00"));
    shop.clock().advance(Duration.ofDays(21));
    Page page = page();
    assertThat(page.form("form[action$=/cancel-now]").value("refund")).isEqualTo("10.00");
    assertThat(page.text("form[action$=/cancel-now] .form-text"))
        .isEqualTo(
            "Filled in is the part of $31.00 for the days that are left. At most $36.00, which is"
                + " left of the last charge. Empty for no refund.");

    Page answer = browser.send(page, "form[action$=/cancel-now]", "reason", "moved abroad");

    assertThat(answer.done())
        .isEqualTo("Subscription " + id + " is cancelled and $10.00 are refunded.");
    assertThat(it().status()).isEqualTo(SubscriptionStatus.CANCELLED);
    Page after = page();
    assertThat(after.texts("#refunds td[data-label=Amount]")).containsExactly("$10.00");
    assertThat(after.texts("#refunds td[data-label=State]")).containsExactly("Succeeded");
    assertThat(after.texts(".admin-history strong"))
        .containsExactly("Refunded", "Cancelled", "Started");
    assertThat(after.text(".admin-acts > p")).startsWith("It is over");
    assertThat(after.has(".admin-acts form")).isFalse();
    assertThat(browser.send(page, "form[action$=/cancel-now]").done())
        .isEqualTo("Subscription " + id + " is cancelled and $10.00 are refunded.");
    assertThat(page().texts("#refunds td[data-label=Amount]")).containsExactly("$10.00");
  }

  @Test
  void cancelNowWithoutARefundGivesNothingBack() {
    shop.chargeCheckout("order-1", "ada", usd("36.00"));

    Page answer = browser.send(page(), "form[action$=/cancel-now]", "refund", "");

    assertThat(answer.done()).isEqualTo("Subscription " + id + " is cancelled.");
    assertThat(it().status()).isEqualTo(SubscriptionStatus.CANCELLED);
    assertThat(page().has("#refunds")).isFalse();
  }

  @Test
  void refundAboveWhatWasPaidIsRefusedAndNothingIsCancelled() {
    shop.chargeCheckout("order-1", "ada", usd("36.00"));

    Page answer = browser.send(page(), "form[action$=/cancel-now]", "refund", "36.01");

    assertThat(answer.problem()).isEqualTo("Not done: Refund at most $36.00, which is left.");
    assertThat(it().status()).isEqualTo(SubscriptionStatus.ACTIVE);
  }

  @Test
  void nothingIsOfferedBackWhenNothingWasCharged() {
    assertThat(page().has("#refund")).isFalse();
  }

  @Test
  void chargeOfAChangeIsListedWithItsReference() {
    ChangeRequest two = new ChangeRequest.Quantity(it().lines().get(0).id(), 2);
    QuoteResult.Quoted quoted = (QuoteResult.Quoted) changes.quote(id, two, Actor.shopper());
    changes.confirm(id, two, quoted.quote().token(), Actor.shopper());

    Page page = page();
    ChangeView change = changes.of(id).get(0);
    assertThat(page.texts("td[data-label=Charge]")).contains(change.id().reference() + "-1");
    assertThat(page.text("#changes td[data-label=Charged]"))
        .isEqualTo("$" + change.amounts().toPay().getAmount());
  }

  @Test
  void changeThatDoesNotWaitCannotBeWithdrawn() {
    Page answer = browser.send("/admin/subscriptions/" + id + "/changes/4711/withdraw");

    assertThat(answer.problem()).isEqualTo("Not done: This change does not wait any more.");
    assertThat(browser.send("/admin/subscriptions/" + id + "/changes/x/withdraw").status())
        .isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({"pause", "resume", "skip", "move", "credit", "cancel-now"})
  void subscriptionThatDoesNotExistIsNotFound(String action) {
    assertThat(browser.send("/admin/subscriptions/4711/" + action).status()).isEqualTo(404);
    assertThat(browser.send("/admin/subscriptions/abc/" + action).status()).isEqualTo(404);
  }

  @Test
  void nothingCanBeDoneWithWhatIsOver() {
    commands.cancelNow(Seen.any(id), Actor.merchant("pat"), "");

    assertThat((String) browser.send("/admin/subscriptions/" + id + "/pause").problem())
        .startsWith("Not done: ");
    assertThat((String) browser.send("/admin/subscriptions/" + id + "/skip").problem())
        .startsWith("Not done: ");
    Page credited =
        browser.send(
            "/admin/subscriptions/" + id + "/credit", "amount", "5", "token", "0123456789");
    assertThat(credited.problem())
        .isEqualTo(
            "Not done: The subscription is cancelled; nothing would be left to pay with a credit.");
  }

  private Page page() {
    return browser.open("/admin/subscriptions/" + id);
  }

  private Subscription it() {
    return queries.find(id).orElseThrow();
  }
}
