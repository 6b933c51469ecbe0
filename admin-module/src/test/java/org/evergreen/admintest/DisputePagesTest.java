package org.evergreen.admintest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evergreen.testing.OfferBuilder.monthly;

import java.time.Duration;
import org.evergreen.payment.sandbox.SandboxCard;
import org.evergreen.renewal.RenewalGroupView;
import org.evergreen.renewal.RenewalMonitor;
import org.evergreen.subscription.SubscriptionId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@AdminTest
class DisputePagesTest {

  private final Browser browser;
  private final AdminShop shop;
  private final RenewalMonitor monitor;

  @Autowired
  DisputePagesTest(MockMvc mvc, AdminShop shop, RenewalMonitor monitor) {
    this.browser = new Browser(mvc);
    this.shop = shop;
    this.monitor = monitor;
  }

  @Test
  void nothingContestedIsSaid() {
    assertThat(browser.open("/admin/operations/disputes").text(".admin-empty"))
        .isEqualTo("No payment is contested.");
    assertThat(browser.open("/admin/operations/disputes", "list", "all").text(".admin-empty"))
        .isEqualTo("No payment was ever contested.");
    assertThat(browser.open("/admin").text("#disputes")).isEqualTo("0");
  }

  @Test
  void runningDisputeIsListedWithItsDayAndItsPayment() {
    RenewalGroupView group = renewed();
    dispute(group, 1, "NEEDS_RESPONSE", false);

    Page page = browser.open("/admin/operations/disputes");

    assertThat(page.text("td[data-label=Customer]")).isEqualTo("Ada Green ada@example.com");
    assertThat(page.has(".admin-empty")).isFalse();
    assertThat(page.text("td[data-label=For]")).isEqualTo("Renewal " + group.id());
    assertThat(page.text("td[data-label=Amount]")).isEqualTo("$17.38");
    assertThat(page.text("td[data-label=Reason]")).isEqualTo("Product not received");
    assertThat(page.text("td[data-label=State]")).isEqualTo("Needs response");
    assertThat(page.text("td[data-label='Answer by']")).isEqualTo("20 Apr 2026, 08:00");
    assertThat(page.text("td[data-label='At the gateway']")).isEqualTo("stripe dp_1");
    assertThat(browser.open("/admin").text("#disputes")).isEqualTo("1");
  }

  @Test
  void disputeThatIsOverIsListedOnRequest() {
    dispute(renewed(), 1, "LOST", true);

    assertThat(browser.open("/admin/operations/disputes").has(".admin-empty")).isTrue();
    Page all = browser.open("/admin/operations/disputes", "list", "all");
    assertThat(all.text("td[data-label=State]")).isEqualTo("Lost");
    assertThat(all.text("td[data-label='Answer by']")).isEqualTo("nothing to do");
    assertThat(browser.open("/admin").text("#disputes")).isEqualTo("0");
  }

  @Test
  void subscriptionShowsTheDisputesAboutItsPayments() {
    RenewalGroupView group = renewed();
    String subscription = "/admin/subscriptions/" + group.subscriptions().get(0);
    assertThat(browser.open(subscription).has("#disputes")).isFalse();

    dispute(group, 1, "UNDER_REVIEW", false);

    Page page = browser.open(subscription);
    assertThat(page.text("#disputes td[data-label=State]")).isEqualTo("Under review");
    assertThat(page.text("#disputes td[data-label='Gateway reference']")).isEqualTo("dp_1");
    assertThat(page.text("#disputes td[data-label=Amount]")).isEqualTo("$17.38");
    assertThat(page.has("a[href='/admin/operations/disputes']")).isTrue();
  }

  @Test
  void disputesHavePagesOfTwentyFive() {
    RenewalGroupView group = renewed();
    for (int id = 1; id <= 26; id++) {
      dispute(group, id, "NEEDS_RESPONSE", false);
    }

    assertThat(browser.open("/admin/operations/disputes").texts("tbody tr")).hasSize(25);
    Page second = browser.open("/admin/operations/disputes", "page", "1");
    assertThat(second.texts("td[data-label='At the gateway']")).containsExactly("stripe dp_26");
    assertThat(second.has("a[rel=next]")).isFalse();
  }

  private RenewalGroupView renewed() {
    SubscriptionId id =
        shop.buy(
            "ada", SandboxCard.SUCCEEDS, shop.product("House Blend", "12.00"), monthly("10.80"));
    shop.renewAfter(Duration.ofDays(31));
    return monitor.ofSubscription(id).get(0);
  }

  private void dispute(RenewalGroupView group, int id, String state, boolean over) {
    shop.database()
        .jdbc()
        .update(
            "insert into evergreen_dispute (id, charge_id, gateway, reference, amount, currency,"
                + " reason, state, respond_by, opened_at, updated_at, closed_at)"
                + " values (?, ?, 'stripe', ?, 17.38, 'USD', 'product_not_received', ?,"
                + " '2026-04-20T12:00:00Z', '2026-04-11T12:00:00Z', '2026-04-11T12:00:00Z',"
                + " case when ? then timestamptz '2026-04-12T12:00:00Z' end)",
            id,
            group.charges().get(0).id().value(),
            "dp_" + id,
            state,
            over);
  }
}
