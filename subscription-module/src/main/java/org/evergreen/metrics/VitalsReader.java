package org.evergreen.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.evergreen.jobs.JobBoard;
import org.evergreen.notice.NoticeLog;
import org.evergreen.payment.Disputes;
import org.evergreen.payment.UnknownCharges;
import org.evergreen.renewal.RenewalMonitor;
import org.evergreen.time.ShopTime;
import org.evergreen.webhook.WebhookLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Reads the {@link Vitals} with a handful of queries that each touch an index and a bounded number
 * of rows.
 */
public class VitalsReader {

  private static final Logger LOG = LoggerFactory.getLogger(VitalsReader.class);

  /** So that a scrape of twenty meters, and several nodes behind one address, ask once. */
  private static final Duration FRESH = Duration.ofSeconds(10);

  private final RenewalMonitor renewals;
  private final UnknownCharges unknown;
  private final NoticeLog notices;
  private final WebhookLog webhooks;
  private final Disputes disputes;
  private final JobBoard jobs;
  private final ShopTime time;
  private Optional<Instant> readAt = Optional.empty();
  private Optional<Vitals> read = Optional.empty();

  VitalsReader(
      RenewalMonitor renewals,
      UnknownCharges unknown,
      NoticeLog notices,
      WebhookLog webhooks,
      Disputes disputes,
      JobBoard jobs,
      ShopTime time) {
    this.renewals = renewals;
    this.unknown = unknown;
    this.notices = notices;
    this.webhooks = webhooks;
    this.disputes = disputes;
    this.jobs = jobs;
    this.time = time;
  }

  /** The vitals of this moment. */
  public Vitals now() {
    return new Vitals(
        time.now(),
        renewals.backlog(),
        renewals.counts(),
        unknown.summary(),
        notices.counts(),
        new Vitals.Webhooks(webhooks.waiting(), webhooks.failed(), webhooks.lag()),
        disputes.toAnswer(),
        jobs.all());
  }

  /**
   * The vitals of the last seconds; empty when the database could not be read, which is not tried
   * again for some seconds either.
   */
  public synchronized Optional<Vitals> recent() {
    Instant now = time.now();
    if (readAt.filter(then -> isFresh(then, now)).isEmpty()) {
      readAt = Optional.of(now);
      read = tryNow();
    }
    return read;
  }

  private Optional<Vitals> tryNow() {
    try {
      return Optional.of(now());
    } catch (DataAccessException | TransactionException failure) {
      LOG.warn("How the shop's work stands cannot be read: {}", failure.toString());
      return Optional.empty();
    }
  }

  /** The demo's clock may be set back. */
  private static boolean isFresh(Instant then, Instant now) {
    return !now.isBefore(then) && Duration.between(then, now).compareTo(FRESH) < 0;
  }
}
