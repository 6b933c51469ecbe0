package org.evergreen.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.evergreen.testing.OfferBuilder.monthly;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.evergreen.testing.Concurrently;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Commands on one subscription at the same moment, or on a page that is not fresh any more. */
class CompetingCommandsTest {

  private static final Actor SHOPPER = Actor.shopper();

  private static SubscriptionFixture fixture;
  private static PauseCommands pauses;
  private static DateCommands dates;

  @BeforeAll
  static void open() {
    fixture = new SubscriptionFixture();
    pauses = fixture.shop.get(PauseCommands.class);
    dates = fixture.shop.get(DateCommands.class);
  }

  @AfterAll
  static void close() {
    fixture.close();
  }

  @BeforeEach
  void reset() {
    fixture.reset();
  }

  @RepeatedTest(5)
  void ofTwoCommandsAtOnceOneWinsAndTheOtherIsTold() {
    SubscriptionId id = fixture.start(monthly("10"));
    Seen seen = Seen.of(fixture.get(id));
    AtomicInteger turn = new AtomicInteger();
    List<String> outcomes =
        Concurrently.call(
            4,
            () -> {
              int mine = turn.getAndIncrement();
              try {
                switch (mine) {
                  case 0 -> pauses.pause(seen, SHOPPER, Optional.empty());
                  case 1 -> fixture.commands.cancel(seen, SHOPPER, "");
                  case 2 -> dates.skipNext(seen, SHOPPER);
                  default ->
                      dates.moveNextPayment(
                          seen, SHOPPER, LocalDate.parse("2026-02-20"), DateMove.ONCE);
                }
                return "won";
              } catch (StaleSubscriptionException told) {
                return "told";
              }
            });
    assertThat(outcomes).containsExactlyInAnyOrder("won", "told", "told", "told");
    assertThat(fixture.queries.history(id)).hasSize(2);
    assertThat(fixture.get(id).version()).isEqualTo(seen.version().getAsLong() + 1);
  }

  @RepeatedTest(3)
  void sameCommandManyTimesAtOnceHasTheEffectOfOne() {
    SubscriptionId id = fixture.start(monthly("10"));
    Seen seen = Seen.of(fixture.get(id));
    Concurrently.call(
        6,
        () -> {
          dates.skipNext(seen, SHOPPER);
          return id;
        });
    assertThat(fixture.get(id).nextPaymentAt()).contains(Instant.parse("2026-03-31T09:00:00Z"));
    assertThat(fixture.queries.history(id)).hasSize(2);
  }

  @Test
  void pageThatIsNotFreshIsToldAndChangesNothing() {
    SubscriptionId id = fixture.start(monthly("10"));
    Seen firstTab = Seen.of(fixture.get(id));
    dates.skipNext(firstTab, SHOPPER);
    long version = fixture.get(id).version();
    assertThatThrownBy(() -> fixture.commands.cancel(firstTab, SHOPPER, ""))
        .isInstanceOf(StaleSubscriptionException.class)
        .hasMessage(
            "Subscription "
                + id
                + " was changed since you looked at it; look at it again and repeat");
    assertThat(fixture.get(id).version()).isEqualTo(version);
  }

  @Test
  void repetitionFromAnOldPageIsAnsweredWithNothing() {
    SubscriptionId id = fixture.start(monthly("10"));
    Seen seen = Seen.of(fixture.get(id));
    pauses.pause(seen, SHOPPER, Optional.empty());
    pauses.pause(seen, SHOPPER, Optional.empty());
    assertThat(fixture.queries.history(id)).hasSize(2);
  }

  @Test
  void skippingAgainWithAFreshPageIsAnotherPaymentWhereItIsAllowed() {
    SubscriptionId id = fixture.start(monthly("10"));
    Actor clerk = Actor.merchant("clerk");
    dates.skipNext(Seen.of(fixture.get(id)), clerk);
    dates.skipNext(Seen.of(fixture.get(id)), clerk);
    assertThat(fixture.get(id).nextPaymentAt()).contains(Instant.parse("2026-04-30T09:00:00Z"));
  }

  @Test
  void dueDateOfTheCustomerFollowsEveryCommand() {
    SubscriptionId id = fixture.start(monthly("10"));
    pauses.pause(Seen.any(id), SHOPPER, Optional.empty());
    assertThat(fixture.nextDueAt(SubscriptionFixture.ADA)).isEmpty();
    pauses.resume(Seen.any(id), SHOPPER);
    assertThat(fixture.nextDueAt(SubscriptionFixture.ADA))
        .contains(Instant.parse("2026-02-28T10:00:00Z"));
    dates.skipNext(Seen.any(id), SHOPPER);
    assertThat(fixture.nextDueAt(SubscriptionFixture.ADA))
        .contains(Instant.parse("2026-03-31T09:00:00Z"));
  }
}
