package org.evergreen.demo.web;

import org.evergreen.admin.AdminLink;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;

/** What the demo store adds to the merchant's navigation. */
@Configuration(proxyBeanMethods = false)
class AdminLinks {

  @Bean
  @Order(10)
  @Profile("demo & !production")
  AdminLink clockLink() {
    return new AdminLink("Clock", "clock-history", "/admin/demo/clock", "clock");
  }

  @Bean
  @Order(20)
  @Profile("demo & !production")
  AdminLink mailboxLink() {
    return new AdminLink("Mailbox", "envelope", "/demo/mailbox", "");
  }

  @Bean
  @Order(30)
  AdminLink shopLink() {
    return new AdminLink("To the shop", "shop", "/", "");
  }

  @Bean
  @Order(40)
  AdminLink signOutLink() {
    return AdminLink.button("Sign out", "box-arrow-right", "/logout");
  }
}
