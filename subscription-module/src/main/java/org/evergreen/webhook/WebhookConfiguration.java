package org.evergreen.webhook;

import org.evergreen.payment.ChargeSettlement;
import org.evergreen.payment.Charges;
import org.evergreen.payment.Disputes;
import org.evergreen.payment.GatewayCalls;
import org.evergreen.payment.GatewayRequests;
import org.evergreen.payment.Gateways;
import org.evergreen.payment.PaymentMethods;
import org.evergreen.payment.Refunds;
import org.evergreen.renewal.RenewalRemedies;
import org.evergreen.time.ShopTime;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;

/** The beans of this package. */
@Configuration(proxyBeanMethods = false)
public class WebhookConfiguration {

  @Bean
  WebhookRows evergreenWebhookRows(NamedParameterJdbcOperations jdbc) {
    return new WebhookRows(jdbc.getJdbcOperations());
  }

  @Bean
  WebhookHandlers evergreenWebhookHandlers(ObjectProvider<WebhookHandler> handlers) {
    return new WebhookHandlers(handlers.orderedStream().toList());
  }

  @Bean
  @ConditionalOnMissingBean
  Webhooks evergreenWebhooks(
      Gateways gateways, WebhookHandlers handlers, WebhookRows rows, ShopTime time) {
    return new Webhooks(gateways, handlers, rows, time);
  }

  @Bean
  @ConditionalOnMissingBean
  WebhookProcessing evergreenWebhookProcessing(
      WebhookRows rows, WebhookHandlers handlers, ShopTime time, WebhookSettings settings) {
    return new WebhookProcessing(rows, handlers, time, settings);
  }

  @Bean
  @ConditionalOnMissingBean
  WebhookLog evergreenWebhookLog(
      NamedParameterJdbcOperations jdbc, WebhookRows rows, ShopTime time) {
    return new WebhookLog(jdbc.getJdbcOperations(), rows, time);
  }

  @Bean
  @ConditionalOnMissingBean
  WebhookRetention evergreenWebhookRetention(
      WebhookRows rows, ShopTime time, WebhookSettings settings) {
    return new WebhookRetention(rows, time, settings);
  }

  @Bean
  @ConditionalOnMissingBean
  ChargeNews evergreenChargeNews(
      GatewayCalls gateway, Charges charges, ChargeSettlement settlement) {
    return new ChargeNews(gateway, charges, settlement);
  }

  @Bean
  @ConditionalOnMissingBean
  RefundNews evergreenRefundNews(Refunds refunds) {
    return new RefundNews(refunds);
  }

  @Bean
  @ConditionalOnMissingBean
  DisputeNews evergreenDisputeNews(Disputes disputes) {
    return new DisputeNews(disputes);
  }

  @Bean
  @ConditionalOnMissingBean
  OwedWithMethod evergreenOwedWithMethod(
      NamedParameterJdbcOperations jdbc, RenewalRemedies remedies) {
    return new OwedWithMethod(jdbc.getJdbcOperations(), remedies);
  }

  @Bean
  @ConditionalOnMissingBean
  MethodNews evergreenMethodNews(PaymentMethods methods, OwedWithMethod owed) {
    return new MethodNews(methods, owed);
  }

  @Bean
  @ConditionalOnMissingBean
  SetupNews evergreenSetupNews(
      GatewayRequests gateway, PaymentMethods methods, OwedWithMethod owed) {
    return new SetupNews(gateway, methods, owed);
  }

  @Bean
  @ConditionalOnMissingBean
  MandateNews evergreenMandateNews(GatewayRequests gateway, PaymentMethods methods) {
    return new MandateNews(gateway, methods);
  }
}
