package org.evergreen.site.selfservice;

import java.util.Optional;
import org.evergreen.change.Changes;
import org.evergreen.payment.Charges;
import org.evergreen.payment.Gateways;
import org.evergreen.payment.PaymentMethods;
import org.evergreen.payment.ShopperConfirmations;
import org.evergreen.renewal.ConfirmLinks;
import org.evergreen.renewal.EarlyRenewals;
import org.evergreen.renewal.OpenRenewals;
import org.evergreen.renewal.RenewalMonitor;
import org.evergreen.site.SiteSettings;
import org.evergreen.site.action.ActionFlow;
import org.evergreen.site.action.SelfServiceAction;
import org.evergreen.site.action.SelfServiceActions;
import org.evergreen.site.price.RenewalPrices;
import org.evergreen.site.words.MethodValidity;
import org.evergreen.site.words.SiteWords;
import org.evergreen.storefront.Destinations;
import org.evergreen.subscription.Addresses;
import org.evergreen.subscription.SubscriptionQueries;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * What the actions of My Account share. A host replaces an action by a bean of the same name, and
 * adds one by a bean of {@link SelfServiceAction}; {@code @Order} says where it stands.
 */
@Configuration(proxyBeanMethods = false)
@Import({
  PaymentActionsConfiguration.class,
  DateActionsConfiguration.class,
  ChangeActionsConfiguration.class,
  EndingActionsConfiguration.class
})
public class SelfServiceConfiguration {

  @Bean
  @ConditionalOnMissingBean
  SelfServiceActions evergreenSelfServiceActions(ObjectProvider<SelfServiceAction> actions) {
    return new SelfServiceActions(actions.orderedStream().toList());
  }

  @Bean
  @ConditionalOnMissingBean
  ActionFlow evergreenActionFlow(SiteWords words) {
    return new ActionFlow(words);
  }

  @Bean
  @ConditionalOnMissingBean
  PaymentsUnderWay evergreenPaymentsUnderWay(RenewalMonitor renewals) {
    return new PaymentsUnderWay(renewals);
  }

  @Bean
  @ConditionalOnMissingBean
  NewCards evergreenNewCards(Gateways gateways) {
    return new GatewayCards(gateways);
  }

  @Bean
  @ConditionalOnMissingBean
  MethodChoice evergreenMethodChoice(
      PaymentMethods methods,
      NewCards newCards,
      TakeCard taking,
      SiteWords words,
      MethodValidity validity) {
    return new MethodChoice(methods, newCards, taking, words, validity);
  }

  @Bean
  @ConditionalOnMissingBean
  TakeCard evergreenTakeCard(PaymentMethods methods, NewCards newCards) {
    return new TakeCard(methods, newCards);
  }

  @Bean
  @ConditionalOnMissingBean
  OwedRenewals evergreenOwedRenewals(
      OpenRenewals renewals, RenewalMonitor monitor, ConfirmPaths paths, SiteWords words) {
    return new OwedRenewals(renewals, monitor, paths, words);
  }

  @Bean
  @ConditionalOnMissingBean
  ConfirmPaths evergreenConfirmPaths(ShopperConfirmations confirmations, ConfirmLinks links) {
    return new ConfirmPaths(confirmations, links);
  }

  @Bean
  @ConditionalOnMissingBean
  AskedPayments evergreenAskedPayments(
      Changes changes, EarlyRenewals renewals, Charges charges, ConfirmPaths paths) {
    return new AskedPayments(changes, renewals, charges, paths);
  }

  @Bean
  @ConditionalOnMissingBean
  MethodNames evergreenMethodNames(PaymentMethods methods, SiteWords words) {
    return new MethodNames(methods, words);
  }

  @Bean
  @ConditionalOnMissingBean
  OptionChoice evergreenOptionChoice(SiteWords words) {
    return new OptionChoice(words);
  }

  @Bean
  @ConditionalOnMissingBean
  KnownAddresses evergreenKnownAddresses(SubscriptionQueries queries, Addresses addresses) {
    return new KnownAddresses(queries, addresses);
  }

  @Bean
  @ConditionalOnMissingBean
  AddressPrices evergreenAddressPrices(RenewalPrices prices, SiteWords words) {
    return new AddressPrices(prices, words);
  }

  @Bean
  @ConditionalOnMissingBean
  AddressForm evergreenAddressForm(
      SiteSettings settings, ObjectProvider<Destinations> destinations) {
    return new AddressForm(settings.locale(), Optional.ofNullable(destinations.getIfAvailable()));
  }
}
