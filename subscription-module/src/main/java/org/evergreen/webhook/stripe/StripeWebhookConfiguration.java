package org.evergreen.webhook.stripe;

import org.evergreen.webhook.ChargeNews;
import org.evergreen.webhook.DisputeNews;
import org.evergreen.webhook.MandateNews;
import org.evergreen.webhook.MethodNews;
import org.evergreen.webhook.RefundNews;
import org.evergreen.webhook.SetupNews;
import org.evergreen.webhook.WebhookHandler;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The handlers of Stripe's events; a host replaces one by a bean of the same name. */
@Configuration(proxyBeanMethods = false)
public class StripeWebhookConfiguration {

  @Bean
  @ConditionalOnMissingBean(name = "stripePaymentIntentSucceeded")
  WebhookHandler stripePaymentIntentSucceeded(ChargeNews charges) {
    return new PaymentIntentSucceeded(charges);
  }

  @Bean
  @ConditionalOnMissingBean(name = "stripePaymentIntentPaymentFailed")
  WebhookHandler stripePaymentIntentPaymentFailed(ChargeNews charges) {
    return new PaymentIntentPaymentFailed(charges);
  }

  @Bean
  @ConditionalOnMissingBean(name = "stripePaymentIntentProcessing")
  WebhookHandler stripePaymentIntentProcessing(ChargeNews charges) {
    return new PaymentIntentProcessing(charges);
  }

  @Bean
  @ConditionalOnMissingBean(name = "stripePaymentIntentRequiresAction")
  WebhookHandler stripePaymentIntentRequiresAction(ChargeNews charges) {
    return new PaymentIntentRequiresAction(charges);
  }

  @Bean
  @ConditionalOnMissingBean(name = "stripePaymentIntentCanceled")
  WebhookHandler stripePaymentIntentCanceled(ChargeNews charges) {
    return new PaymentIntentCanceled(charges);
  }

  @Bean
  @ConditionalOnMissingBean(name = "stripeChargeRefunded")
  WebhookHandler stripeChargeRefunded(RefundNews refunds) {
    return new ChargeRefunded(refunds);
  }

  @Bean
  @ConditionalOnMissingBean(name = "stripeRefundCreated")
  WebhookHandler stripeRefundCreated(RefundNews refunds) {
    return new RefundCreated(refunds);
  }

  @Bean
  @ConditionalOnMissingBean(name = "stripeRefundUpdated")
  WebhookHandler stripeRefundUpdated(RefundNews refunds) {
    return new RefundUpdated(refunds);
  }

  @Bean
  @ConditionalOnMissingBean(name = "stripeRefundFailed")
  WebhookHandler stripeRefundFailed(RefundNews refunds) {
    return new RefundFailed(refunds);
  }

  @Bean
  @ConditionalOnMissingBean(name = "stripeDisputeCreated")
  WebhookHandler stripeDisputeCreated(DisputeNews disputes) {
    return new DisputeCreated(disputes);
  }

  @Bean
  @ConditionalOnMissingBean(name = "stripeDisputeUpdated")
  WebhookHandler stripeDisputeUpdated(DisputeNews disputes) {
    return new DisputeUpdated(disputes);
  }

  @Bean
  @ConditionalOnMissingBean(name = "stripeDisputeClosed")
  WebhookHandler stripeDisputeClosed(DisputeNews disputes) {
    return new DisputeClosed(disputes);
  }

  @Bean
  @ConditionalOnMissingBean(name = "stripeSetupIntentSucceeded")
  WebhookHandler stripeSetupIntentSucceeded(SetupNews setups) {
    return new SetupIntentSucceeded(setups);
  }

  @Bean
  @ConditionalOnMissingBean(name = "stripeSetupIntentSetupFailed")
  WebhookHandler stripeSetupIntentSetupFailed(SetupNews setups) {
    return new SetupIntentSetupFailed(setups);
  }

  @Bean
  @ConditionalOnMissingBean(name = "stripePaymentMethodUpdated")
  WebhookHandler stripePaymentMethodUpdated(MethodNews methods) {
    return new PaymentMethodUpdated(methods);
  }

  @Bean
  @ConditionalOnMissingBean(name = "stripePaymentMethodAutomaticallyUpdated")
  WebhookHandler stripePaymentMethodAutomaticallyUpdated(MethodNews methods) {
    return new PaymentMethodAutomaticallyUpdated(methods);
  }

  @Bean
  @ConditionalOnMissingBean(name = "stripePaymentMethodDetached")
  WebhookHandler stripePaymentMethodDetached(MethodNews methods) {
    return new PaymentMethodDetached(methods);
  }

  @Bean
  @ConditionalOnMissingBean(name = "stripeMandateUpdated")
  WebhookHandler stripeMandateUpdated(MandateNews mandates) {
    return new MandateUpdated(mandates);
  }
}
