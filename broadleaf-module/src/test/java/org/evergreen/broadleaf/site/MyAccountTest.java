package org.evergreen.broadleaf.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.broadleafcommerce.profile.core.service.CustomerService;
import org.evergreen.broadleaf.http.Browser;
import org.evergreen.payment.sandbox.SandboxCard;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a shopper does with his subscription by himself, in Broadleaf's frame and security. */
@SiteTest
class MyAccountTest {

  private static final long SAUCE = 9;
  private static final long FILES = 16;

  @LocalServerPort int port;
  @Autowired Shop shop;
  @Autowired JdbcTemplate jdbc;

  @Autowired
  @Qualifier("blCustomerService")
  CustomerService customers;

  private Visitor visitor;

  @BeforeEach
  void registeredVisitor() {
    visitor = new Visitor(port);
    visitor.register();
  }

  @Test
  void pausesAndResumes() {
    String page = bought(SAUCE);
    confirm(page + "/pause", Map.of("how", "open"));
    assertThat(status()).isEqualTo("PAUSED");
    confirm(page + "/resume", Map.of());
    assertThat(status()).isEqualTo("ACTIVE");
  }

  @Test
  void everyActionThatIsOfferedOpensInTheShopsFrame() {
    String page = bought(SAUCE);
    String detail = visitor.get(page).body();
    for (String action :
        List.of("skip", "quantity", "add-item", "renew-now", "address", "cancel", "pause")) {
      assertThat(detail).contains(page + "/" + action);
      HttpResponse<String> opened = visitor.get(page + "/" + action);
      assertThat(opened.statusCode()).as(action).isEqualTo(200);
      assertThat(opened.body()).as(action).contains("Heat &amp; Root").contains("csrfToken");
    }
  }

  @Test
  void moreOfAnItemIsChargedAtOnceAndPlacedAsAMarkedOrder() {
    String page = bought(SAUCE);
    confirm(page + "/quantity", Map.of("quantity", "2"));
    assertThat(
            jdbc.queryForObject(
                "select quantity from evergreen_subscription_line where subscription_id = ?",
                Integer.class,
                id()))
        .isEqualTo(2);
    Map<String, Object> change =
        jdbc.queryForMap(
            "select state, total, order_id from evergreen_change where subscription_id = ?", id());
    assertThat(change).containsEntry("state", "APPLIED");
    assertThat(
            jdbc.queryForList(
                "select a.name from blc_order_attribute a join blc_order o"
                    + " on o.order_id = a.order_id where o.order_id::text = ?"
                    + " and o.order_total = ?",
                String.class,
                change.get("order_id"),
                change.get("total")))
        .contains("evergreen.renewal");
  }

  @Test
  void renewsEarlyAndCancels() {
    String page = bought(SAUCE);
    confirm(page + "/renew-now", Map.of());
    assertThat(
            shop.count(
                "blc_order where order_status = 'SUBMITTED' and customer_id = " + customer()))
        .isEqualTo(2);
    confirm(page + "/cancel", Map.of());
    assertThat(status()).isEqualTo("PENDING_CANCEL");
  }

  @Test
  void filesAreFetchedByTheirSubscriberOnly() {
    shop.download(FILES);
    String file = shop.file(FILES, "download", "recipes.pdf", 1).id();
    String page = bought(FILES);
    assertThat(visitor.get(page + "/downloads?file=" + file).body())
        .isEqualTo("The content of recipes.pdf");
    Visitor stranger = new Visitor(port);
    assertThat(stranger.get(page + "/downloads?file=" + file).body())
        .doesNotContain("The content of");
    stranger.register();
    assertThat(stranger.get(page + "/downloads?file=" + file).statusCode()).isEqualTo(404);
  }

  @Test
  void actionsOfOthersAreNotFoundAndFormsNeedTheToken() {
    String page = bought(SAUCE);
    Visitor stranger = new Visitor(port);
    assertThat(stranger.get(page + "/pause").uri().getPath()).isEqualTo("/login");
    stranger.register();
    assertThat(stranger.get(page + "/pause").statusCode()).isEqualTo(404);
    String look = visitor.get(page + "/pause").body();
    Map<String, String> forged = new HashMap<>(Browser.withHidden(look, Map.of("how", "open")));
    forged.remove("csrfToken");
    visitor.post(page + "/pause", forged);
    assertThat(status()).isEqualTo("ACTIVE");
  }

  /** Looks at what would happen, and does it. */
  private void confirm(String action, Map<String, String> answers) {
    String asked = visitor.get(action).body();
    Map<String, String> look = new HashMap<>(Browser.withHidden(asked, answers));
    look.put("look", "1");
    String shown = visitor.post(action, look).body();
    Map<String, String> seen = Browser.withHidden(shown, answers);
    assertThat(seen).as(shown).containsKey("seen");
    HttpResponse<String> done = visitor.post(action, seen);
    assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
    assertThat(done.body()).doesNotContain("evergreen-preview");
  }

  /** Buys a product with a plan and answers with the page of its subscription. */
  private String bought(long product) {
    visitor.add(product, shop.monthly("My account", "6.00", product).toString());
    if (product == SAUCE) {
      visitor.giveAddress();
    }
    assertThat(visitor.pay(SandboxCard.SUCCEEDS.token()).uri().getPath())
        .startsWith("/account/orders/");
    return "/account/subscriptions/" + id();
  }

  private long id() {
    return jdbc.queryForObject(
        "select id from evergreen_subscription where customer_id = ?",
        Long.class,
        Long.toString(customer()));
  }

  private String status() {
    return jdbc.queryForObject(
        "select status from evergreen_subscription where id = ?", String.class, id());
  }

  private long customer() {
    return customers.readCustomerByUsername(visitor.email()).getId();
  }
}
