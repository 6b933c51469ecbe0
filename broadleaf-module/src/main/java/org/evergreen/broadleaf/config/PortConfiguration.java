package org.evergreen.broadleaf.config;

import jakarta.persistence.EntityManager;
import org.broadleafcommerce.common.currency.service.BroadleafCurrencyService;
import org.broadleafcommerce.common.i18n.service.ISOService;
import org.broadleafcommerce.common.locale.service.LocaleService;
import org.broadleafcommerce.core.catalog.service.CatalogService;
import org.broadleafcommerce.core.checkout.service.CheckoutService;
import org.broadleafcommerce.core.inventory.service.InventoryService;
import org.broadleafcommerce.core.offer.service.OfferServiceExtensionManager;
import org.broadleafcommerce.core.order.service.FulfillmentGroupService;
import org.broadleafcommerce.core.order.service.FulfillmentOptionService;
import org.broadleafcommerce.core.order.service.OrderService;
import org.broadleafcommerce.core.order.service.workflow.CartOperationRequest;
import org.broadleafcommerce.core.payment.service.OrderPaymentService;
import org.broadleafcommerce.core.workflow.Processor;
import org.broadleafcommerce.profile.core.service.AddressService;
import org.broadleafcommerce.profile.core.service.CustomerService;
import org.evergreen.broadleaf.catalog.BroadleafCatalog;
import org.evergreen.broadleaf.catalog.SkuSnapshots;
import org.evergreen.broadleaf.customer.BroadleafCustomers;
import org.evergreen.broadleaf.mail.ShopMail;
import org.evergreen.broadleaf.order.BroadleafOrders;
import org.evergreen.broadleaf.order.DraftLines;
import org.evergreen.broadleaf.order.Drafts;
import org.evergreen.broadleaf.order.FreeShipping;
import org.evergreen.broadleaf.order.OffersLeaveRenewalsAlone;
import org.evergreen.broadleaf.order.OrderAddresses;
import org.evergreen.broadleaf.order.RenewalOrders;
import org.evergreen.broadleaf.order.Shipping;
import org.evergreen.broadleaf.order.TakenPayments;
import org.evergreen.broadleaf.persistence.Apart;
import org.evergreen.config.EvergreenProperties;
import org.evergreen.storefront.Catalog;
import org.evergreen.storefront.Customers;
import org.evergreen.storefront.Orders;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.transaction.support.TransactionOperations;

/** The engine's ports, over Broadleaf's services. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BroadleafSettings.class)
class PortConfiguration {

  @Bean
  Apart evergreenApart(@Qualifier("blTransactionManager") JpaTransactionManager manager) {
    return new Apart(manager);
  }

  @Bean
  SkuSnapshots evergreenSkuSnapshots(
      @Qualifier("blInventoryService") InventoryService inventory, EvergreenProperties settings) {
    return new SkuSnapshots(inventory, settings.shop().currency());
  }

  @Bean
  @ConditionalOnMissingBean
  Catalog evergreenCatalog(
      @Qualifier("blCatalogService") CatalogService catalog,
      SkuSnapshots snapshots,
      @Qualifier("evergreenEntities") EntityManager entities,
      @Qualifier("evergreenTransactions") TransactionOperations transactions) {
    return new BroadleafCatalog(catalog, snapshots, entities, transactions);
  }

  @Bean
  @ConditionalOnMissingBean
  Customers evergreenCustomers(
      @Qualifier("evergreenEntities") EntityManager entities,
      @Qualifier("evergreenTransactions") TransactionOperations transactions,
      BroadleafSettings settings) {
    return new BroadleafCustomers(entities, transactions, settings.emailsVerified());
  }

  @Bean
  OrderAddresses evergreenOrderAddresses(
      @Qualifier("blAddressService") AddressService addresses,
      @Qualifier("blISOService") ISOService countries) {
    return new OrderAddresses(addresses, countries);
  }

  @Bean
  Shipping evergreenShipping(
      @Qualifier("blFulfillmentOptionService") FulfillmentOptionService options,
      BroadleafSettings settings) {
    return new Shipping(options, settings.renewalFulfillmentOption());
  }

  @Bean
  TakenPayments evergreenTakenPayments(
      @Qualifier("blOrderService") OrderService orders,
      @Qualifier("blOrderPaymentService") OrderPaymentService payments) {
    return new TakenPayments(orders, payments);
  }

  @Bean
  DraftLines evergreenDraftLines(
      @Qualifier("blCatalogService") CatalogService catalog,
      SkuSnapshots snapshots,
      @Qualifier("blAddItemWorkflow")
          Processor<CartOperationRequest, CartOperationRequest> addItem) {
    return new DraftLines(catalog, snapshots, addItem);
  }

  @Bean
  Drafts evergreenDrafts(
      @Qualifier("blOrderService") OrderService orders,
      @Qualifier("blCustomerService") CustomerService customers,
      @Qualifier("blCurrencyService") BroadleafCurrencyService currencies,
      @Qualifier("blLocaleService") LocaleService locales,
      DraftLines lines,
      OrderAddresses addresses,
      Shipping shipping,
      @Qualifier("blFulfillmentGroupService") FulfillmentGroupService groups) {
    return new Drafts(
        orders,
        customers,
        currencies,
        locales,
        lines,
        addresses,
        shipping,
        new FreeShipping(groups));
  }

  @Bean
  RenewalOrders evergreenRenewalOrders(
      Drafts drafts,
      TakenPayments payments,
      @Qualifier("blCheckoutService") CheckoutService checkout,
      Apart apart,
      NamedParameterJdbcOperations jdbc) {
    return new RenewalOrders(drafts, payments, checkout, apart, jdbc.getJdbcOperations());
  }

  @Bean
  @ConditionalOnMissingBean
  Orders evergreenOrders(
      Drafts drafts,
      RenewalOrders renewals,
      @Qualifier("blOrderService") OrderService orders,
      Apart apart) {
    return new BroadleafOrders(drafts, renewals, orders, apart);
  }

  @Bean
  OffersLeaveRenewalsAlone evergreenOffersLeaveRenewalsAlone(
      @Qualifier("blOfferServiceExtensionManager") OfferServiceExtensionManager offers) {
    OffersLeaveRenewalsAlone handler = new OffersLeaveRenewalsAlone();
    offers.registerHandler(handler);
    return handler;
  }

  @Bean
  @ConditionalOnProperty("evergreen.broadleaf.mail-from")
  ShopMail evergreenShopMail(
      @Qualifier("blMailSender") JavaMailSender sender, BroadleafSettings settings) {
    return new ShopMail(sender, settings.mailFrom().orElseThrow());
  }
}
