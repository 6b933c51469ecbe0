package org.evergreen.broadleaf.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.broadleafcommerce.profile.core.domain.Customer;
import org.broadleafcommerce.profile.core.service.CustomerService;
import org.evergreen.payment.sandbox.SandboxCard;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whatever is typed into the forms of the try-out's site: kept clean, or refused with advice. */
@SiteTest
class TypedTextTest {

  private static final long SAUCE = 5;

  /** No database takes it. */
  private static final String ZERO = "\0";

  private static final String MUCH = "x".repeat(5000);

  @LocalServerPort int port;
  @Autowired Shop shop;
  @Autowired JdbcTemplate jdbc;

  @Autowired
  @Qualifier("blCustomerService")
  CustomerService customers;

  private Visitor visitor;

  @BeforeEach
  void visitor() {
    visitor = new Visitor(port);
  }

  @Test
  void whatADatabaseRefusesIsLeftOutOfARegistration() {
    HttpResponse<String> answer = register(Map.of("firstName", " Ada" + ZERO + "\r\n"));

    assertThat(answer.uri().getPath()).isEqualTo("/");
    Customer customer = customers.readCustomerByUsername(visitor.email());
    assertThat(customer.getFirstName()).isEqualTo("Ada");
  }

  @Test
  void everyFieldOfARegistrationSaysWhatIsWrongWithIt() {
    Map<String, String> wrong =
        Map.of("firstName", MUCH, "lastName", ZERO, "email", MUCH, "password", MUCH);

    HttpResponse<String> answer = register(wrong);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains("Please shorten your first name to 100 characters.")
        .contains("Please give your last name.")
        .contains("Please give an e-mail address, for example ada@example.com.")
        .contains("A password has 8 to 72 characters, fewer with accents or symbols.");
  }

  @Test
  void addressThatIsTakenIsToldAtItsField() {
    visitor.register();

    assertThat(new Visitor(port).submit("/register", "/register", registration()).body())
        .contains("There is an account with this e-mail address already.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"name", "line1", "line2", "city"})
  void partOfAnAddressThatIsTooLongIsRefused(String field) {
    visitor.register();
    visitor.add(SAUCE, "");

    assertThat(send(Map.of(field, MUCH)).body()).contains("Please shorten this to 100 characters.");
    assertThat(visitor.get("/checkout").uri().getPath()).isEqualTo("/checkout/address");
  }

  @Test
  void whatADatabaseRefusesIsLeftOutOfAnAddress() {
    visitor.register();
    visitor.add(SAUCE, "");

    Map<String, String> zeros = new HashMap<>();
    address().forEach((name, typed) -> zeros.put(name, typed + ZERO));

    assertThat(send(zeros).body()).contains("Ada Green, 1 Garden Lane, Austin TX 78701");
    assertThat(visitor.pay(SandboxCard.SUCCEEDS.token()).uri().getPath())
        .startsWith("/account/orders/");
  }

  @Test
  void whatADatabaseRefusesIsLeftOutOfAGift() {
    visitor.register();
    String plan = shop.monthly("A clean present", "6.00", SAUCE).toString();
    Map<String, String> gift =
        Map.of(
            "product", "" + SAUCE,
            "plan", plan,
            "quantity", "1",
            "giftEmail", "bo@example.com" + ZERO,
            "giftName", "Bo" + ZERO);

    assertThat(visitor.submit("/products/" + SAUCE, "/cart/lines", gift).body())
        .contains("For <span>bo@example.com</span>");
    assertThat(
            jdbc.queryForList(
                "select value from blc_order_item_attribute where name = 'evergreen.gift-name'",
                String.class))
        .containsOnly("Bo");
  }

  @ParameterizedTest
  @ValueSource(strings = {"no\0code", "\0"})
  void codeThatCannotBeIsNone(String code) {
    visitor.add(SAUCE, "");

    assertThat(visitor.useCode(code).body()).contains("There is no such code, or it is over.");
  }

  @Test
  void optionThatTheProductDoesNotHaveIsLeftOut() {
    Map<String, String> form =
        Map.of("product", "" + SAUCE, "plan", "", "quantity", "1", "option.made-up", MUCH);

    assertThat(visitor.submit("/products/" + SAUCE, "/cart/lines", form).uri().getPath())
        .isEqualTo("/cart");
    assertThat(shop.count("blc_order_item_attribute where name = 'made-up'")).isZero();
  }

  @Test
  void nobodySignsInWithWhatADatabaseRefuses() {
    visitor.signIn("ada@example.com" + ZERO);

    assertThat(visitor.get("/account/orders").uri().getPath()).isEqualTo("/login");
  }

  private HttpResponse<String> register(Map<String, String> typed) {
    Map<String, String> form = new HashMap<>(registration());
    form.putAll(typed);
    return visitor.submit("/register", "/register", form);
  }

  private Map<String, String> registration() {
    return Map.of(
        "firstName",
        "Ada",
        "lastName",
        "Green",
        "email",
        visitor.email(),
        "password",
        Shop.PASSWORD);
  }

  private HttpResponse<String> send(Map<String, String> typed) {
    Map<String, String> form = new HashMap<>(address());
    form.putAll(typed);
    return visitor.submit("/checkout/address", "/checkout/address", form);
  }

  private static Map<String, String> address() {
    return Map.of(
        "name", "Ada Green",
        "line1", "1 Garden Lane",
        "line2", "",
        "city", "Austin",
        "region", "TX",
        "postalCode", "78701");
  }
}
