package org.evergreen.notice;

import java.util.Optional;
import org.evergreen.installation.ChargingPermission;
import org.evergreen.notice.Reminders.ReminderContext;
import org.evergreen.payment.PaymentMethods;
import org.evergreen.renewal.ConfirmLinks;
import org.evergreen.renewal.GroupedPreview;
import org.evergreen.renewal.RenewalMonitor;
import org.evergreen.settings.Settings;
import org.evergreen.storefront.Customers;
import org.evergreen.subscription.BillingAccounts;
import org.evergreen.subscription.SubscriptionQueries;
import org.evergreen.time.ShopTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.transaction.support.TransactionOperations;

/** The beans of this package. */
@Configuration(proxyBeanMethods = false)
public class NoticeConfiguration {

  private static final Logger LOG = LoggerFactory.getLogger(NoticeConfiguration.class);

  @Bean
  @ConditionalOnMissingBean
  Notices evergreenNotices(NamedParameterJdbcOperations jdbc, ShopTime time) {
    return new Notices(jdbc.getJdbcOperations(), time);
  }

  @Bean
  @ConditionalOnMissingBean
  SubscriptionNotices evergreenSubscriptionNotices(Notices notices) {
    return new SubscriptionNotices(notices);
  }

  @Bean
  @ConditionalOnMissingBean
  ChangeNotices evergreenChangeNotices(Notices notices) {
    return new ChangeNotices(notices);
  }

  @Bean
  @ConditionalOnMissingBean
  RenewalNotices evergreenRenewalNotices(Notices notices, Settings settings, ShopTime time) {
    return new RenewalNotices(notices, settings, time);
  }

  @Bean
  @ConditionalOnMissingBean
  ReminderContents evergreenReminderContents(
      SubscriptionQueries subscriptions,
      GroupedPreview preview,
      PaymentMethods methods,
      NoticeSettings settings,
      ShopTime time) {
    return new ReminderContents(subscriptions, preview, methods, settings, time);
  }

  @Bean
  @ConditionalOnMissingBean
  Reminders evergreenReminders(
      NamedParameterJdbcOperations jdbc,
      @Qualifier("evergreenTransactions") TransactionOperations transactions,
      BillingAccounts accounts,
      GroupedPreview preview,
      Notices notices,
      ReminderContext context) {
    return new Reminders(
        new ReminderRows(jdbc.getJdbcOperations()),
        transactions,
        accounts,
        preview,
        notices,
        context);
  }

  @Bean
  ReminderContext evergreenReminderContext(
      Settings settings, ChargingPermission permission, ShopTime time) {
    return new ReminderContext(settings, permission, time);
  }

  @Bean
  @ConditionalOnMissingBean
  RenewalContents evergreenRenewalContents(
      SubscriptionQueries subscriptions,
      RenewalMonitor renewals,
      ConfirmLinks confirmLinks,
      Settings merchant,
      NoticeSettings settings) {
    return new RenewalContents(subscriptions, renewals, confirmLinks, merchant, settings);
  }

  @Bean
  @ConditionalOnMissingBean
  MerchantNews evergreenMerchantNews(
      NamedParameterJdbcOperations jdbc, Notices notices, ReminderContext context) {
    return new MerchantNews(jdbc.getJdbcOperations(), notices, context);
  }

  @Bean
  @ConditionalOnMissingBean
  NoticeWriter evergreenNoticeWriter(
      SubscriptionQueries subscriptions,
      RenewalContents renewals,
      ReminderContents reminders,
      NoticeSettings settings,
      ShopTime time) {
    NoticeContents contents = new NoticeContents(subscriptions, renewals, settings, reminders);
    MailTemplates templates = new MailTemplates(getClass().getClassLoader());
    return new NoticeWriter(contents, templates, settings, time);
  }

  @Bean
  @ConditionalOnMissingBean
  NoticeLog evergreenNoticeLog(
      NamedParameterJdbcOperations jdbc,
      @Qualifier("evergreenTransactions") TransactionOperations transactions,
      ShopTime time) {
    return new NoticeLog(jdbc.getJdbcOperations(), transactions, time);
  }

  @Bean
  @ConditionalOnMissingBean
  NoticeSender evergreenNoticeSender(
      NamedParameterJdbcOperations jdbc,
      @Qualifier("evergreenTransactions") TransactionOperations transactions,
      NoticeWriter writer,
      ObjectProvider<MailTransport> transport,
      Customers customers,
      Settings merchant,
      NoticeSettings settings,
      ShopTime time,
      ChargingPermission permission) {
    MailTransport host = transport.getIfAvailable();
    if (host == null) {
      LOG.warn("The host has no MailTransport: notices to customers are kept and not sent");
    }
    return new NoticeSender(
        new Outbox(jdbc, transactions),
        writer,
        Optional.ofNullable(host),
        new Readers(customers, merchant, settings.locale()),
        settings,
        time,
        permission);
  }
}
