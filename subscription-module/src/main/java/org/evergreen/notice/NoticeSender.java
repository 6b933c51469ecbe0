package org.evergreen.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evergreen.installation.ChargingPermission;
import org.evergreen.log.LogId;
import org.evergreen.log.LogIds;
import org.evergreen.storefront.CustomerProfile;
import org.evergreen.time.ShopTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what waits in the outbox.
 *
 * <p>Before a mail is handed over, the notice is committed as {@code SENDING}. A node that dies
 * between the mail server's answer and our note of it leaves the notice in that state; it is
 * flagged {@code IN_DOUBT} later and not sent again, because a missing mail does less harm than a
 * second one. Nothing else is lost: the rest of a dead node's batch is taken by others.
 */
public class NoticeSender {

  private static final Logger LOG = LoggerFactory.getLogger(NoticeSender.class);

  private static final int BATCH = 20;
  private static final Duration LEASE = Duration.ofMinutes(5);
  private static final Duration STUCK_AFTER = Duration.ofMinutes(15);
  private static final String STUCK =
      "The process stopped while it handed this mail over; it may have arrived, so it was not"
          + " sent again";

  private enum Result {
    SENT,
    POSTPONED,
    FAILED,
    OBSOLETE,
    TAKEN_BY_OTHERS
  }

  private final Outbox outbox;
  private final NoticeWriter writer;
  private final Optional<MailTransport> transport;
  private final Readers readers;
  private final NoticeSettings settings;
  private final ShopTime time;
  private final ChargingPermission permission;

  NoticeSender(
      Outbox outbox,
      NoticeWriter writer,
      Optional<MailTransport> transport,
      Readers readers,
      NoticeSettings settings,
      ShopTime time,
      ChargingPermission permission) {
    this.outbox = outbox;
    this.writer = writer;
    this.transport = transport;
    this.readers = readers;
    this.settings = settings;
    this.time = time;
    this.permission = permission;
  }

  /**
   * Sends every notice whose time has come, one mail after the other. May run on several nodes at
   * once; a notice is taken by one of them. Call it outside of transactions. Without a {@link
   * MailTransport}, and in a copy of the shop, the notices go on waiting.
   */
  public SendReport sendWaiting() {
    if (transport.isEmpty() || !permission.granted()) {
      return SendReport.NOTHING;
    }
    SendReport report = SendReport.NOTHING.withInDoubt(flagStuck());
    List<WaitingNotice> batch = take();
    while (!batch.isEmpty()) {
      Map<Long, CustomerProfile> profiles = readers.of(batch);
      for (WaitingNotice notice : batch) {
        Optional<CustomerProfile> profile = Optional.ofNullable(profiles.get(notice.id()));
        // Whatever is logged of the mail, here or in the host's transport, names the notice.
        Result result = LogIds.of(LogId.NOTICE, notice.id()).call(() -> deliver(notice, profile));
        report = counted(report, result);
      }
      batch = take();
    }
    return report;
  }

  private List<WaitingNotice> take() {
    Instant now = time.now();
    return outbox.take(BATCH, now, now.plus(LEASE));
  }

  private int flagStuck() {
    Instant now = time.now();
    int flagged = outbox.flagStuck(now.minus(STUCK_AFTER), now, STUCK);
    if (flagged > 0) {
      LOG.warn("Notices in doubt, because a process stopped while it sent them: {}", flagged);
    }
    return flagged;
  }

  private Result deliver(WaitingNotice notice, Optional<CustomerProfile> profile) {
    if (profile.map(CustomerProfile::email).filter(email -> !email.isBlank()).isEmpty()) {
      return giveUp(
          notice,
          notice.kind().reader() == NoticeReader.MERCHANT
              ? "The merchant has taken his e-mail address out of the settings"
              : "Customer " + notice.customer() + " has no e-mail address");
    }
    Optional<Mail> mail;
    try {
      mail = writer.write(notice, profile.get());
    } catch (RuntimeException e) {
      return outbox.begin(notice, time.now()) ? retryLater(notice, e) : Result.TAKEN_BY_OTHERS;
    }
    if (!outbox.begin(notice, time.now())) {
      return Result.TAKEN_BY_OTHERS;
    }
    return mail.isPresent() ? send(notice, mail.get()) : drop(notice);
  }

  private Result send(WaitingNotice notice, Mail mail) {
    try {
      transport.orElseThrow().send(mail);
    } catch (RuntimeException e) {
      return retryLater(notice, e);
    }
    outbox.sent(notice, time.now());
    return Result.SENT;
  }

  private Result drop(WaitingNotice notice) {
    outbox.obsolete(notice, time.now());
    return Result.OBSOLETE;
  }

  private Result giveUp(WaitingNotice notice, String problem) {
    if (!outbox.begin(notice, time.now())) {
      return Result.TAKEN_BY_OTHERS;
    }
    LOG.warn("Notice {} is given up: {}", notice.id(), problem);
    outbox.failed(notice, time.now(), problem);
    return Result.FAILED;
  }

  private Result retryLater(WaitingNotice notice, RuntimeException failure) {
    String problem = Problems.withoutAddresses(failure);
    Instant now = time.now();
    if (settings.isLast(notice.attempt())) {
      LOG.warn(
          "Notice {} is given up after {} attempts: {}", notice.id(), notice.attempt(), problem);
      outbox.failed(notice, now, problem);
      return Result.FAILED;
    }
    Duration pause = settings.pauseAfter(notice.attempt());
    LOG.warn("Notice {} was not sent and is tried again in {}: {}", notice.id(), pause, problem);
    outbox.postpone(notice, now, now.plus(pause), problem);
    return Result.POSTPONED;
  }

  private static SendReport counted(SendReport report, Result result) {
    return switch (result) {
      case SENT -> report.withSent();
      case POSTPONED -> report.withPostponed();
      case FAILED -> report.withFailed();
      case OBSOLETE, TAKEN_BY_OTHERS -> report;
    };
  }
}
