package org.evergreen.site.account;

import org.evergreen.change.Changes;
import org.evergreen.download.SubscriberDownloads;
import org.evergreen.download.Subscribers;
import org.evergreen.payment.PaymentMethods;
import org.evergreen.renewal.Consolidation;
import org.evergreen.renewal.GroupedPreview;
import org.evergreen.renewal.RenewalMonitor;
import org.evergreen.renewal.RenewalWorkings;
import org.evergreen.site.SiteSettings;
import org.evergreen.site.action.ActionFlow;
import org.evergreen.site.action.SelfServiceActions;
import org.evergreen.site.price.RenewalPrices;
import org.evergreen.site.selfservice.AskedPayments;
import org.evergreen.site.words.MethodValidity;
import org.evergreen.site.words.SiteWords;
import org.evergreen.site.words.SubscriptionInWords;
import org.evergreen.storefront.Customers;
import org.evergreen.storefront.Orders;
import org.evergreen.subscription.Addresses;
import org.evergreen.subscription.Credits;
import org.evergreen.subscription.Discounts;
import org.evergreen.subscription.SubscriptionQueries;
import org.evergreen.subscription.Workings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans of My Account. */
@Configuration(proxyBeanMethods = false)
public class AccountConfiguration {

  @Bean
  @ConditionalOnMissingBean
  OwnSubscriptions evergreenShopperSubscriptions(
      Customers customers, SubscriptionQueries queries, Subscribers subscribers) {
    return new OwnSubscriptions(customers, queries, subscribers);
  }

  @Bean
  @ConditionalOnMissingBean
  SubscriptionInWords evergreenSubscriptionInWords(SiteWords words) {
    return new SubscriptionInWords(words);
  }

  @Bean
  @ConditionalOnMissingBean
  RenewalPrices evergreenRenewalPrices(Orders orders, Addresses addresses, Discounts discounts) {
    return new RenewalPrices(orders, addresses, discounts);
  }

  @Bean
  @ConditionalOnMissingBean
  MethodInWords evergreenMethodInWords(
      PaymentMethods methods, SiteWords words, MethodValidity validity) {
    return new MethodInWords(methods, words, validity);
  }

  @Bean
  @ConditionalOnMissingBean
  Past evergreenPast(
      SubscriptionQueries queries,
      RenewalMonitor renewals,
      Orders orders,
      SiteWords words,
      SiteSettings settings) {
    return new Past(
        queries, renewals, orders, new HistoryInWords(words), words, settings.orderPath());
  }

  @Bean
  @ConditionalOnMissingBean
  UpcomingPayments evergreenUpcomingPayments(
      SubscriptionQueries queries,
      RenewalPrices prices,
      Changes changes,
      SubscriptionInWords inWords,
      SiteWords words) {
    return new UpcomingPayments(queries, prices, changes, inWords, words);
  }

  @Bean
  @ConditionalOnMissingBean
  Hints evergreenHints(
      SubscriptionQueries queries,
      RenewalPrices prices,
      MethodInWords methods,
      SubscriptionInWords inWords,
      AskedPayments asked,
      SiteWords words) {
    return new Hints(queries, prices, methods, inWords, asked, words);
  }

  @Bean
  @ConditionalOnMissingBean
  SubscriptionsController evergreenSubscriptionsController(
      OwnSubscriptions subscriptions,
      SubscriptionOverviews overviews,
      SubscriptionPages pages,
      Gifts gifts,
      Together together) {
    return new SubscriptionsController(subscriptions, overviews, pages, gifts, together);
  }

  @Bean
  @ConditionalOnMissingBean
  Together evergreenTogether(GroupedPreview preview, Consolidation consolidation, SiteWords words) {
    return new Together(preview, consolidation, words);
  }

  @Bean
  @ConditionalOnMissingBean
  TogetherController evergreenTogetherController(
      OwnSubscriptions subscriptions, Together together) {
    return new TogetherController(subscriptions, together);
  }

  @Bean
  @ConditionalOnMissingBean
  SubscriptionOverviews evergreenSubscriptionOverviews(
      RenewalPrices prices, PaymentMethods methods, SubscriptionInWords inWords, SiteWords words) {
    return new SubscriptionOverviews(prices, methods, inWords, words);
  }

  @Bean
  @ConditionalOnMissingBean
  SubscriptionDetails evergreenSubscriptionDetails(
      UpcomingPayments upcoming,
      Past past,
      Hints hints,
      MethodInWords method,
      Addresses addresses,
      SubscriptionInWords inWords,
      SiteWords words) {
    return new SubscriptionDetails(upcoming, past, hints, method, addresses, inWords, words);
  }

  @Bean
  @ConditionalOnMissingBean
  ActionMenus evergreenActionMenus(SelfServiceActions actions, ActionFlow flow) {
    return new ActionMenus(actions, flow);
  }

  @Bean
  @ConditionalOnMissingBean
  ActionController evergreenActionController(
      OwnSubscriptions subscriptions,
      SelfServiceActions actions,
      ActionFlow flow,
      ActionPages pages) {
    return new ActionController(subscriptions, actions, flow, pages);
  }

  @Bean
  @ConditionalOnMissingBean
  ActionPages evergreenActionPages(ActionFlow flow, SubscriptionInWords inWords) {
    return new ActionPages(flow, inWords);
  }

  @Bean
  @ConditionalOnMissingBean
  SubscriptionPages evergreenSubscriptionPages(
      SubscriptionDetails details,
      ActionMenus menus,
      BenefitViews benefits,
      SubscriberDownloads downloads,
      Amounts amounts) {
    return new SubscriptionPages(details, menus, benefits, downloads, amounts);
  }

  @Bean
  @ConditionalOnMissingBean
  BenefitViews evergreenBenefitViews(
      Credits credits, Discounts discounts, Changes changes, SiteWords words) {
    return new BenefitViews(credits, discounts, changes, words);
  }

  @Bean
  @ConditionalOnMissingBean
  Gifts evergreenGifts(
      Customers customers, Addresses addresses, SubscriptionInWords inWords, SiteWords words) {
    return new Gifts(customers, addresses, inWords, words);
  }

  @Bean
  @ConditionalOnMissingBean
  Amounts evergreenAmounts(
      Workings workings,
      RenewalMonitor renewals,
      RenewalWorkings workingsOfRenewals,
      Changes changes,
      SiteWords words) {
    return new Amounts(workings, renewals, workingsOfRenewals, changes, words);
  }

  @Bean
  @ConditionalOnMissingBean
  AmountsController evergreenAmountsController(OwnSubscriptions subscriptions, Amounts amounts) {
    return new AmountsController(subscriptions, amounts);
  }

  @Bean
  @ConditionalOnMissingBean
  DownloadController evergreenDownloadController(
      OwnSubscriptions subscriptions, SubscriberDownloads downloads) {
    return new DownloadController(subscriptions, downloads);
  }
}
