package org.evergreen.admintest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evergreen.testing.OfferBuilder.every;
import static org.evergreen.testing.OfferBuilder.monthly;
import static org.evergreen.testing.OfferBuilder.yearly;

import java.time.Duration;
import org.evergreen.payment.sandbox.SandboxCard;
import org.evergreen.storefront.Sku;
import org.evergreen.subscription.Actor;
import org.evergreen.subscription.SubscriptionCommands;
import org.evergreen.terms.IntervalUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@AdminTest
class DashboardTest {

  private final Browser browser;
  private final AdminShop shop;
  private final SubscriptionCommands commands;
  private Sku coffee;

  @Autowired
  DashboardTest(MockMvc mvc, AdminShop shop, SubscriptionCommands commands) {
    this.browser = new Browser(mvc);
    this.shop = shop;
    this.commands = commands;
  }

  @BeforeEach
  void openShop() {
    coffee = shop.product("House Blend", "12.00");
  }

  @Test
  void newShopCountsNothing() {
    Page page = browser.open("/admin");

    assertThat(page.text("#active")).isEqualTo("0");
    assertThat(page.text("#soon-amount")).isEqualTo("none");
    assertThat(page.text("#soon-count")).isEqualTo("0 due");
    assertThat(page.has(".admin-alarm")).isFalse();
  }

  @Test
  void subscriptionsAreCountedByStatus() {
    buy(SandboxCard.SUCCEEDS);
    buy(SandboxCard.SUCCEEDS);
    shop.buy("eve", SandboxCard.SUCCEEDS, coffee, monthly("9.00").trial(14, IntervalUnit.DAY));
    commands.cancel(
        shop.buy("bob", SandboxCard.SUCCEEDS, coffee, monthly("9.00")), Actor.shopper(), "");

    Page page = browser.open("/admin");

    assertThat(page.text("#active")).isEqualTo("2");
    assertThat(page.text("#trialing")).isEqualTo("1");
    assertThat(page.text("#leaving")).isEqualTo("1");
    assertThat(page.text("#past-due")).isEqualTo("0");
  }

  @Test
  void comingPaymentsAreSummedByWholeDaysOfTheShop() {
    shop.buy("ada", SandboxCard.SUCCEEDS, coffee, every(7, IntervalUnit.DAY, "10.80"));
    shop.buy("ada", SandboxCard.SUCCEEDS, coffee, every(30, IntervalUnit.DAY, "5.00"));
    shop.buy("ada", SandboxCard.SUCCEEDS, coffee, yearly("99.00"));

    Page page = browser.open("/admin");

    assertThat(page.text("#soon-amount")).isEqualTo("$10.80");
    assertThat(page.text("#soon-count")).isEqualTo("1 due");
    assertThat(page.text("#later-amount")).isEqualTo("$15.80");
    assertThat(page.text("#later-count")).isEqualTo("2 due");
  }

  @Test
  void whatWentWrongRaisesAnAlarm() {
    Sku tea = shop.product("Green Tea", "8.00");
    buy(SandboxCard.LOST);
    shop.buy("bob", SandboxCard.SUCCEEDS, tea, monthly("8.00"));
    shop.buy("eve", SandboxCard.REQUIRES_AUTHENTICATION, coffee, monthly("9.00"));
    shop.storefront().stopSelling(tea.id());
    shop.renewAfter(Duration.ofDays(31));

    Page page = browser.open("/admin");

    assertThat(page.text("#failed")).isEqualTo("1");
    assertThat(page.text("#parked")).isEqualTo("1");
    assertThat(page.text("#waiting")).isEqualTo("1");
    assertThat(page.text("#past-due")).isNotEqualTo("0");
    assertThat(page.texts(".admin-alarm .admin-figure-label"))
        .containsExactly("Past due", "Failed renewals", "Parked");
  }

  private void buy(SandboxCard card) {
    shop.buy("ada", card, coffee, monthly("10.80"));
  }

  @Test
  void whatStandsStillRaisesAnAlarmAndLeadsToItsRemedy() {
    buy(SandboxCard.TIMES_OUT_AFTER_CHARGING);
    shop.renewAfter(Duration.ofDays(31));
    shop.clock().advance(Duration.ofMinutes(30));
    shop.database()
        .jdbc()
        .update("update evergreen_notice set state = 'FAILED', settled_at = queued_at");
    shop.database().jdbc().update("delete from evergreen_scheduled_task");

    Page page = browser.open("/admin");

    assertThat(page.texts(".admin-alarm .admin-figure-label"))
        .containsExactly("Charges without answer", "E-mails not sent", "Jobs in trouble");
    assertThat(page.text("#stuck")).isEqualTo("1");
    assertThat(page.text("#stuck + .admin-figure-note")).isEqualTo("the oldest for 30 minutes");
    assertThat(page.text("#unsent")).isEqualTo("1");
    for (String address : page.document().select("a.admin-alarm").eachAttr("href")) {
      assertThat(browser.open(address).status()).isEqualTo(200);
    }
  }
}
