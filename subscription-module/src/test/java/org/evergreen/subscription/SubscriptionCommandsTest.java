package org.evergreen.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.evergreen.subscription.SubscriptionFixture.ADA;
import static org.evergreen.terms.IntervalUnit.DAY;
import static org.evergreen.testing.OfferBuilder.monthly;
import static org.evergreen.testing.OfferBuilder.yearly;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evergreen.testing.Concurrently;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SubscriptionCommandsTest {

  private static final Instant START = Instant.parse(SubscriptionFixture.START);
  private static final Instant FEBRUARY = Instant.parse("2026-02-28T10:00:00Z");
  private static final Actor CLERK = Actor.merchant("clerk");

  private static SubscriptionFixture fixture;
  private static SubscriptionCommands commands;

  @BeforeAll
  static void open() {
    fixture = new SubscriptionFixture();
    commands = fixture.commands;
  }

  @AfterAll
  static void close() {
    fixture.close();
  }

  @BeforeEach
  void reset() {
    fixture.reset();
  }

  @Test
  void cancelledSubscriptionStaysToTheEndOfThePaidTermAndIsNotRenewed() {
    SubscriptionId id = fixture.start(monthly("10"));
    commands.cancel(id, CLERK, "Moved abroad");
    Subscription cancelled = fixture.get(id);
    assertThat(cancelled.status()).isEqualTo(SubscriptionStatus.PENDING_CANCEL);
    assertThat(cancelled.nextPaymentAt()).isEmpty();
    assertThat(cancelled.endsAt()).contains(FEBRUARY);
    assertThat(cancelled.cancelledAt()).contains(START);
    assertThat(cancelled.cancelReason()).contains("Moved abroad");
    assertThat(fixture.nextDueAt(ADA)).isEmpty();
    assertThat(fixture.queries.history(id).get(0))
        .isEqualTo(
            new SubscriptionEvent(
                id,
                START,
                CLERK,
                SubscriptionEvent.What.CANCELLED,
                Optional.of(SubscriptionStatus.ACTIVE),
                SubscriptionStatus.PENDING_CANCEL,
                "Moved abroad"));
    assertThat(fixture.listener.told).containsExactly("cancelled " + id + " PENDING_CANCEL");
  }

  @Test
  void cancelledTrialRunsToItsEnd() {
    SubscriptionId id = fixture.start(monthly("10").trial(14, DAY));
    commands.cancel(id, Actor.shopper(), "");
    assertThat(fixture.get(id).status()).isEqualTo(SubscriptionStatus.PENDING_CANCEL);
    assertThat(fixture.get(id).endsAt()).contains(Instant.parse("2026-02-14T10:00:00Z"));
  }

  @Test
  void lastTermThatIsCancelledKeepsItsEnd() {
    SubscriptionId id = fixture.start(monthly("10").payments(1));
    commands.cancel(id, Actor.shopper(), "");
    assertThat(fixture.get(id).endsAt()).contains(FEBRUARY);
    commands.undoCancellation(id, Actor.shopper());
    assertThat(fixture.get(id).status()).isEqualTo(SubscriptionStatus.ACTIVE);
    assertThat(fixture.get(id).endsAt()).contains(FEBRUARY);
    assertThat(fixture.get(id).nextPaymentAt()).isEmpty();
  }

  @Test
  void subscriptionThatIsDueAlreadyIsOverAtOnceWhenItIsCancelled() {
    SubscriptionId id = fixture.start(monthly("10"));
    fixture.shop.clock().set(FEBRUARY);
    commands.cancel(id, Actor.shopper(), "");
    Subscription over = fixture.get(id);
    assertThat(over.status()).isEqualTo(SubscriptionStatus.CANCELLED);
    assertThat(over.endsAt()).contains(FEBRUARY);
    assertThat(fixture.nextDueAt(ADA)).isEmpty();
    assertThat(fixture.listener.told).containsExactly("cancelled " + id + " CANCELLED");
  }

  @Test
  void owedRenewalMeansThatCancellingEndsItAtOnce() {
    SubscriptionId id = fixture.start(monthly("10"));
    fixture.update(id, "status = 'PAST_DUE', next_cycle = 2");
    commands.cancel(id, Actor.shopper(), "");
    assertThat(fixture.get(id).status()).isEqualTo(SubscriptionStatus.CANCELLED);
    assertThat(fixture.get(id).endsAt()).contains(START);
  }

  @Test
  void cancellingTwiceHasTheEffectOfOnce() {
    SubscriptionId id = fixture.start(monthly("10"));
    commands.cancel(id, Actor.shopper(), "first");
    long version = fixture.get(id).version();
    commands.cancel(id, CLERK, "second");
    assertThat(fixture.get(id).version()).isEqualTo(version);
    assertThat(fixture.get(id).cancelReason()).contains("first");
    assertThat(fixture.queries.history(id)).hasSize(2);
    assertThat(fixture.listener.told).hasSize(1);
  }

  @Test
  void simultaneousCancellationsHaveTheEffectOfOne() {
    SubscriptionId id = fixture.start(monthly("10"));
    Concurrently.call(
        6,
        () -> {
          commands.cancel(id, Actor.shopper(), "");
          return id;
        });
    assertThat(fixture.queries.history(id)).hasSize(2);
    assertThat(fixture.listener.told).hasSize(1);
  }

  @Test
  void undoneCancellationRestoresTheOldDates() {
    SubscriptionId id = fixture.start(monthly("10").payments(12));
    commands.cancel(id, Actor.shopper(), "Too much");
    fixture.shop.clock().set("2026-02-20T10:00:00Z");
    commands.undoCancellation(id, Actor.shopper());
    Subscription active = fixture.get(id);
    assertThat(active.status()).isEqualTo(SubscriptionStatus.ACTIVE);
    assertThat(active.nextPaymentAt()).contains(FEBRUARY);
    assertThat(active.endsAt()).isEmpty();
    assertThat(active.cancelledAt()).isEmpty();
    assertThat(active.cancelReason()).isEmpty();
    assertThat(active.nextCycle()).isEqualTo(1);
    assertThat(fixture.nextDueAt(ADA)).contains(FEBRUARY);
    assertThat(fixture.queries.history(id))
        .extracting(SubscriptionEvent::what)
        .containsExactly(
            SubscriptionEvent.What.CANCELLATION_UNDONE,
            SubscriptionEvent.What.CANCELLED,
            SubscriptionEvent.What.STARTED);
    assertThat(fixture.listener.told).endsWith("undone " + id + " ACTIVE");
  }

  @Test
  void trialWhoseCancellationIsUndoneIsATrialAgain() {
    SubscriptionId id = fixture.start(monthly("10").trial(14, DAY));
    commands.cancel(id, Actor.shopper(), "");
    commands.undoCancellation(id, Actor.shopper());
    assertThat(fixture.get(id).status()).isEqualTo(SubscriptionStatus.TRIALING);
    assertThat(fixture.get(id).nextPaymentAt()).contains(Instant.parse("2026-02-14T10:00:00Z"));
  }

  @Test
  void undoingTwiceOrWithoutCancellationChangesNothing() {
    SubscriptionId id = fixture.start(monthly("10"));
    commands.undoCancellation(id, Actor.shopper());
    assertThat(fixture.queries.history(id)).hasSize(1);
    commands.cancel(id, Actor.shopper(), "");
    commands.undoCancellation(id, Actor.shopper());
    commands.undoCancellation(id, Actor.shopper());
    assertThat(fixture.queries.history(id)).hasSize(3);
  }

  @Test
  void cancellationCannotBeUndoneWhenTheTermIsOver() {
    SubscriptionId id = fixture.start(monthly("10"));
    commands.cancel(id, Actor.shopper(), "");
    fixture.shop.clock().set(FEBRUARY);
    assertThatThrownBy(() -> commands.undoCancellation(id, Actor.shopper()))
        .isInstanceOf(TransitionRefusedException.class)
        .hasMessage(
            "A subscription that is PENDING_CANCEL cannot become ACTIVE:"
                + " its term ended at 2026-02-28T10:00:00Z");
    commands.endDue();
    assertThatThrownBy(() -> commands.undoCancellation(id, Actor.shopper()))
        .isInstanceOf(TransitionRefusedException.class)
        .hasMessage(
            "A subscription that is CANCELLED cannot become ACTIVE: no cancellation is pending");
    assertThat(fixture.get(id).status()).isEqualTo(SubscriptionStatus.CANCELLED);
  }

  @Test
  void expiredSubscriptionCannotBeCancelled() {
    SubscriptionId id = fixture.start(monthly("10").payments(1));
    fixture.shop.clock().set(FEBRUARY);
    commands.endDue();
    assertThatThrownBy(() -> commands.cancel(id, Actor.shopper(), ""))
        .isInstanceOf(TransitionRefusedException.class)
        .hasMessage("A subscription that is EXPIRED cannot become CANCELLED: it is over");
    assertThat(fixture.get(id).cancelledAt()).isEmpty();
  }

  @Test
  void termsThatAreOverEndAndOthersGoOn() {
    SubscriptionId cancelled = fixture.start(monthly("10"));
    SubscriptionId expiring = fixture.start(monthly("10").payments(1));
    SubscriptionId running = fixture.start(monthly("10"));
    SubscriptionId cancelledLater = fixture.start(yearly("60"));
    SubscriptionId owing = fixture.start(monthly("10").payments(1));
    fixture.update(owing, "status = 'PAST_DUE'");
    commands.cancel(cancelled, Actor.shopper(), "");
    commands.cancel(cancelledLater, Actor.shopper(), "");
    fixture.listener.told.clear();
    fixture.shop.clock().set(FEBRUARY.minusNanos(1000));
    commands.endDue();
    assertThat(fixture.listener.told).isEmpty();
    fixture.shop.clock().set(FEBRUARY);
    commands.endDue();
    commands.endDue();
    assertThat(fixture.get(cancelled).status()).isEqualTo(SubscriptionStatus.CANCELLED);
    assertThat(fixture.get(expiring).status()).isEqualTo(SubscriptionStatus.EXPIRED);
    assertThat(fixture.get(running).status()).isEqualTo(SubscriptionStatus.ACTIVE);
    assertThat(fixture.get(cancelledLater).status()).isEqualTo(SubscriptionStatus.PENDING_CANCEL);
    assertThat(fixture.get(owing).status()).isEqualTo(SubscriptionStatus.PAST_DUE);
    assertThat(fixture.listener.told)
        .containsExactly("ended " + cancelled + " CANCELLED", "ended " + expiring + " EXPIRED");
    SubscriptionEvent last = fixture.queries.history(expiring).get(0);
    assertThat(last.what()).isEqualTo(SubscriptionEvent.What.ENDED);
    assertThat(last.actor()).isEqualTo(Actor.schedule());
    assertThat(last.happenedAt()).isEqualTo(FEBRUARY);
  }

  @Test
  void endingThatFailsIsTriedAgainAndChangesNothingUntilThen() {
    SubscriptionId id = fixture.start(monthly("10").payments(1));
    fixture.shop.clock().set(FEBRUARY);
    fixture.listener.failing = true;
    commands.endDue();
    assertThat(fixture.get(id).status()).isEqualTo(SubscriptionStatus.ACTIVE);
    assertThat(fixture.queries.history(id)).hasSize(1);
    fixture.listener.failing = false;
    commands.endDue();
    assertThat(fixture.get(id).status()).isEqualTo(SubscriptionStatus.EXPIRED);
  }

  @Test
  void commandWhoseListenerFailsChangesNothing() {
    SubscriptionId id = fixture.start(monthly("10"));
    fixture.listener.failing = true;
    assertThatThrownBy(() -> commands.cancel(id, Actor.shopper(), ""))
        .hasMessage("The listener could not write");
    assertThat(fixture.get(id).status()).isEqualTo(SubscriptionStatus.ACTIVE);
    assertThat(fixture.get(id).nextPaymentAt()).contains(FEBRUARY);
    assertThat(fixture.queries.history(id)).hasSize(1);
    assertThat(fixture.nextDueAt(ADA)).contains(FEBRUARY);
  }

  @Test
  void unknownSubscriptionIsNamed() {
    SubscriptionId unknown = new SubscriptionId(4711);
    for (Runnable command :
        List.<Runnable>of(
            () -> commands.cancel(unknown, Actor.shopper(), ""),
            () -> commands.undoCancellation(unknown, Actor.shopper()))) {
      assertThatThrownBy(command::run)
          .isInstanceOf(UnknownSubscriptionException.class)
          .hasMessage("There is no subscription 4711");
    }
  }

  @Test
  void reasonThatIsTooLongIsCut() {
    SubscriptionId id = fixture.start(monthly("10"));
    commands.cancel(id, Actor.shopper(), "r".repeat(600));
    assertThat(fixture.get(id).cancelReason()).contains("r".repeat(500));
    assertThat(fixture.queries.history(id).get(0).note()).isEqualTo("r".repeat(500));
  }
}
