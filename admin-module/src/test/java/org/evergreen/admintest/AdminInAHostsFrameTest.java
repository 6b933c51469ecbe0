package org.evergreen.admintest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evergreen.testing.OfferBuilder.monthly;

import org.evergreen.payment.sandbox.SandboxCard;
import org.evergreen.subscription.SubscriptionId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;

/** A host that mounts the pages elsewhere and puts them into its own layout. */
@AdminTest
@TestPropertySource(
    properties = {"evergreen.admin.path=/evergreen", "evergreen.admin.layout=host/frame"})
class AdminInAHostsFrameTest {

  private final Browser browser;
  private final AdminShop shop;

  @Autowired
  AdminInAHostsFrameTest(MockMvc mvc, AdminShop shop) {
    this.browser = new Browser(mvc);
    this.shop = shop;
  }

  @Test
  void everyPageStandsInTheHostsLayoutUnderItsPath() {
    SubscriptionId id =
        shop.buy("ada", SandboxCard.SUCCEEDS, shop.product("Tea", "8.00"), monthly("8.00"));

    for (String path :
        new String[] {
          "",
          "/plans",
          "/plans/new",
          "/products",
          "/products/tea",
          "/subscriptions",
          "/subscriptions/" + id,
          "/renewals",
          "/renewals?list=stuck",
          "/operations",
          "/operations/emails"
        }) {
      Page page = browser.open("/evergreen" + path);
      assertThat(page.status()).as(path).isEqualTo(200);
      assertThat(page.document().title()).as(path).endsWith(" in the host");
      assertThat(page.has("#frame h1")).as(path).isTrue();
      assertThat(page.document().select("[href^=/admin], [action^=/admin]")).as(path).isEmpty();
    }
    assertThat(browser.open("/admin/plans").status()).isEqualTo(404);
  }

  @Test
  void whatIsNotFoundIsToldInTheHostsLayout() {
    Page page = browser.open("/evergreen/plans/4711");

    assertThat(page.status()).isEqualTo(404);
    assertThat(page.text("#frame h1")).isEqualTo("Not found");
  }

  @Test
  void actionsLeadBackToTheHostsPath() {
    SubscriptionId id =
        shop.buy("ada", SandboxCard.SUCCEEDS, shop.product("Tea", "8.00"), monthly("8.00"));
    Page page = browser.open("/evergreen/subscriptions/" + id);

    assertThat(browser.send(page, "form[action$=/cancel]").redirect())
        .isEqualTo("/evergreen/subscriptions/" + id);
  }
}
