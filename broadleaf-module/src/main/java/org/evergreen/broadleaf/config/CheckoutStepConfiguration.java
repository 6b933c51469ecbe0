package org.evergreen.broadleaf.config;

import org.broadleafcommerce.core.catalog.service.CatalogService;
import org.broadleafcommerce.core.checkout.service.CheckoutService;
import org.broadleafcommerce.core.order.service.OrderService;
import org.evergreen.broadleaf.cart.CartPlans;
import org.evergreen.broadleaf.cart.PlanChoice;
import org.evergreen.broadleaf.cart.TodaysPrices;
import org.evergreen.broadleaf.catalog.SkuSnapshots;
import org.evergreen.broadleaf.checkout.MissedSubscriptions;
import org.evergreen.broadleaf.checkout.OrderStarts;
import org.evergreen.broadleaf.checkout.PaidOrders;
import org.evergreen.broadleaf.checkout.PlansStillOffered;
import org.evergreen.broadleaf.checkout.PromisedOrders;
import org.evergreen.broadleaf.checkout.RecurringOffers;
import org.evergreen.broadleaf.checkout.StoredMethodPayment;
import org.evergreen.broadleaf.checkout.SubscriptionsOfOrder;
import org.evergreen.broadleaf.checkout.UnfinishedCheckouts;
import org.evergreen.broadleaf.order.TakenPayments;
import org.evergreen.broadleaf.persistence.Apart;
import org.evergreen.checkout.CartRules;
import org.evergreen.checkout.SubscriptionCheckout;
import org.evergreen.checkout.TrialRights;
import org.evergreen.payment.ShopperCharges;
import org.evergreen.plan.ProductOffers;
import org.evergreen.time.ShopTime;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;

/** The steps that the module adds to Broadleaf's workflows for cart and checkout. */
@Configuration(proxyBeanMethods = false)
class CheckoutStepConfiguration {

  @Bean
  PlanChoice evergreenPlanChoice(
      @Qualifier("blCatalogService") CatalogService catalog,
      SkuSnapshots snapshots,
      ProductOffers offers,
      CartPlans plans,
      ShopTime time) {
    return new PlanChoice(catalog, snapshots, offers, plans, time);
  }

  @Bean
  CartPlans evergreenCartPlans(SkuSnapshots snapshots, ProductOffers offers, CartRules rules) {
    return new CartPlans(snapshots, offers, rules);
  }

  @Bean
  TodaysPrices evergreenTodaysPrices(CartPlans plans, TrialRights trials, ShopTime time) {
    return new TodaysPrices(plans, trials, time);
  }

  @Bean
  RecurringOffers evergreenRecurringOffers(NamedParameterJdbcOperations jdbc) {
    return new RecurringOffers(jdbc);
  }

  @Bean
  PlansStillOffered evergreenPlansStillOffered(CartPlans plans, TodaysPrices prices) {
    return new PlansStillOffered(plans, prices);
  }

  @Bean
  PaidOrders evergreenPaidOrders(SkuSnapshots snapshots, RecurringOffers recurring, ShopTime time) {
    return new PaidOrders(snapshots, recurring, time);
  }

  @Bean
  OrderStarts evergreenOrderStarts(SubscriptionCheckout checkout, PaidOrders paidOrders) {
    return new OrderStarts(checkout, paidOrders);
  }

  @Bean
  PromisedOrders evergreenPromisedOrders(
      NamedParameterJdbcOperations jdbc,
      @Qualifier("blOrderService") OrderService orders,
      PaidOrders paidOrders,
      SubscriptionCheckout checkout,
      Apart apart,
      ShopTime time) {
    return new PromisedOrders(jdbc.getJdbcOperations(), orders, paidOrders, checkout, apart, time);
  }

  @Bean
  SubscriptionsOfOrder evergreenSubscriptionsOfOrder(
      OrderStarts starts, Apart apart, ShopTime time) {
    return new SubscriptionsOfOrder(starts, apart, time);
  }

  @Bean
  MissedSubscriptions evergreenMissedSubscriptions(
      NamedParameterJdbcOperations jdbc,
      @Qualifier("blOrderService") OrderService orders,
      OrderStarts starts,
      Apart apart,
      ShopTime time) {
    return new MissedSubscriptions(jdbc.getJdbcOperations(), orders, starts, apart, time);
  }

  @Bean
  StoredMethodPayment evergreenStoredMethodPayment(ShopperCharges charges, TakenPayments payments) {
    return new StoredMethodPayment(charges, payments);
  }

  @Bean
  UnfinishedCheckouts evergreenUnfinishedCheckouts(
      NamedParameterJdbcOperations jdbc,
      @Qualifier("blOrderService") OrderService orders,
      @Qualifier("blCheckoutService") CheckoutService checkout,
      TakenPayments payments,
      Apart apart,
      ShopTime time) {
    return new UnfinishedCheckouts(
        jdbc.getJdbcOperations(), orders, checkout, payments, apart, time);
  }
}
