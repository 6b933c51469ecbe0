package org.evergreen.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.evergreen.demo.account.Accounts;
import org.evergreen.demo.account.DemoLogin;
import org.evergreen.demo.account.NewAccount;
import org.evergreen.demo.account.Role;
import org.evergreen.demo.account.ShopUsers;
import org.evergreen.demo.clock.DemoClock;
import org.evergreen.payment.ChargeOutcome;
import org.evergreen.payment.ChargeRequest;
import org.evergreen.payment.GatewayCharge;
import org.evergreen.payment.IdempotencyKey;
import org.evergreen.payment.LookUp;
import org.evergreen.payment.MethodDetails;
import org.evergreen.payment.PaymentGateway;
import org.evergreen.payment.RefundLookUp;
import org.evergreen.payment.RefundOutcome;
import org.evergreen.payment.RefundRequest;
import org.evergreen.payment.UnknownPaymentMethodException;
import org.evergreen.storefront.CustomerId;
import org.evergreen.storefront.Customers;
import org.evergreen.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What only a demo may have is not there under the profile {@code production}. */
class ProductionProfileTest {

  private static final NewAccount SHOPPER =
      new NewAccount("kim@example.org", "a password for tests", Role.SHOPPER, "Kim", "Tester");

  @Test
  void sandboxIsRefused() {
    assertThatThrownBy(() -> start("production"))
        .rootCause()
        .hasMessageContaining("production")
        .hasMessageContaining("the sandbox takes no real money");
  }

  @Test
  void productionWinsOverDemo() throws Exception {
    try (ConfigurableApplicationContext store = start("demo,production", RealGateway.class)) {
      assertThat(store.getBeansOfType(DemoClock.class)).isEmpty();
      assertThat(store.getBean(Clock.class)).isNotInstanceOf(DemoClock.class);
      store.getBean(Accounts.class).open(DemoLogin.MERCHANT.account());
      assertThat(
              store
                  .getBean(ShopUsers.class)
                  .loadUserByUsername(DemoLogin.MERCHANT.email())
                  .isEnabled())
          .isFalse();
      CustomerId typedHisAddressOnly = store.getBean(Accounts.class).open(SHOPPER).customer();
      assertThat(store.getBean(Customers.class).profiles(List.of(typedHisAddressOnly))).hasSize(1);
      assertThat(store.getBean(Customers.class).verifiedEmail(typedHisAddressOnly)).isEmpty();
      assertThat(ask(store, "/login").body())
          .contains("Sign in")
          .doesNotContain(DemoLogin.MERCHANT.password(), "Demo shop");
      assertThat(ask(store, "/login").headers().allValues("Set-Cookie"))
          .singleElement()
          .asString()
          .contains("Secure", "HttpOnly", "SameSite=Lax");
    }
  }

  private static ConfigurableApplicationContext start(String profiles, Class<?>... more) {
    List<Class<?>> sources = new ArrayList<>(List.of(more));
    sources.add(DemoStore.class);
    return new SpringApplicationBuilder(sources.toArray(Class[]::new))
        .properties("spring.main.register-shutdown-hook=false")
        .run(
            "--spring.profiles.active=" + profiles,
            "--server.port=0",
            "--evergreen.jobs.enabled=false",
            "--evergreen.shop.installation-id=test",
            "--spring.datasource.url=" + TestDatabase.blank().jdbcUrl(),
            "--spring.datasource.username=postgres");
  }

  private static HttpResponse<String> ask(ConfigurableApplicationContext store, String path)
      throws Exception {
    int port = ((ServletWebServerApplicationContext) store).getWebServer().getPort();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }

  /** Stands for a gateway that takes real money. */
  @Configuration(proxyBeanMethods = false)
  static class RealGateway {

    @Bean
    PaymentGateway gateway() {
      return new PaymentGateway() {
        @Override
        public String name() {
          return "real";
        }

        @Override
        public ChargeOutcome charge(ChargeRequest request) {
          return new ChargeOutcome.Unknown("Never asked");
        }

        @Override
        public LookUp lookUp(IdempotencyKey key) {
          return new LookUp.NotFound();
        }

        @Override
        public LookUp cancel(GatewayCharge charge) {
          return new LookUp.NotFound();
        }

        @Override
        public RefundOutcome refund(RefundRequest request) {
          return new RefundOutcome.Unknown("Never asked");
        }

        @Override
        public RefundLookUp lookUpRefund(RefundRequest request) {
          return new RefundLookUp.NotFound();
        }

        @Override
        public MethodDetails describe(String methodToken) {
          throw UnknownPaymentMethodException.at("real");
        }
      };
    }
  }
}
