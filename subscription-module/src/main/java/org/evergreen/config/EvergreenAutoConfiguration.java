package org.evergreen.config;

import org.evergreen.change.ChangeConfiguration;
import org.evergreen.checkout.CheckoutConfiguration;
import org.evergreen.download.DownloadConfiguration;
import org.evergreen.installation.InstallationConfiguration;
import org.evergreen.jobs.JobsConfiguration;
import org.evergreen.metrics.MetricsConfiguration;
import org.evergreen.notice.NoticeConfiguration;
import org.evergreen.payment.PaymentConfiguration;
import org.evergreen.payment.sandbox.SandboxConfiguration;
import org.evergreen.payment.stripe.StripeConfiguration;
import org.evergreen.plan.PlanConfiguration;
import org.evergreen.renewal.RenewalConfiguration;
import org.evergreen.settings.SettingsConfiguration;
import org.evergreen.subscription.SubscriptionConfiguration;
import org.evergreen.webhook.WebhookConfiguration;
import org.evergreen.webhook.stripe.StripeWebhookConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.orm.jpa.HibernateJpaAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;

/**
 * The engine in a host: everything but the ports of {@link org.evergreen.storefront}, which the
 * host implements. Every bean steps back for one that the host declares.
 */
@AutoConfiguration(
    after = {
      JdbcTemplateAutoConfiguration.class,
      HibernateJpaAutoConfiguration.class,
      TransactionAutoConfiguration.class
    })
@EnableConfigurationProperties({EvergreenProperties.class, WebhookProperties.class})
@Import({
  TimeConfiguration.class,
  PersistenceConfiguration.class,
  PropertiesConfiguration.class,
  SettingsConfiguration.class,
  InstallationConfiguration.class,
  PlanConfiguration.class,
  StripePropertiesConfiguration.class,
  StripeConfiguration.class,
  SandboxConfiguration.class,
  PaymentConfiguration.class,
  SubscriptionConfiguration.class,
  DownloadConfiguration.class,
  CheckoutConfiguration.class,
  ChangeConfiguration.class,
  RenewalConfiguration.class,
  WebhookConfiguration.class,
  StripeWebhookConfiguration.class,
  NoticeConfiguration.class,
  JobsConfiguration.class,
  MetricsConfiguration.class
})
public class EvergreenAutoConfiguration {}
