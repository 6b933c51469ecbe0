package org.evergreen.download;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.evergreen.terms.DownloadRelease;

/**
 * Who may fetch which file. A subscriber has access while his subscription runs, up to the end of a
 * cancelled one's paid term, and after a failed payment for the days that the merchant grants, as
 * long as the step of his retry ladder leaves access. Where files are released payment by payment,
 * one that was added after the last payment waits for the next.
 */
public final class DownloadRights {
  private final ZoneId zone;
  private final int accessDays;

  /**
   * The rights in a shop.
   *
   * @param zone whose calendar days count
   * @param accessDays for how many days a past-due subscriber keeps access
   */
  public DownloadRights(ZoneId zone, int accessDays) {
    this.zone = zone;
    this.accessDays = accessDays;
  }

  /** Why a file cannot be fetched now, in a sentence for the subscriber; empty when it can. */
  public Optional<String> refusal(
      Subscriber subscriber, DownloadRelease release, Instant addedAt, Instant now) {
    return noAccess(subscriber, now).or(() -> notReleased(subscriber, release, addedAt));
  }

  private Optional<String> noAccess(Subscriber subscriber, Instant now) {
    return switch (subscriber.status()) {
      case TRIALING, ACTIVE, PENDING_CANCEL -> Optional.empty();
      case PAST_DUE -> overdue(subscriber, now);
      case PENDING -> Optional.of("Comes when the first order is paid.");
      case PAUSED -> Optional.of("Comes back when the subscription is resumed.");
      case CANCELLED, EXPIRED -> Optional.of("Not available any more: the subscription has ended.");
    };
  }

  private Optional<String> overdue(Subscriber subscriber, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, zone);
    boolean granted =
        subscriber
            .overdueSince()
            .map(due -> LocalDate.ofInstant(due, zone).plusDays(accessDays))
            .filter(today::isBefore)
            .isPresent();
    return granted ? Optional.empty() : Optional.of("Comes back when the overdue payment is made.");
  }

  private static Optional<String> notReleased(
      Subscriber subscriber, DownloadRelease release, Instant addedAt) {
    Instant released = subscriber.lastPaymentAt().orElse(subscriber.startedAt());
    boolean waits = release == DownloadRelease.AFTER_RENEWAL && addedAt.isAfter(released);
    return waits ? Optional.of("Comes with your next payment.") : Optional.empty();
  }
}
