package org.evergreen.payment;

import org.evergreen.installation.ChargingPermission;
import org.evergreen.time.ShopTime;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.transaction.support.TransactionOperations;

/** The beans of payment, around the gateways that there are. */
@Configuration(proxyBeanMethods = false)
public class PaymentConfiguration {

  @Bean
  @ConditionalOnMissingBean
  Gateways evergreenPaymentGateways(ObjectProvider<PaymentGateway> gateways) {
    return new Gateways(gateways.orderedStream().toList());
  }

  @Bean
  @ConditionalOnMissingBean
  Pause evergreenGatewayPause() {
    return Pause.sleeping();
  }

  @Bean
  GatewayPace evergreenGatewayPace(
      @Qualifier("evergreenTransactions") TransactionOperations transactions,
      NamedParameterJdbcOperations jdbc,
      ShopTime time,
      Gateways gateways,
      Pause pause) {
    SharedRateLimit limits = new SharedRateLimit(transactions, jdbc.getJdbcOperations(), time);
    return new GatewayPace(gateways, limits, pause);
  }

  @Bean
  @ConditionalOnMissingBean
  GatewayCalls evergreenGatewayCalls(
      Gateways gateways,
      PaymentMethodRows methods,
      ObjectProvider<GatewayObserver> observers,
      GatewayPace pace,
      PaymentSettings settings) {
    return new GatewayCalls(gateways, methods, all(observers), pace, settings.inFlight());
  }

  @Bean
  @ConditionalOnMissingBean
  GatewayRequests evergreenGatewayRequests(
      Gateways gateways, ObjectProvider<GatewayObserver> observers, GatewayPace pace) {
    return new GatewayRequests(gateways, all(observers), pace);
  }

  private static GatewayObserver all(ObjectProvider<GatewayObserver> observers) {
    return (gateway, operation, outcome, took) ->
        observers.forEach(one -> one.answered(gateway, operation, outcome, took));
  }

  @Bean
  @ConditionalOnMissingBean
  PaymentMethodRows evergreenPaymentMethodRows(NamedParameterJdbcOperations jdbc, ShopTime time) {
    return new PaymentMethodRows(jdbc.getJdbcOperations(), time);
  }

  @Bean
  @ConditionalOnMissingBean
  PaymentMethods evergreenPaymentMethods(
      @Qualifier("evergreenTransactions") TransactionOperations transactions,
      PaymentMethodRows rows,
      Gateways gateways,
      GatewayRequests requests,
      ObjectProvider<MethodUse> uses,
      RemovedMethods removed) {
    return new PaymentMethods(transactions, rows, gateways, requests, uses::orderedStream, removed);
  }

  @Bean
  @ConditionalOnMissingBean
  RemovedMethods evergreenRemovedMethods(
      @Qualifier("evergreenTransactions") TransactionOperations transactions,
      PaymentMethodRows rows,
      Gateways gateways,
      GatewayRequests requests,
      ChargingPermission permission,
      ShopTime time) {
    return new RemovedMethods(transactions, rows, gateways, requests, permission, time);
  }

  @Bean
  @ConditionalOnMissingBean
  Charges evergreenCharges(
      NamedParameterJdbcOperations jdbc,
      ShopTime time,
      PaymentSettings settings,
      Gateways gateways) {
    return new Charges(jdbc.getJdbcOperations(), time, settings, gateways);
  }

  @Bean
  @ConditionalOnMissingBean
  ChargeSettlement evergreenChargeSettlement(
      @Qualifier("evergreenTransactions") TransactionOperations transactions,
      Charges charges,
      PaymentMethodRows methods,
      ShopTime time,
      PaymentSettings settings,
      ObjectProvider<ChargeListener> listeners) {
    return new ChargeSettlement(
        transactions, charges, methods, time, settings, listeners::orderedStream);
  }

  @Bean
  @ConditionalOnMissingBean
  ShopperCharges evergreenShopperCharges(
      @Qualifier("evergreenTransactions") TransactionOperations transactions,
      PaymentMethods methods,
      Charges charges,
      GatewayCalls gateway,
      ChargeSettlement settlement,
      ChargingPermission permission) {
    return new ShopperCharges(transactions, methods, charges, gateway, settlement, permission);
  }

  @Bean
  @ConditionalOnMissingBean
  ShopperConfirmations evergreenShopperConfirmations(
      Charges charges,
      Gateways gateways,
      GatewayRequests requests,
      GatewayCalls calls,
      ChargeSettlement settlement) {
    return new ShopperConfirmations(charges, gateways, requests, calls, settlement);
  }

  @Bean
  @ConditionalOnMissingBean
  ChargeRecovery evergreenChargeRecovery(
      @Qualifier("evergreenTransactions") TransactionOperations transactions,
      Charges charges,
      GatewayCalls gateway,
      ChargeSettlement settlement,
      ShopTime time,
      PaymentSettings settings) {
    return new ChargeRecovery(transactions, charges, gateway, settlement, time, settings);
  }

  @Bean
  RefundRows evergreenRefundRows(
      NamedParameterJdbcOperations jdbc, ShopTime time, PaymentSettings settings) {
    return new RefundRows(jdbc.getJdbcOperations(), time, settings);
  }

  @Bean
  RefundSettlement evergreenRefundSettlement(
      @Qualifier("evergreenTransactions") TransactionOperations transactions,
      RefundRows rows,
      ObjectProvider<RefundListener> listeners) {
    return new RefundSettlement(transactions, rows, listeners::orderedStream);
  }

  @Bean
  AdoptedRefunds evergreenAdoptedRefunds(
      @Qualifier("evergreenTransactions") TransactionOperations transactions,
      GatewayRequests requests,
      Charges charges,
      RefundRows rows,
      RefundSettlement settlement) {
    return new AdoptedRefunds(transactions, requests, charges, rows, settlement);
  }

  @Bean
  @ConditionalOnMissingBean
  Refunds evergreenRefunds(
      @Qualifier("evergreenTransactions") TransactionOperations transactions,
      Charges charges,
      RefundRows rows,
      GatewayCalls gateway,
      RefundSettlement settlement,
      AdoptedRefunds adopted,
      ChargingPermission permission) {
    return new Refunds(transactions, charges, rows, gateway, settlement, adopted, permission);
  }

  @Bean
  @ConditionalOnMissingBean
  Disputes evergreenDisputes(
      @Qualifier("evergreenTransactions") TransactionOperations transactions,
      NamedParameterJdbcOperations jdbc,
      ShopTime time,
      Charges charges,
      GatewayRequests requests,
      ObjectProvider<DisputeListener> listeners) {
    DisputeRows rows = new DisputeRows(jdbc.getJdbcOperations(), time);
    return new Disputes(transactions, rows, charges, requests, listeners::orderedStream);
  }

  @Bean
  @ConditionalOnMissingBean
  RefundRecovery evergreenRefundRecovery(
      @Qualifier("evergreenTransactions") TransactionOperations transactions,
      Charges charges,
      RefundRows rows,
      GatewayCalls gateway,
      RefundSettlement settlement,
      AdoptedRefunds adopted) {
    return new RefundRecovery(transactions, charges, rows, gateway, settlement, adopted);
  }

  @Bean
  @ConditionalOnMissingBean
  UnknownCharges evergreenUnknownCharges(
      NamedParameterJdbcOperations jdbc,
      @Qualifier("evergreenTransactions") TransactionOperations transactions,
      ShopTime time,
      PaymentSettings settings) {
    return new UnknownCharges(jdbc.getJdbcOperations(), transactions, time, settings);
  }
}
