package org.evergreen.admintest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evergreen.testing.OfferBuilder.monthly;

import java.time.Duration;
import org.evergreen.payment.Charge;
import org.evergreen.payment.ChargeState;
import org.evergreen.payment.sandbox.SandboxCard;
import org.evergreen.renewal.RenewalGroupView;
import org.evergreen.renewal.RenewalMonitor;
import org.evergreen.renewal.RenewalRecovery;
import org.evergreen.storefront.Sku;
import org.evergreen.subscription.SubscriptionId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** What the merchant sees of renewals that hang, and what he can do about them. */
@AdminTest
class StuckRenewalsTest {

  private static final Duration A_MONTH = Duration.ofDays(31);

  private final Browser browser;
  private final AdminShop shop;
  private final RenewalMonitor monitor;
  private final RenewalRecovery recovery;
  private Sku coffee;

  @Autowired
  StuckRenewalsTest(MockMvc mvc, AdminShop shop, RenewalMonitor monitor, RenewalRecovery recovery) {
    this.browser = new Browser(mvc);
    this.shop = shop;
    this.monitor = monitor;
    this.recovery = recovery;
  }

  @BeforeEach
  void openShop() {
    coffee = shop.product("House Blend", "12.00");
  }

  @Test
  void chargingAgainIsConfirmedWithTheAmount() {
    RenewalGroupView group = renewed(SandboxCard.INSUFFICIENT_FUNDS);

    for (Page page :
        new Page[] {
          browser.open("/admin/renewals", "list", "failed"),
          browser.open("/admin/renewals/" + group.id())
        }) {
      assertThat(page.text("details.admin-confirm summary")).isEqualTo("Charge again");
      assertThat(page.text("details.admin-confirm form p"))
          .isEqualTo(
              "$17.38 is charged with the next run to the payment method that the subscription"
                  + " has now.");
      assertThat(page.text("details.admin-confirm form button")).isEqualTo("Yes, charge now");
    }
  }

  @Test
  void chargeWithoutAnAnswerIsStuckAfterFiveMinutes() {
    RenewalGroupView group = renewed(SandboxCard.TIMES_OUT_AFTER_CHARGING);
    assertThat(browser.open("/admin/renewals", "list", "stuck").text(".nav-link.active"))
        .isEqualTo("Stuck 0");

    shop.clock().advance(Duration.ofMinutes(6));
    Page page = browser.open("/admin/renewals", "list", "stuck");

    assertThat(page.text(".nav-link.active")).isEqualTo("Stuck 1");
    assertThat(page.text("td[data-label=Charge]")).isEqualTo("renewal-" + group.id() + "-1");
    assertThat(page.text("td[data-label=For]")).isEqualTo("Renewal " + group.id());
    assertThat(page.text("td[data-label=Customer]")).isEqualTo("Ada Green ada@example.com");
    assertThat(page.text("td[data-label=Amount]")).isEqualTo("$17.38");
    assertThat(page.text("td[data-label=Opened]")).isEqualTo("10 Apr 2026, 10:00");
    assertThat(page.text("td[data-label='Asked again']")).isEqualTo("10 Apr 2026, 10:05");
  }

  @Test
  void gatewayIsAskedAtOnceOnRequest() {
    RenewalGroupView group = renewed(SandboxCard.TIMES_OUT_AFTER_CHARGING);
    shop.clock().advance(Duration.ofMinutes(6));
    shop.database()
        .jdbc()
        .update("update evergreen_charge set recover_at = recover_at + interval '1 day'");
    assertThat(recovery.recover()).isZero();

    Page answer =
        browser.send(browser.open("/admin/renewals", "list", "stuck"), "form[action$=ask]");

    Charge charge = group.charges().get(0);
    assertThat(answer.redirect()).isEqualTo("/admin/renewals?list=stuck");
    assertThat((String) answer.done())
        .startsWith("The gateway is asked about charge " + charge.id());
    assertThat(recoveryRunsNow()).isTrue();
    assertThat(recovery.recover()).isEqualTo(1);
    assertThat(monitor.of(group.id()).orElseThrow().charges())
        .singleElement()
        .satisfies(only -> assertThat(only.state()).isEqualTo(ChargeState.SUCCEEDED));
  }

  @Test
  void chargeWithAnAnswerIsNotAskedAbout() {
    Charge paid = renewed(SandboxCard.SUCCEEDS).charges().get(0);
    shop.clock().advance(Duration.ofMinutes(6));

    Page answer = browser.send("/admin/renewals/charges/" + paid.id() + "/ask");

    assertThat(answer.problem())
        .isEqualTo("Not done: the gateway's answer to charge " + paid.id() + " is not missing.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "0", "-1", "99999999999999999999"})
  void chargeThatCannotBeIsNotFound(String id) {
    assertThat(browser.send("/admin/renewals/charges/" + id + "/ask").status()).isEqualTo(404);
  }

  @Test
  void customerWhoseProcessDiedIsListedUntilTheNextRun() {
    shop.buy("ada", SandboxCard.SUCCEEDS, coffee, monthly("10.80"));
    shop.clock().advance(A_MONTH);
    shop.database()
        .jdbc()
        .update(
            "update evergreen_billing_account set lease_owner = 'run-4711-1',"
                + " lease_until = next_due_at + interval '10 minutes'");
    shop.clock().advance(Duration.ofMinutes(11));

    Page page = browser.open("/admin/renewals", "list", "stuck");

    assertThat(page.text("#lost td[data-label=Customer]")).isEqualTo("Ada Green ada@example.com");
    assertThat(page.text("#lost td[data-label=Process]")).isEqualTo("run-4711-1");
    assertThat(page.text("#lost td[data-label='Lost since']")).isEqualTo("10 Apr 2026, 10:10");
    shop.renew();
    assertThat(browser.open("/admin/renewals", "list", "stuck").has("#lost")).isFalse();
  }

  @Test
  void missingOrdersArePlacedOnRequest() {
    renewed(SandboxCard.SUCCEEDS);
    shop.database()
        .jdbc()
        .update("update evergreen_renewal_group set order_id = null, order_number = null");

    Page answer =
        browser.send(
            browser.open("/admin/renewals", "list", "unplaced"), "form[action$=place-orders]");

    assertThat(answer.redirect()).isEqualTo("/admin/renewals?list=unplaced");
    assertThat(recoveryRunsNow()).isTrue();
    assertThat(browser.open("/admin/renewals", "list", "failed").has("form[action$=place-orders]"))
        .isFalse();
  }

  private boolean recoveryRunsNow() {
    return shop.database()
        .jdbc()
        .queryForObject(
            "select execution_time <= now() from evergreen_scheduled_task"
                + " where task_name = 'evergreen-recovery'",
            Boolean.class);
  }

  /** A subscription whose first renewal has been run. */
  private RenewalGroupView renewed(SandboxCard card) {
    SubscriptionId id = shop.buy("ada", card, coffee, monthly("10.80"));
    shop.renewAfter(A_MONTH);
    return monitor.ofSubscription(id).get(0);
  }
}
