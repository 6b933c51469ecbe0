package org.evergreen.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import org.evergreen.payment.PaymentMethods;
import org.evergreen.renewal.RenewalMonitor;
import org.evergreen.site.account.CancellationController;
import org.evergreen.site.account.SubscriptionsController;
import org.evergreen.site.words.SiteWords;
import org.evergreen.storefront.Customers;
import org.evergreen.storefront.Orders;
import org.evergreen.subscription.Addresses;
import org.evergreen.subscription.SubscriptionCommands;
import org.evergreen.subscription.SubscriptionQueries;
import org.evergreen.time.ShopTime;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;

/** The ways in which a host may bring the pages in. */
class SiteConfigurationTest {
  private static final ShopTime TIME = new ShopTime(Clock.systemUTC(), ZoneOffset.UTC);

  private final WebApplicationContextRunner engine =
      new WebApplicationContextRunner()
          .withBean(ShopTime.class, () -> TIME)
          .withBean(Customers.class, () -> mock(Customers.class))
          .withBean(Orders.class, () -> mock(Orders.class))
          .withBean(PaymentMethods.class, () -> mock(PaymentMethods.class))
          .withBean(RenewalMonitor.class, () -> mock(RenewalMonitor.class))
          .withBean(Addresses.class, () -> mock(Addresses.class))
          .withBean(SubscriptionQueries.class, () -> mock(SubscriptionQueries.class))
          .withBean(SubscriptionCommands.class, () -> mock(SubscriptionCommands.class));

  @Test
  void springBootFindsThePagesByItself() {
    hasPages(engine.withConfiguration(AutoConfigurations.of(SiteAutoConfiguration.class)));
  }

  @Test
  void aHostMayImportTheConfigurationByHand() {
    hasPages(engine.withUserConfiguration(SiteConfiguration.class));
  }

  @Test
  void aHostMayScanThePackage() {
    hasPages(engine.withUserConfiguration(ScanningHost.class));
  }

  @Test
  void settingsDecideLayoutAndLocale() {
    engine
        .withUserConfiguration(SiteConfiguration.class)
        .withPropertyValues("evergreen.site.layout=shop/layout", "evergreen.site.locale=de-DE")
        .run(
            context -> {
              assertThat(context.getBean(SitePagesAdvice.class).layout()).isEqualTo("shop/layout");
              assertThat(context.getBean(SiteWords.class).money(Money.parse("EUR 1234.50")))
                  .isEqualTo("1.234,50\u00a0€");
            });
  }

  @Test
  void aHostsOwnWordsTakePrecedence() {
    SiteWords own = new SiteWords(Locale.UK, TIME);
    engine
        .withBean("evergreenWords", SiteWords.class, () -> own)
        .withUserConfiguration(SiteConfiguration.class)
        .run(context -> assertThat(context.getBean(SiteWords.class)).isSameAs(own));
  }

  private static void hasPages(WebApplicationContextRunner host) {
    host.run(
        context -> {
          assertThat(context).hasSingleBean(SubscriptionsController.class);
          assertThat(context).hasSingleBean(CancellationController.class);
          assertThat(context).hasBean("evergreenWords").hasBean("evergreenPlanChooser");
          assertThat(context.getBean(SitePagesAdvice.class).layout())
              .isEqualTo("evergreen/site/layout");
        });
  }

  @Configuration(proxyBeanMethods = false)
  @ComponentScan(
      basePackageClasses = SiteConfiguration.class,
      excludeFilters =
          @Filter(
              type = FilterType.REGEX,
              pattern = "org\\.evergreen\\.site\\.(host\\.)?.*(Test|Host.*)"))
  static class ScanningHost {}
}
