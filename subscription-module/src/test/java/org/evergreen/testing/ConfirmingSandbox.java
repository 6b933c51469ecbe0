package org.evergreen.testing;

import java.util.Optional;
import org.evergreen.payment.BrowserSide;
import org.evergreen.payment.sandbox.JdbcSandboxBooks;
import org.evergreen.payment.sandbox.SandboxGateway;
import org.evergreen.time.ShopTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;

/** A sandbox whose shoppers can confirm payments in a page of the shop. */
@Configuration(proxyBeanMethods = false)
public class ConfirmingSandbox {

  @Bean
  SandboxGateway gateway(NamedParameterJdbcOperations jdbc, ShopTime time) {
    return new SandboxGateway(new JdbcSandboxBooks(jdbc.getJdbcOperations()), time) {
      @Override
      public Optional<BrowserSide> browserSide() {
        return Optional.of(new BrowserSide("pk_test", "https://gateway.example/script.js"));
      }
    };
  }
}
