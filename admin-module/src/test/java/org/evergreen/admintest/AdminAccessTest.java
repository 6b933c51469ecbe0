package org.evergreen.admintest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.evergreen.plan.Plans;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@AdminTest
class AdminAccessTest {

  private final MockMvc mvc;
  private final Browser browser;
  private final Plans plans;

  @Autowired
  AdminAccessTest(MockMvc mvc, Plans plans) {
    this.mvc = mvc;
    this.browser = new Browser(mvc);
    this.plans = plans;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/admin/plans",
        "/admin/plans/new",
        "/admin/products",
        "/admin/change-groups",
        "/admin/change-groups/new",
        "/admin/renewals",
        "/admin/operations",
        "/admin/operations/jobs",
        "/admin/operations/emails",
        "/admin/operations/webhooks",
        "/admin/operations/disputes",
        "/admin/operations/refunds",
        "/admin/settings"
      })
  void everyPageAsksForTheMerchantsRole(String page) throws Exception {
    mvc.perform(get(page)).andExpect(redirectedUrlPattern("**/login"));
    mvc.perform(get(page).with(user("ada").roles("SHOPPER"))).andExpect(status().isForbidden());
    assertThat(browser.open(page).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/admin/plans",
        "/admin/plans/1",
        "/admin/plans/preview",
        "/admin/change-groups",
        "/admin/change-groups/1",
        "/admin/settings",
        "/admin/products/house-blend",
        "/admin/subscriptions/1/cancel",
        "/admin/subscriptions/1/undo-cancellation",
        "/admin/subscriptions/1/cancel-now",
        "/admin/subscriptions/1/pause",
        "/admin/subscriptions/1/resume",
        "/admin/subscriptions/1/skip",
        "/admin/subscriptions/1/move",
        "/admin/subscriptions/1/credit",
        "/admin/subscriptions/1/charges/1/refund",
        "/admin/subscriptions/1/changes/1/withdraw",
        "/admin/renewals/1/retry",
        "/admin/renewals/parked/1/unpark",
        "/admin/renewals/charges/1/ask",
        "/admin/renewals/place-orders",
        "/admin/operations/jobs/evergreen-renewals/run",
        "/admin/operations/emails/1/send-again",
        "/admin/operations/webhooks/1/again"
      })
  void formWithoutTheTokenIsRefused(String action) throws Exception {
    mvc.perform(post(action).with(user("pat").roles("MERCHANT")).param("name", "Forged"))
        .andExpect(status().isForbidden());
    assertThat(plans.all()).isEmpty();
  }

  @Test
  void everyFormCarriesTheToken() {
    Page page = browser.open("/admin/plans/new");

    assertThat(page.document().select("form[method=post]")).hasSize(3);
    assertThat(page.document().select("form[method=post] input[name=_csrf]")).hasSize(3);
  }

  @Test
  void navigationShowsWhereOneIsAndTheLinksOfTheHost() {
    Page page = browser.open("/admin/plans");

    assertThat(page.texts(".admin-side nav a"))
        .containsExactly(
            "Dashboard",
            "Plans",
            "Change groups",
            "Products",
            "Subscriptions",
            "Renewals",
            "Operations",
            "Settings",
            "Back to shop");
    assertThat(page.texts(".admin-side nav [aria-current=page]")).containsExactly("Plans");
    assertThat(page.texts(".admin-side nav button")).containsExactly("Sign out");
    assertThat(page.text(".admin-side .admin-who")).isEqualTo("pat");
  }

  @Test
  void pagesAreCompleteAndKeepToTheContentSecurityPolicy() {
    Page page = browser.open("/admin/plans/new");

    assertThat(page.document().title()).isEqualTo("New plan - Evergreen");
    assertThat(page.document().select("[style], style, script:not([src])")).isEmpty();
    assertThat(page.document().select("[onclick], [onchange], [onsubmit]")).isEmpty();
  }

  @Test
  void styleSheetsAndScriptsOfThePagesExist() throws Exception {
    Page page = browser.open("/admin/plans/new");

    for (String address : page.document().select("link[href]").eachAttr("href")) {
      mvc.perform(get(address)).andExpect(status().isOk());
    }
    for (String address : page.document().select("script[src]").eachAttr("src")) {
      mvc.perform(get(address)).andExpect(status().isOk());
    }
  }

  @Test
  void sandboxGatewayIsTold() {
    assertThat(browser.open("/admin/plans").text(".admin-sandbox")).contains("no real money moves");
  }
}
