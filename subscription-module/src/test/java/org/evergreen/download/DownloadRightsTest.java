package org.evergreen.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.evergreen.subscription.SubscriptionStatus;
import org.evergreen.terms.DownloadRelease;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DownloadRightsTest {
  private static final Instant START = Instant.parse("2026-10-01T10:00:00Z");
  private static final Instant PAID = Instant.parse("2026-11-01T10:00:00Z");
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private final DownloadRights rights = new DownloadRights(BERLIN, 7);

  @ParameterizedTest
  @EnumSource(names = {"TRIALING", "ACTIVE", "PENDING_CANCEL"})
  void whoeverIsPaidUpHasAccess(SubscriptionStatus status) {
    assertThat(refusal(status, DownloadRelease.ALL_AT_ONCE, START)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "PENDING, Comes when the first order is paid.",
    "PAUSED, Comes back when the subscription is resumed.",
    "CANCELLED, Not available any more: the subscription has ended.",
    "EXPIRED, Not available any more: the subscription has ended."
  })
  void whoeverIsNotIsToldWhy(SubscriptionStatus status, String sentence) {
    assertThat(refusal(status, DownloadRelease.ALL_AT_ONCE, START)).contains(sentence);
  }

  @ParameterizedTest
  @CsvSource({"2026-11-27T22:59:59Z, true", "2026-11-27T23:00:00Z, false"})
  void accessWhilePastDueEndsWithTheGrantedDaysOfTheShop(Instant now, boolean access) {
    Subscriber overdue =
        new Subscriber(
            SubscriptionStatus.PAST_DUE,
            START,
            Optional.of(PAID),
            Optional.of(Instant.parse("2026-11-21T10:00:00Z")));

    Optional<String> refusal = rights.refusal(overdue, DownloadRelease.ALL_AT_ONCE, START, now);

    assertThat(refusal.isEmpty()).isEqualTo(access);
  }

  @Test
  void withoutGrantedDaysAccessEndsWithTheFailedPayment() {
    Subscriber overdue =
        new Subscriber(SubscriptionStatus.PAST_DUE, START, Optional.of(PAID), Optional.of(NOW));

    Optional<String> refusal =
        new DownloadRights(BERLIN, 0).refusal(overdue, DownloadRelease.ALL_AT_ONCE, START, NOW);

    assertThat(refusal).contains("Comes back when the overdue payment is made.");
  }

  @Test
  void whatWasAddedAfterTheLastPaymentWaitsForTheNext() {
    Instant later = PAID.plus(Duration.ofSeconds(1));

    assertThat(refusal(SubscriptionStatus.ACTIVE, DownloadRelease.AFTER_RENEWAL, later))
        .contains("Comes with your next payment.");
    assertThat(refusal(SubscriptionStatus.ACTIVE, DownloadRelease.AFTER_RENEWAL, PAID)).isEmpty();
    assertThat(refusal(SubscriptionStatus.ACTIVE, DownloadRelease.ALL_AT_ONCE, later)).isEmpty();
  }

  @Test
  void aTrialHasTheFilesOfItsStart() {
    Subscriber trying =
        new Subscriber(SubscriptionStatus.TRIALING, START, Optional.empty(), Optional.empty());

    assertThat(rights.refusal(trying, DownloadRelease.AFTER_RENEWAL, START, NOW)).isEmpty();
    assertThat(rights.refusal(trying, DownloadRelease.AFTER_RENEWAL, PAID, NOW)).isPresent();
  }

  private Optional<String> refusal(
      SubscriptionStatus status, DownloadRelease release, Instant addedAt) {
    Subscriber subscriber = new Subscriber(status, START, Optional.of(PAID), Optional.empty());
    return rights.refusal(subscriber, release, addedAt, NOW);
  }
}
