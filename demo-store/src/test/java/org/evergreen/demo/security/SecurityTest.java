package org.evergreen.demo.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.authenticated;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.unauthenticated;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.UUID;
import org.evergreen.demo.account.DemoLogin;
import org.evergreen.demo.account.ShopUser;
import org.evergreen.demo.account.ShopUsers;
import org.evergreen.demo.mail.Mailbox;
import org.evergreen.demo.mail.StoredMail;
import org.evergreen.demo.testing.DemoStoreTest;
import org.evergreen.demo.testing.Purchases;
import org.evergreen.demo.testing.Shoppers;
import org.evergreen.notice.Mail;
import org.evergreen.payment.sandbox.SandboxCard;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.subscription.SubscriptionQueries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;

@DemoStoreTest
class SecurityTest {

  @Autowired private MockMvc web;
  @Autowired private Shoppers shoppers;
  @Autowired private Purchases purchases;
  @Autowired private ShopUsers users;
  @Autowired private Mailbox mailbox;
  @Autowired private SubscriptionQueries subscriptions;
  @LocalServerPort private int port;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/admin",
        "/admin/plans",
        "/admin/demo/clock",
        "/account/subscriptions",
        "/checkout",
        "/checkout/address",
        "/orders",
        "/orders/10001",
        "/demo/mailbox"
      })
  void guestsAreAskedToSignIn(String path) throws Exception {
    web.perform(get(path)).andExpect(redirectedUrlPattern("**/login"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/admin", "/admin/plans", "/admin/subscriptions", "/admin/demo/clock"})
  void shoppersDoNotSeeTheAdmin(String path) throws Exception {
    web.perform(get(path).with(user(shoppers.shopper()))).andExpect(status().isForbidden());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/account/subscriptions", "/checkout", "/orders"})
  void merchantsHaveNoShoppersPages(String path) throws Exception {
    web.perform(get(path).with(user(merchant()))).andExpect(status().isForbidden());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/cart/lines",
        "/cart/lines/1/remove",
        "/cart/lines/1/quantity",
        "/checkout",
        "/checkout/address",
        "/register",
        "/login",
        "/logout",
        "/admin/demo/clock"
      })
  void nothingChangesWithoutAFormToken(String path) throws Exception {
    web.perform(post(path).with(user(shoppers.shopper()))).andExpect(status().isForbidden());
    web.perform(post(path).with(user(merchant()))).andExpect(status().isForbidden());
  }

  @Test
  void webhooksNeedNeitherSessionNorFormToken() throws Exception {
    web.perform(post("/webhooks/sandbox").content("{}"))
        .andExpect(status().isNotFound())
        .andExpect(content().string("The gateway 'sandbox' sends no webhooks"));
    web.perform(post("/webhooks/nobody").content("{}"))
        .andExpect(status().isNotFound())
        .andExpect(header().doesNotExist("Set-Cookie"));
  }

  @Test
  void signInErrorDoesNotTellWhichPartWasWrong() throws Exception {
    ShopUser shopper = shoppers.shopper();
    for (String[] attempt :
        new String[][] {
          {shopper.getUsername(), "wrong"}, {"nobody@example.org", Shoppers.PASSWORD}, {"", ""}
        }) {
      web.perform(formLogin("/login").userParameter("email").user(attempt[0]).password(attempt[1]))
          .andExpect(unauthenticated())
          .andExpect(redirectedUrl("/login?refused"));
    }
  }

  @Test
  void signingInChangesTheSessionAndBringsTheCart() throws Exception {
    ShopUser shopper = shoppers.shopper();
    MockHttpSession session = new MockHttpSession();
    String before = session.getId();
    var cart =
        web.perform(post("/cart/lines").session(session).with(csrf()).param("sku", "stoneware-mug"))
            .andReturn()
            .getResponse()
            .getCookie("cart");
    web.perform(
            post("/login")
                .session(session)
                .cookie(cart)
                .with(csrf())
                .param("email", shopper.getUsername())
                .param("password", Shoppers.PASSWORD))
        .andExpect(authenticated())
        .andExpect(redirectedUrl("/"));
    assertThat(session.getId()).isNotEqualTo(before);
    assertThat(shoppers.cart(shopper)).containsExactly("1 stoneware-mug");
  }

  @Test
  void merchantsComeToTheAdmin() throws Exception {
    web.perform(
            formLogin("/login")
                .userParameter("email")
                .user(DemoLogin.MERCHANT.email())
                .password(DemoLogin.MERCHANT.password()))
        .andExpect(redirectedUrl("/admin"));
  }

  @Test
  void ordersSubscriptionsAndMailsOfOthersAreNotFound() throws Exception {
    ShopUser owner = shoppers.shopperWithAddress();
    shoppers.put(owner, "house-blend-beans", "Monthly delivery");
    String order = purchases.buy(owner, SandboxCard.SUCCEEDS);
    SubscriptionId subscription = subscriptions.ofCustomer(owner.customer()).get(0).id();
    StoredMail mail = mail(owner);
    for (String path :
        new String[] {
          "/orders/" + order,
          "/account/subscriptions/" + subscription,
          "/demo/mailbox/" + mail.id(),
          "/demo/mailbox/" + mail.id() + "/html"
        }) {
      web.perform(get(path).with(user(owner))).andExpect(status().isOk());
      web.perform(get(path).with(user(shoppers.shopper()))).andExpect(status().isNotFound());
    }
    web.perform(get("/demo/mailbox/" + mail.id()).with(user(merchant())))
        .andExpect(status().isOk());
  }

  @Test
  void othersAddressesAndCardsCannotBeUsed() throws Exception {
    ShopUser owner = shoppers.shopperWithAddress();
    ShopUser thief = shoppers.shopperWithAddress();
    shoppers.put(thief, "stoneware-mug", "");
    web.perform(
            post("/checkout")
                .with(user(thief))
                .with(csrf())
                .param("token", UUID.randomUUID().toString())
                .param("total", "USD 21.49")
                .param("address", Long.toString(shoppers.addressOf(owner)))
                .param("method", "new-sandbox-succeeds"))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("where your order goes")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/products/nothing",
        "/products/house-blend?sku=nothing",
        "/departments/nothing",
        "/orders/nothing",
        "/orders/99999999999999999999",
        "/demo/mailbox/nothing",
        "/account/subscriptions/nothing",
        "/account/subscriptions/99999999999999999999",
        "/nothing"
      })
  void unknownThingsAreNotFound(String path) throws Exception {
    web.perform(get(path).with(user(shoppers.shopper()))).andExpect(status().isNotFound());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/products/house-blend", "/cart", "/login"})
  void pagesForbidInlineScriptsAndForeignFrames(String path) throws Exception {
    web.perform(get(path))
        .andExpect(status().isOk())
        .andExpect(
            header().string("Content-Security-Policy", containsString("default-src 'self';")))
        .andExpect(header().string("Content-Security-Policy", not(containsString("unsafe"))))
        .andExpect(header().string("X-Content-Type-Options", "nosniff"))
        .andExpect(header().string("X-Frame-Options", "SAMEORIGIN"))
        .andExpect(header().string("Referrer-Policy", "same-origin"))
        .andExpect(content().string(not(containsString("<style"))))
        .andExpect(content().string(not(containsString(" style="))))
        .andExpect(content().string(not(containsString(" onclick="))));
  }

  @Test
  void mailsAreShownWithoutScriptsOfTheirOwn() throws Exception {
    ShopUser shopper = shoppers.shopper();
    StoredMail mail = mail(shopper);
    web.perform(get("/demo/mailbox/{id}/html", mail.id()).with(user(shopper)))
        .andExpect(header().string("Content-Security-Policy", containsString("default-src 'none'")))
        .andExpect(header().string("Content-Security-Policy", containsString("sandbox")));
    web.perform(get("/demo/mailbox/{id}", mail.id()).with(user(shopper)))
        .andExpect(content().string(containsString("sandbox=\"")))
        .andExpect(content().string(not(containsString("<script>alert"))));
  }

  @Test
  void sessionCookieIsOutOfReachForScriptsAndOtherSites() throws Exception {
    HttpResponse<String> answer = ask("/login");
    assertThat(answer.headers().allValues("Set-Cookie"))
        .singleElement()
        .asString()
        .contains("HttpOnly", "SameSite=Lax")
        .doesNotContain("Secure");
  }

  @Test
  void errorPagesTellNothingOfTheInside() throws Exception {
    HttpResponse<String> answer = ask("/products/nothing");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body())
        .contains("We cannot find that page", "Fern &amp; Kettle")
        .doesNotContain("Exception", "org.evergreen");
  }

  @Test
  void registrationNamesEveryProblemAtItsField() throws Exception {
    web.perform(post("/register").with(csrf()).param("email", "nobody").param("password", "short"))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("firstName-problem")))
        .andExpect(content().string(containsString("lastName-problem")))
        .andExpect(content().string(containsString("email-problem")))
        .andExpect(content().string(containsString("password-problem")))
        .andExpect(content().string(not(containsString("value=\"short\""))));
  }

  @Test
  void registrationSignsInAndDoesNotTakeOverAnAccount() throws Exception {
    String email = UUID.randomUUID() + "@example.org";
    for (int attempt = 0; attempt < 2; attempt++) {
      web.perform(
              post("/register")
                  .with(csrf())
                  .param("firstName", "Kim")
                  .param("lastName", "Tester")
                  .param("email", email)
                  .param("password", "long enough " + attempt))
          .andExpect(attempt == 0 ? authenticated() : unauthenticated())
          .andExpect(attempt == 0 ? redirectedUrl("/") : status().isUnprocessableEntity());
    }
  }

  private HttpResponse<String> ask(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .header("Accept", "text/html")
            .build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }

  private ShopUser merchant() {
    return users.loadUserByUsername(DemoLogin.MERCHANT.email());
  }

  private StoredMail mail(ShopUser to) {
    mailbox.send(
        new Mail(
            to.getUsername(), "Hello", "Hello", "<html><head></head><script>alert(1)</script>"));
    return mailbox.list(Optional.of(to.getUsername()), 0, 1).get(0);
  }
}
