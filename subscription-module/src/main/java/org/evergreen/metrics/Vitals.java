package org.evergreen.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evergreen.jobs.JobState;
import org.evergreen.notice.NoticeLog;
import org.evergreen.payment.UnknownCharges;
import org.evergreen.renewal.RenewalBacklog;
import org.evergreen.renewal.RenewalCounts;

/**
 * How the shop's work stands at an instant, over all nodes.
 *
 * @param backlog renewals that are due
 * @param renewals renewals by where they stand
 * @param unknown charges whose answer is missing
 * @param notices e-mails in the outbox
 * @param webhooks what gateways told the shop
 * @param disputes payments that the merchant may defend at the gateway
 * @param jobs every job
 */
public record Vitals(
    Instant at,
    RenewalBacklog backlog,
    RenewalCounts renewals,
    UnknownCharges.Summary unknown,
    NoticeLog.Counts notices,
    Webhooks webhooks,
    long disputes,
    List<JobState> jobs) {

  /**
   * What gateways told the shop.
   *
   * @param waiting events to be worked off, or tried again
   * @param failed events that wait for a person
   * @param lag for how long the event that is due longest has waited
   */
  public record Webhooks(long waiting, long failed, Duration lag) {}

  /** For how long the oldest due renewal has been due; zero when none is. */
  public Duration backlogAge() {
    return since(backlog.oldest());
  }

  /** How long ago the charge that has been unknown longest was opened; zero when none is. */
  public Duration unknownAge() {
    return since(unknown.oldest());
  }

  /** For how long the oldest waiting e-mail should have been sent; zero when none waits. */
  public Duration noticeAge() {
    return since(notices.oldest());
  }

  /** The jobs that leave work undone. */
  public List<JobState> jobsInTrouble() {
    return jobs.stream().filter(JobState::isInTrouble).toList();
  }

  private Duration since(Optional<Instant> instant) {
    return instant.map(then -> Duration.between(then, at)).orElse(Duration.ZERO);
  }
}
