package org.evergreen.admintest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evergreen.testing.OfferBuilder.monthly;
import static org.evergreen.testing.OfferBuilder.usd;
import static org.evergreen.testing.OfferBuilder.yearly;

import java.time.Duration;
import java.util.List;
import org.evergreen.payment.sandbox.SandboxCard;
import org.evergreen.storefront.Sku;
import org.evergreen.subscription.Actor;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionCommands;
import org.evergreen.subscription.SubscriptionEvent;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.subscription.SubscriptionQueries;
import org.evergreen.subscription.SubscriptionStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@AdminTest
class SubscriptionPagesTest {

  private static final Duration A_MONTH = Duration.ofDays(31);

  private final Browser browser;
  private final AdminShop shop;
  private final SubscriptionQueries queries;
  private final SubscriptionCommands commands;
  private Sku coffee;

  @Autowired
  SubscriptionPagesTest(
      MockMvc mvc, AdminShop shop, SubscriptionQueries queries, SubscriptionCommands commands) {
    this.browser = new Browser(mvc);
    this.shop = shop;
    this.queries = queries;
    this.commands = commands;
  }

  @BeforeEach
  void openShop() {
    coffee = shop.product("House Blend", "12.00");
  }

  @Test
  void listShowsWhoPaysWhatAndWhen() {
    SubscriptionId id = buy("ada");

    Page list = browser.open("/admin/subscriptions");

    assertThat(list.text("td[data-label=No.]")).isEqualTo(id.toString());
    assertThat(list.text("td[data-label=Customer]")).isEqualTo("Ada Green ada@example.com");
    assertThat(list.text("td[data-label=Items]")).isEqualTo("House Blend");
    assertThat(list.text("td[data-label=Status]")).isEqualTo("Active");
    assertThat(list.text("td[data-label='Next payment']")).isEqualTo("10 Apr 2026");
    assertThat(list.text("td[data-label=Amount]")).isEqualTo("$10.80 every month");
  }

  @Test
  void searchFindsByNumberCustomerProductAndPlan() {
    SubscriptionId first = buy("ada");
    Sku club = shop.product("Gold Club", "90.00");
    SubscriptionId second =
        shop.buy("bob", SandboxCard.SUCCEEDS, club, yearly("90.00").plan(7, "Yearly club"));

    assertThat(found("text", first.toString())).containsExactly(first.toString());
    assertThat(found("text", "bob")).containsExactly(second.toString());
    assertThat(found("text", "BOB@example")).containsExactly(second.toString());
    assertThat(found("text", "gold")).containsExactly(second.toString());
    assertThat(found("text", "YEARLY")).containsExactly(second.toString());
    assertThat(found("text", "100%")).isEmpty();
    assertThat(found("text", "")).containsExactly(second.toString(), first.toString());
  }

  @Test
  void controlCharactersDoNotBreakASearchOrAReason() {
    SubscriptionId id = buy("ada");

    assertThat(found("text", "\0")).containsExactly(id.toString());
    assertThat(found("text", "house\0blend")).containsExactly(id.toString());
    browser.send("/admin/subscriptions/" + id + "/cancel", "reason", "moved\0abroad");

    assertThat(queries.history(id).get(0).note()).isEqualTo("moved abroad");
  }

  @Test
  void statusFiltersTheList() {
    SubscriptionId kept = buy("ada");
    SubscriptionId left = buy("bob");
    commands.cancel(left, Actor.shopper(), "");

    assertThat(found("status", "ACTIVE")).containsExactly(kept.toString());
    assertThat(found("status", "PENDING_CANCEL")).containsExactly(left.toString());
    assertThat(found("status", "NO_SUCH_STATUS")).hasSize(2);
    Page list = browser.open("/admin/subscriptions", "status", "PENDING_CANCEL", "text", "bob");
    assertThat(list.form(".admin-filter").value("status")).isEqualTo("PENDING_CANCEL");
    assertThat(list.form(".admin-filter").value("text")).isEqualTo("bob");
    assertThat(list.text("td[data-label='Next payment']")).isEqualTo("ends 10 Apr 2026");
  }

  @Test
  void listHasPagesOfTwentyFive() {
    for (int i = 0; i < 26; i++) {
      buy("ada");
    }

    Page first = browser.open("/admin/subscriptions");
    Page second = browser.open("/admin/subscriptions", "page", "1");

    assertThat(first.texts("tbody tr")).hasSize(25);
    assertThat(first.has(".admin-pages a[rel=next]")).isTrue();
    assertThat(first.has(".admin-pages a[rel=prev]")).isFalse();
    assertThat(second.texts("tbody tr")).hasSize(1);
    assertThat(second.has(".admin-pages a[rel=next]")).isFalse();
    assertThat(second.document().selectFirst(".admin-pages a[rel=prev]").attr("href"))
        .isEqualTo("/admin/subscriptions?text=&status=&page=0");
  }

  @ParameterizedTest
  @CsvSource({"-1", "99", "999999", "99999999999999999999", "abc", "''", "1.5"})
  void pageOutOfRangeShowsTheFirst(String page) {
    SubscriptionId id = buy("ada");

    assertThat(found("page", page)).containsExactly(id.toString());
  }

  @Test
  void pageOfASubscriptionTellsEverything() {
    SubscriptionId id = buy("ada");
    shop.chargeCheckout("order-1", "ada", usd("15.80"));
    shop.renewAfter(A_MONTH);

    Page page = browser.open("/admin/subscriptions/" + id);

    assertThat(page.text("h1")).isEqualTo("Subscription " + id + " Active");
    assertThat(page.text("#customer")).isEqualTo("Ada Green");
    assertThat(page.text("#recurring")).isEqualTo("$10.80 every month");
    assertThat(page.text("#next-payment")).isEqualTo("10 May 2026, 10:00");
    assertThat(page.text("#method"))
        .isEqualTo("Visa ending in 4242 valid until December 2039, gateway sandbox");
    assertThat(page.text("td[data-label=Item]"))
        .isEqualTo("House Blend Physical, SKU house-blend-sku");
    assertThat(page.texts("td[data-label=Charge]"))
        .containsExactly("renewal-" + page.text("td[data-label=No.]") + "-1", "checkout-order-1-1");
    assertThat(page.texts("td[data-label=State]")).containsExactly("Succeeded", "Succeeded");
    assertThat(page.texts("td[data-label='Charged in all']")).containsExactly("$17.38");
    assertThat(page.texts("td[data-label=Order]")).hasSize(1);
    assertThat(page.texts(".admin-history strong")).containsExactly("Renewed", "Started");
    assertThat(page.texts(".admin-history time").get(1)).isEqualTo("10 Mar 2026, 10:00");
  }

  @Test
  void declineIsShownWithItsCodes() {
    SubscriptionId id = shop.buy("ada", SandboxCard.INSUFFICIENT_FUNDS, coffee, monthly("10.80"));
    shop.renewAfter(A_MONTH);

    Page page = browser.open("/admin/subscriptions/" + id);

    assertThat(page.text("h1")).isEqualTo("Subscription " + id + " Past due");
    assertThat(page.text(".alert-danger")).startsWith("$17.38 owed since 10 Apr 2026.");
    assertThat(page.text("td[data-label=State]")).isEqualTo("Declined");
    assertThat(page.text("td[data-label=Decline]")).contains("Try later", "insufficient_funds");
  }

  @Test
  void merchantCancelsWithAReason() {
    SubscriptionId id = buy("ada");
    Page page = browser.open("/admin/subscriptions/" + id);
    assertThat(page.text("form[action$=/cancel] p"))
        .isEqualTo("It is not renewed any more. It ends on 10 Apr 2026.");

    Page answer = browser.send(page, "form[action$=/cancel]", "reason", " moved <b>abroad</b> ");

    assertThat(answer.redirect()).isEqualTo("/admin/subscriptions/" + id);
    assertThat(answer.done()).isEqualTo("Subscription " + id + " is cancelled.");
    assertThat(status(id)).isEqualTo(SubscriptionStatus.PENDING_CANCEL);
    SubscriptionEvent event = queries.history(id).get(0);
    assertThat(event.what()).isEqualTo(SubscriptionEvent.What.CANCELLED);
    assertThat(event.actor()).isEqualTo(Actor.merchant("pat"));
    assertThat(event.note()).isEqualTo("moved <b>abroad</b>");
    Page after = browser.open("/admin/subscriptions/" + id);
    assertThat(after.html()).doesNotContain("<b>abroad");
    assertThat(after.text("#ends")).isEqualTo("10 Apr 2026, 10:00");
    assertThat(after.has("form[action$=/cancel]")).isFalse();
    assertThat(after.text(".admin-history li"))
        .isEqualTo(
            "10 Mar 2026, 10:00 Cancelled by pat (Active to Pending cancel) moved <b>abroad</b>");
  }

  @Test
  void merchantTakesACancellationBack() {
    SubscriptionId id = buy("ada");
    commands.cancel(id, Actor.shopper(), "");

    Page answer =
        browser.send(browser.open("/admin/subscriptions/" + id), "form[action$=undo-cancellation]");

    assertThat(answer.done())
        .isEqualTo("The cancellation of subscription " + id + " is taken back.");
    assertThat(status(id)).isEqualTo(SubscriptionStatus.ACTIVE);
    assertThat(queries.history(id).get(0).actor()).isEqualTo(Actor.merchant("pat"));
  }

  @Test
  void reasonThatIsTooLongIsRefused() {
    SubscriptionId id = buy("ada");

    Page answer = browser.send("/admin/subscriptions/" + id + "/cancel", "reason", "x".repeat(501));

    assertThat(answer.problem())
        .isEqualTo("Not cancelled: use at most 500 characters for the reason.");
    assertThat(status(id)).isEqualTo(SubscriptionStatus.ACTIVE);
  }

  @Test
  void refusedTransitionIsAPlainSentence() {
    SubscriptionId id = buy("ada");
    commands.cancel(id, Actor.shopper(), "");
    shop.clock().advance(A_MONTH);
    commands.endDue();

    Page answer = browser.send("/admin/subscriptions/" + id + "/undo-cancellation");

    assertThat(answer.redirect()).isEqualTo("/admin/subscriptions/" + id);
    assertThat((String) answer.problem())
        .startsWith("Not done: a subscription that is cancelled cannot become active: ");
    assertThat(status(id)).isEqualTo(SubscriptionStatus.CANCELLED);
  }

  @Test
  void refusalToCancelWhatHasExpiredIsAPlainSentence() {
    SubscriptionId id = shop.buy("ada", SandboxCard.SUCCEEDS, coffee, monthly("10.80").payments(1));
    shop.clock().advance(A_MONTH);
    commands.endDue();

    Page answer = browser.send("/admin/subscriptions/" + id + "/cancel");

    assertThat(answer.problem())
        .isEqualTo("Not done: a subscription that is expired cannot become cancelled: it is over.");
  }

  @Test
  void namesOfProductsAndPlansAreEscaped() {
    Sku evil = shop.product("<img src=x onerror=alert(1)>", "5.00");
    SubscriptionId id =
        shop.buy("ada", SandboxCard.SUCCEEDS, evil, monthly("5.00").plan(1, "<i>Plan</i>"));

    for (String path : new String[] {"/admin/subscriptions", "/admin/subscriptions/" + id}) {
      Page page = browser.open(path);
      assertThat(page.html()).doesNotContain("<img src=x", "<i>Plan");
      assertThat(page.html()).contains("&lt;img src=x onerror=alert(1)&gt;");
    }
  }

  @Test
  void textOfTheSearchIsEscaped() {
    Page list = browser.open("/admin/subscriptions", "text", "\"><script>alert(1)</script>");

    assertThat(list.html()).doesNotContain("<script>alert");
    assertThat(list.form(".admin-filter").value("text")).isEqualTo("\"><script>alert(1)</script>");
  }

  @ParameterizedTest
  @CsvSource({"4711", "0", "-1", "abc", "99999999999999999999"})
  void subscriptionThatDoesNotExistIsNotFound(String id) {
    String path = "/admin/subscriptions/" + id;

    assertThat(browser.open(path).status()).isEqualTo(404);
    assertThat(browser.open(path).text("main"))
        .contains("There is no subscription with the number " + id);
    assertThat(browser.send(path + "/cancel").status()).isEqualTo(404);
    assertThat(browser.send(path + "/undo-cancellation").status()).isEqualTo(404);
  }

  private SubscriptionId buy(String customer) {
    return shop.buy(customer, SandboxCard.SUCCEEDS, coffee, monthly("10.80"));
  }

  private List<String> found(String name, String value) {
    return browser.open("/admin/subscriptions", name, value).texts("td[data-label=No.]");
  }

  private SubscriptionStatus status(SubscriptionId id) {
    return queries.find(id).map(Subscription::status).orElseThrow();
  }
}
