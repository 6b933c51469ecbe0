package org.evergreen.jobs;

import java.time.Duration;
import org.evergreen.change.ChangeRecovery;
import org.evergreen.jobs.Job.Reach;
import org.evergreen.notice.MerchantNews;
import org.evergreen.notice.NoticeSender;
import org.evergreen.notice.Reminders;
import org.evergreen.payment.RemovedMethods;
import org.evergreen.renewal.RenewalRecovery;
import org.evergreen.renewal.RenewalRun;
import org.evergreen.renewal.RunReport;
import org.evergreen.subscription.CalendarWork;
import org.evergreen.webhook.WebhookProcessing;
import org.evergreen.webhook.WebhookRetention;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The engine's own jobs. */
final class EngineJobs {

  private static final Logger LOG = LoggerFactory.getLogger(EngineJobs.class);

  private static final Duration SWEEP = Duration.ofMinutes(1);
  private static final Duration REMIND = Duration.ofMinutes(5);
  private static final Duration MAIL = Duration.ofSeconds(10);
  private static final Duration WEBHOOKS = Duration.ofSeconds(2);
  private static final Duration HOUSEKEEPING = Duration.ofHours(1);

  private EngineJobs() {}

  /** Charges what is due; nodes divide it by their claims. */
  static Job renewals(RenewalRun renewals) {
    return new Job("evergreen-renewals", SWEEP, Reach.EVERY_NODE, () -> renew(renewals));
  }

  /**
   * Finds out about charges without an answer, places missing orders, and takes removed payment
   * methods away at gateways that have not heard of it.
   */
  static Job recovery(RenewalRecovery recovery, RemovedMethods methods) {
    return new Job(
        JobBoard.RECOVERY,
        SWEEP,
        () -> {
          recovery.recover();
          methods.tellGateways();
        });
  }

  /** Places missing orders of changes and gives up those that wait for a bank. */
  static Job changeRecovery(ChangeRecovery recovery) {
    return new Job("evergreen-change-recovery", SWEEP, recovery::recover);
  }

  /** Resumes and ends subscriptions, and gives up those that were never paid. */
  static Job calendar(CalendarWork calendar) {
    return new Job("evergreen-calendar", SWEEP, calendar::doDue);
  }

  /** Queues what shoppers are told before something happens, and what the merchant should know. */
  static Job reminders(Reminders reminders, MerchantNews news) {
    return new Job(
        "evergreen-reminders",
        REMIND,
        () -> {
          reminders.queueDue();
          news.queueNew();
        });
  }

  /** Sends what waits in the outbox. */
  static Job notices(NoticeSender notices) {
    return new Job("evergreen-notices", MAIL, notices::sendWaiting);
  }

  /** Works off what gateways have told; nodes divide the events among themselves. */
  static Job webhooks(WebhookProcessing webhooks) {
    return new Job("evergreen-webhooks", WEBHOOKS, Reach.EVERY_NODE, webhooks::processWaiting);
  }

  /** Deletes webhooks that are over for long. */
  static Job oldWebhooks(WebhookRetention webhooks) {
    return new Job("evergreen-old-webhooks", HOUSEKEEPING, webhooks::deleteOld);
  }

  private static void renew(RenewalRun renewals) {
    RunReport report = renewals.runDue();
    if (!report.equals(RunReport.none())) {
      LOG.info("{}", report);
    }
  }
}
