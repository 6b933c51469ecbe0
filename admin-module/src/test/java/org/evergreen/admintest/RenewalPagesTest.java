package org.evergreen.admintest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evergreen.testing.OfferBuilder.monthly;

import java.time.Duration;
import java.util.List;
import org.evergreen.payment.sandbox.SandboxCard;
import org.evergreen.renewal.RenewalGroupView;
import org.evergreen.renewal.RenewalMonitor;
import org.evergreen.storefront.Sku;
import org.evergreen.subscription.SubscriptionEvent;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.subscription.SubscriptionQueries;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@AdminTest
class RenewalPagesTest {

  private static final Duration A_MONTH = Duration.ofDays(31);

  private final Browser browser;
  private final AdminShop shop;
  private final RenewalMonitor monitor;
  private final SubscriptionQueries queries;
  private Sku coffee;

  @Autowired
  RenewalPagesTest(
      MockMvc mvc, AdminShop shop, RenewalMonitor monitor, SubscriptionQueries queries) {
    this.browser = new Browser(mvc);
    this.shop = shop;
    this.monitor = monitor;
    this.queries = queries;
  }

  @BeforeEach
  void openShop() {
    coffee = shop.product("House Blend", "12.00");
  }

  @Test
  void dueListShowsWhatComesNext() {
    SubscriptionId id = buy("ada", SandboxCard.SUCCEEDS);

    Page page = browser.open("/admin/renewals");

    assertThat(page.text(".nav-link.active")).isEqualTo("Due 0");
    assertThat(page.text("td[data-label=Subscription]")).isEqualTo(id.toString());
    assertThat(page.text("td[data-label=Customer]")).isEqualTo("Ada Green ada@example.com");
    assertThat(page.text("td[data-label=Due]")).isEqualTo("10 Apr 2026, 10:00");
    assertThat(page.text("td[data-label='Before tax and shipping']")).isEqualTo("$10.80");
  }

  @Test
  void renewalThatIsPaidIsDone() {
    SubscriptionId id = buy("ada", SandboxCard.SUCCEEDS);
    shop.renewAfter(A_MONTH);
    RenewalGroupView group = monitor.ofSubscription(id).get(0);

    assertThat(browser.open("/admin/renewals", "list", "done").text("td[data-label=Renewal]"))
        .isEqualTo(group.id().toString());
    Page page = browser.open("/admin/renewals/" + group.id());
    assertThat(page.text("h1")).isEqualTo("Renewal " + group.id() + " Paid");
    assertThat(page.text("td[data-label=Item]")).isEqualTo("House Blend");
    assertThat(page.text("td[data-label=Amount]")).isEqualTo("$10.80");
    assertThat(page.text("td[data-label=Tax]")).isEqualTo("$1.08");
    assertThat(page.text("#total")).isEqualTo("$17.38");
    assertThat(page.text("#paid")).isEqualTo("10 Apr 2026, 10:00");
    assertThat(page.text("#order")).isEqualTo(group.orderNumber().orElseThrow());
    assertThat(page.text("td[data-label=Charge]")).isEqualTo("renewal-" + group.id() + "-1");
    assertThat(page.has("form[action$=retry]")).isFalse();
  }

  @Test
  void failedRenewalIsChargedAgainOnRequest() {
    SubscriptionId id = buy("ada", SandboxCard.INSUFFICIENT_FUNDS);
    shop.renewAfter(A_MONTH);
    RenewalGroupView group = monitor.ofSubscription(id).get(0);
    Page failed = browser.open("/admin/renewals", "list", "failed");
    assertThat(failed.text(".nav-link.active")).isEqualTo("Failed 1");
    assertThat(failed.text("td[data-label=Renewal]")).isEqualTo(group.id().toString());
    assertThat(failed.text("td[data-label=Attempts]")).isEqualTo("1");

    Page answer = browser.send(failed, "form[action$=retry]");

    assertThat(answer.redirect()).isEqualTo("/admin/renewals/" + group.id());
    assertThat((String) answer.done()).startsWith("Renewal " + group.id() + " is charged again");
    SubscriptionEvent event = queries.history(id).get(0);
    assertThat(event.what()).isEqualTo(SubscriptionEvent.What.RENEWAL_RETRY_REQUESTED);
    assertThat(event.actor().name()).isEqualTo("pat");
    shop.renew();
    Page again = browser.open("/admin/renewals/" + group.id());
    assertThat(again.texts("td[data-label=Charge]"))
        .containsExactly("renewal-" + group.id() + "-1", "renewal-" + group.id() + "-2");
  }

  @Test
  void paidRenewalIsNotChargedAgain() {
    SubscriptionId id = buy("ada", SandboxCard.SUCCEEDS);
    shop.renewAfter(A_MONTH);
    String group = monitor.ofSubscription(id).get(0).id().toString();

    Page answer = browser.send("/admin/renewals/" + group + "/retry");

    assertThat(answer.problem())
        .isEqualTo(
            "Not done: nothing is owed for renewal " + group + " that can be charged again.");
    shop.renew();
    assertThat(monitor.ofSubscription(id).get(0).charges()).hasSize(1);
  }

  @Test
  void renewalThatWaitsForTheShopperIsNotChargedMeanwhile() {
    SubscriptionId id = buy("ada", SandboxCard.REQUIRES_AUTHENTICATION);
    shop.renewAfter(A_MONTH);

    Page waiting = browser.open("/admin/renewals", "list", "waiting");

    assertThat(waiting.text(".nav-link.active")).isEqualTo("Waiting for shopper 1");
    assertThat(waiting.texts("td[data-label=Renewal]"))
        .containsExactly(monitor.ofSubscription(id).get(0).id().toString());
    assertThat(waiting.has("form[action$=retry]")).isFalse();
  }

  @Test
  void parkedRenewalIsTriedAgainOnRequest() {
    SubscriptionId id = buy("ada", SandboxCard.SUCCEEDS);
    shop.storefront().stopSelling(coffee.id());
    shop.renewAfter(A_MONTH);
    Page parked = browser.open("/admin/renewals", "list", "parked");
    assertThat(parked.text(".nav-link.active")).isEqualTo("Parked 1");
    assertThat(parked.text("td[data-label=Subscription]")).isEqualTo(id.toString());
    assertThat(parked.text("td[data-label=Why]")).isNotBlank();
    assertThat(browser.open("/admin/subscriptions/" + id).text(".alert-warning"))
        .contains("set aside");

    shop.product("House Blend", "12.00");
    Page answer = browser.send(parked, "form[action$=unpark]");

    assertThat(answer.redirect()).isEqualTo("/admin/subscriptions/" + id);
    assertThat((String) answer.done()).startsWith("The renewal of subscription " + id);
    assertThat(monitor.parked(id)).isEmpty();
    assertThat(queries.history(id).get(0).actor().name()).isEqualTo("pat");
    shop.renew();
    assertThat(monitor.ofSubscription(id)).hasSize(1);
  }

  @Test
  void renewalThatIsNotParkedCannotBeUnparked() {
    SubscriptionId id = buy("ada", SandboxCard.SUCCEEDS);

    Page answer = browser.send("/admin/renewals/parked/" + id + "/unpark");

    assertThat(answer.problem())
        .isEqualTo("Not done: the renewal of subscription " + id + " is not set aside.");
  }

  @Test
  void paidRenewalWithoutAnOrderIsListed() {
    SubscriptionId id = buy("ada", SandboxCard.SUCCEEDS);
    shop.renewAfter(A_MONTH);
    shop.database()
        .jdbc()
        .update("update evergreen_renewal_group set order_id = null, order_number = null");

    Page unplaced = browser.open("/admin/renewals", "list", "unplaced");

    assertThat(unplaced.text(".nav-link.active")).isEqualTo("Order missing 1");
    assertThat(unplaced.texts("td[data-label=Renewal]"))
        .containsExactly(monitor.ofSubscription(id).get(0).id().toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"due", "running", "waiting", "failed", "stuck", "parked", "unplaced", "done"})
  void everyListOpensEmpty(String list) {
    Page page = browser.open("/admin/renewals", "list", list);

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.text(".admin-empty")).isEqualTo("Nothing here.");
    assertThat(page.texts(".nav-link.active")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"-1", "7", "999999", "99999999999999999999", "abc", "''"})
  void pageOutOfRangeShowsTheFirst(String number) {
    SubscriptionId id = buy("ada", SandboxCard.SUCCEEDS);

    Page page = browser.open("/admin/renewals", "page", number);

    assertThat(page.texts("td[data-label=Subscription]")).containsExactly(id.toString());
    assertThat(page.has(".admin-pages")).isFalse();
  }

  @Test
  void listHasPagesOfTwentyFive() {
    for (int i = 0; i < 26; i++) {
      buy("ada", SandboxCard.SUCCEEDS);
    }

    Page first = browser.open("/admin/renewals");
    Page second = browser.open("/admin/renewals", "page", "1");

    assertThat(first.texts("tbody tr")).hasSize(25);
    assertThat(first.has("a[rel=next]")).isTrue();
    assertThat(second.texts("tbody tr")).hasSize(1);
    assertThat(second.has("a[rel=next]")).isFalse();
  }

  @Test
  void unknownListShowsTheFirst() {
    assertThat(browser.open("/admin/renewals", "list", "nonsense").text(".nav-link.active"))
        .isEqualTo("Due 0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"4711", "0", "-1", "abc", "parked", "99999999999999999999"})
  void renewalThatDoesNotExistIsNotFound(String id) {
    assertThat(browser.open("/admin/renewals/" + id).status()).isEqualTo(404);
    assertThat(browser.send("/admin/renewals/" + id + "/retry").status()).isEqualTo(404);
    assertThat(browser.send("/admin/renewals/parked/" + id + "/unpark").status()).isEqualTo(404);
  }

  @Test
  void problemInTheHostsWordsIsEscaped() {
    buy("ada", SandboxCard.SUCCEEDS);
    shop.storefront().orders().breakDown("<script>alert(1)</script>");
    shop.renewAfter(A_MONTH);
    shop.storefront().orders().repair();

    Page page = browser.open("/admin/renewals", "list", "parked");

    assertThat(page.html()).doesNotContain("<script>alert");
    assertThat(List.of(page.text("td[data-label=Why]")))
        .allMatch(why -> why.contains("<script>alert(1)</script>"));
  }

  private SubscriptionId buy(String customer, SandboxCard card) {
    return shop.buy(customer, card, coffee, monthly("10.80"));
  }
}
