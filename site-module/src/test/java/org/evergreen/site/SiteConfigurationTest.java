package org.evergreen.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.evergreen.change.ChangeOptions;
import org.evergreen.change.Changes;
import org.evergreen.download.SubscriberDownloads;
import org.evergreen.download.Subscribers;
import org.evergreen.notice.NoticeSettings;
import org.evergreen.payment.Charges;
import org.evergreen.payment.Gateways;
import org.evergreen.payment.PaymentGateway;
import org.evergreen.payment.PaymentMethods;
import org.evergreen.payment.ShopperConfirmations;
import org.evergreen.renewal.ConfirmLinks;
import org.evergreen.renewal.Consolidation;
import org.evergreen.renewal.EarlyRenewals;
import org.evergreen.renewal.GroupedPreview;
import org.evergreen.renewal.OpenRenewals;
import org.evergreen.renewal.RenewalMonitor;
import org.evergreen.renewal.RenewalWorkings;
import org.evergreen.settings.MerchantSettings;
import org.evergreen.settings.Settings;
import org.evergreen.site.account.ActionController;
import org.evergreen.site.account.SubscriptionsController;
import org.evergreen.site.words.SiteWords;
import org.evergreen.storefront.Customers;
import org.evergreen.storefront.Orders;
import org.evergreen.subscription.Addresses;
import org.evergreen.subscription.Credits;
import org.evergreen.subscription.DateCommands;
import org.evergreen.subscription.DetailCommands;
import org.evergreen.subscription.Discounts;
import org.evergreen.subscription.PauseCommands;
import org.evergreen.subscription.SelfServiceRules;
import org.evergreen.subscription.SubscriptionCommands;
import org.evergreen.subscription.SubscriptionHistory;
import org.evergreen.subscription.SubscriptionPreviews;
import org.evergreen.subscription.SubscriptionQueries;
import org.evergreen.subscription.Workings;
import org.evergreen.time.ShopTime;
import org.evergreen.webhook.Webhooks;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.transaction.support.TransactionOperations;

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
          .withBean(RenewalWorkings.class, () -> mock(RenewalWorkings.class))
          .withBean(Addresses.class, () -> mock(Addresses.class))
          .withBean(SubscriptionQueries.class, () -> mock(SubscriptionQueries.class))
          .withBean(SubscriptionCommands.class, () -> mock(SubscriptionCommands.class))
          .withBean(PauseCommands.class, () -> mock(PauseCommands.class))
          .withBean(DateCommands.class, () -> mock(DateCommands.class))
          .withBean(DetailCommands.class, () -> mock(DetailCommands.class))
          .withBean(SelfServiceRules.class, () -> mock(SelfServiceRules.class))
          .withBean(SubscriptionPreviews.class, () -> mock(SubscriptionPreviews.class))
          .withBean(SubscriptionHistory.class, () -> mock(SubscriptionHistory.class))
          .withBean(Discounts.class, () -> mock(Discounts.class))
          .withBean(Changes.class, () -> mock(Changes.class))
          .withBean(ChangeOptions.class, () -> mock(ChangeOptions.class))
          .withBean(Settings.class, () -> MerchantSettings::defaults)
          .withBean(EarlyRenewals.class, () -> mock(EarlyRenewals.class))
          .withBean(Credits.class, () -> mock(Credits.class))
          .withBean(Workings.class, () -> mock(Workings.class))
          .withBean(SubscriberDownloads.class, () -> mock(SubscriberDownloads.class))
          .withBean(Subscribers.class, () -> mock(Subscribers.class))
          .withBean(OpenRenewals.class, () -> mock(OpenRenewals.class))
          .withBean(Webhooks.class, () -> mock(Webhooks.class))
          .withBean(GroupedPreview.class, () -> mock(GroupedPreview.class))
          .withBean(Consolidation.class, () -> mock(Consolidation.class))
          .withBean(ConfirmLinks.class, () -> mock(ConfirmLinks.class))
          .withBean(Charges.class, () -> mock(Charges.class))
          .withBean(ShopperConfirmations.class, () -> mock(ShopperConfirmations.class))
          .withBean(NoticeSettings.class, () -> mock(NoticeSettings.class))
          .withBean(Gateways.class, () -> new Gateways(List.of(mock(PaymentGateway.class))))
          .withBean(
              "evergreenTransactions",
              TransactionOperations.class,
              TransactionOperations::withoutTransaction);

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
          assertThat(context).hasSingleBean(ActionController.class);
          assertThat(context).hasBean("evergreenWebhookEndpoint");
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
