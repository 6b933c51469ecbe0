package org.evergreen.admintest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import org.evergreen.installation.ShopIdentity;
import org.evergreen.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@AdminTest
class CopyBannerTest {

  private static final List<String> PAGES =
      List.of(
          "/admin",
          "/admin/plans",
          "/admin/products",
          "/admin/subscriptions",
          "/admin/renewals",
          "/admin/settings");

  private final MockMvc mvc;
  private final Browser browser;
  private final AdminShop shop;
  private final TestDatabase database;
  private final ShopIdentity identity;

  @Autowired
  CopyBannerTest(MockMvc mvc, AdminShop shop, TestDatabase database, ShopIdentity identity) {
    this.mvc = mvc;
    this.browser = new Browser(mvc);
    this.shop = shop;
    this.database = database;
    this.identity = identity;
  }

  @BeforeEach
  void theDatabaseComesFromAnotherShop() {
    database
        .jdbc()
        .update(
            "insert into evergreen_shop_identity values"
                + " (1, 'https://shop.example', 'old', '2026-01-05T15:00:00Z', 'Grace')");
  }

  @AfterEach
  void empty() {
    database.empty();
  }

  @Test
  void theShopItselfHasNoBanner() {
    database.empty();

    assertThat(browser.open("/admin").has(".admin-copy")).isFalse();
  }

  @Test
  void everyPageOfACopyAsksWhatItIs() {
    assertThat(PAGES)
        .allSatisfy(
            path ->
                assertThat(browser.open(path).text(".admin-copy"))
                    .contains(
                        "Is this the shop or a copy of it?",
                        "nothing is charged and no e-mail is sent",
                        "https://shop.example (installation old), since 5 Jan 2026, 10:00 by Grace",
                        "http://localhost:8080 (installation test)"));
  }

  @Test
  void aCopyThatIsSaidToBeOneStaysOneAndTellsWhoSaidSo() {
    Page answer = browser.send(browser.open("/admin/plans"), ".admin-copy-yes");

    assertThat(answer.done()).isEqualTo("This is a copy. It charges nobody and writes to nobody.");
    Page again = browser.open("/admin");
    assertThat(again.text(".admin-copy"))
        .contains("This is a copy of the shop", "pat on 10 Mar 2026, 10:00");
    assertThat(again.has(".admin-copy-yes")).isFalse();
    assertThat(again.has(".admin-copy-no")).isTrue();
    assertThat(identity.granted()).isFalse();
  }

  @Test
  void theShopAtItsNewAddressChargesOnlyWhenTheOldOneIsOff() {
    Page refused = browser.send(browser.open("/admin"), ".admin-copy-no");

    assertThat(refused.problem()).asString().contains("does not run any more");
    assertThat(identity.granted()).isFalse();

    Page answer = browser.send(browser.open("/admin"), ".admin-copy-no", "onlyOne", "true");

    assertThat(answer.done()).isEqualTo("This is the shop. Charges and e-mails go out again.");
    assertThat(identity.granted()).isTrue();
    assertThat(browser.open("/admin").has(".admin-copy")).isFalse();
    assertThat(
            database
                .jdbc()
                .queryForObject("select recorded_by from evergreen_shop_identity", String.class))
        .isEqualTo("pat");
  }

  @Test
  void theShopItselfIsNotMadeACopyByAnOldPage() {
    database.empty();
    identity.check();

    assertThat(browser.send("/admin/installation/copy").problem())
        .isEqualTo("This is the shop itself; nothing has changed.");
    assertThat(identity.granted()).isTrue();
  }

  @Test
  void onlyMerchantsAnswerAndOnlyWithTheTokenOfTheirPage() throws Exception {
    mvc.perform(
            post("/admin/installation/shop")
                .param("onlyOne", "true")
                .with(csrf())
                .with(user("ada").roles("SHOPPER")))
        .andExpect(status().isForbidden());
    mvc.perform(
            post("/admin/installation/shop")
                .param("onlyOne", "true")
                .with(user("pat").roles("MERCHANT")))
        .andExpect(status().isForbidden());

    assertThat(identity.granted()).isFalse();
  }
}
