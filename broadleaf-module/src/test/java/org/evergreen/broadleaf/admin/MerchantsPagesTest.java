package org.evergreen.broadleaf.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.evergreen.broadleaf.http.Browser;
import org.evergreen.broadleaf.tryout.admin.TryoutAdmin;
import org.evergreen.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.UseMainMethod;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** The merchant's pages in Broadleaf's admin. */
@SpringBootTest(
    classes = TryoutAdmin.class,
    useMainMethod = UseMainMethod.ALWAYS,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = "evergreen.shop.installation-id=test")
class MerchantsPagesTest {

  static {
    // The admin looks for its database before a test could hand it properties in another way.
    System.setProperty("spring.datasource.url", TestDatabase.blank().jdbcUrl());
    System.setProperty("spring.datasource.username", "postgres");
  }

  @LocalServerPort int port;
  @Autowired JdbcTemplate jdbc;

  private Browser browser;

  @BeforeEach
  void newBrowser() {
    browser = new Browser("http://localhost:" + port + "/admin");
  }

  @Test
  void strangersAreAskedToSignIn() {
    assertThat(browser.get("/evergreen/plans").uri().getPath()).isEqualTo("/admin/login");
  }

  @Test
  void usersWithoutThePermissionAreRefused() {
    clerk();
    signIn("clerk");
    assertThat(browser.get("/evergreen/plans").statusCode()).isEqualTo(403);
    assertThat(browser.get("/evergreen").statusCode()).isEqualTo(403);
    assertThat(browser.get("/evergreen/subscriptions").statusCode()).isEqualTo(403);
  }

  @Test
  void merchantGivesABroadleafProductAPlan() {
    signIn("admin");
    Map<String, String> form = new HashMap<>();
    form.put("name", "Sauce each month");
    form.put("active", "true");
    form.put("intervalCount", "1");
    form.put("intervalUnit", "MONTH");
    form.put("priceKind", "PERCENT_OFF");
    form.put("priceValue", "10");
    form.put("products", "4");
    HttpResponse<String> answer = browser.submit("/evergreen/plans/new", "/evergreen/plans", form);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(plans()).contains("Sauce each month");
    assertThat(browser.get("/evergreen/plans").body())
        .contains("Sauce each month")
        .contains("Welcome");
  }

  @Test
  void wrongTermsAreRefusedWithASentenceAndNothingIsKept() {
    signIn("admin");
    int before = plans().size();
    Map<String, String> form =
        Map.of(
            "name", "",
            "intervalCount", "0",
            "intervalUnit", "MONTH",
            "priceKind", "PERCENT_OFF",
            "priceValue", "120");
    assertThat(browser.submit("/evergreen/plans/new", "/evergreen/plans", form).body())
        .contains("The plan is not saved");
    assertThat(plans()).hasSize(before);
  }

  @Test
  void sectionsOfBroadleafShowTheWayToThePages() {
    signIn("admin");
    assertThat(browser.get("/evergreen").body())
        .contains("/admin/evergreen/plans")
        .contains("/admin/evergreen/renewals");
    assertThat(browser.get("/evergreen/renewals").statusCode()).isEqualTo(200);
    assertThat(browser.get("/evergreen/subscriptions").statusCode()).isEqualTo(200);
    assertThat(browser.get("/evergreen/products").statusCode()).isEqualTo(200);
    assertThat(browser.get("/evergreen").body())
        .contains("/admin/evergreen/change-groups")
        .contains("/admin/evergreen/settings");
  }

  @Test
  void merchantKeepsAChangeGroupAndASetting() {
    signIn("admin");
    Map<String, String> group = Map.of("name", "Sauces", "products", "4");
    assertThat(
            browser
                .submit("/evergreen/change-groups/new", "/evergreen/change-groups", group)
                .statusCode())
        .isEqualTo(200);
    assertThat(names("evergreen_change_group")).contains("Sauces");
    assertThat(browser.get("/evergreen/change-groups").body())
        .contains("Sauces")
        .contains("Welcome");
    assertThat(browser.get("/evergreen/settings").statusCode()).isEqualTo(200);
  }

  @Test
  void settingsAreForThoseWithThePermission() {
    clerk();
    signIn("clerk");
    assertThat(browser.get("/evergreen/settings").statusCode()).isEqualTo(403);
    assertThat(browser.get("/evergreen/change-groups").statusCode()).isEqualTo(403);
  }

  @Test
  void unknownPagesAreNotFound() {
    signIn("admin");
    assertThat(browser.get("/evergreen/no-such-page").statusCode()).isEqualTo(404);
    assertThat(browser.get("/evergreen/plans/123456").statusCode()).isEqualTo(404);
    assertThat(browser.get("/evergreen/plans/no-number").statusCode()).isEqualTo(404);
  }

  /** Somebody who may do nothing. */
  private void clerk() {
    jdbc.update(
        "insert into blc_admin_user (admin_user_id, name, login, password, email, active_status_flag)"
            + " select -99, 'Clerk', 'clerk', password, 'clerk@example.com', true"
            + " from blc_admin_user where login = 'admin' on conflict do nothing");
  }

  private List<String> plans() {
    return names("evergreen_plan");
  }

  /** Read by SQL: a test that named the entity would load it before Broadleaf can weave it. */
  private List<String> names(String table) {
    return jdbc.queryForList("select name from " + table, String.class);
  }

  private void signIn(String login) {
    HttpResponse<String> answer =
        browser.submit(
            "/login", "/login_admin_post", Map.of("username", login, "password", "admin"));
    assertThat(answer.uri().getPath()).isNotEqualTo("/admin/login");
  }
}
