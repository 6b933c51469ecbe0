package org.evergreen.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.evergreen.subscription.SubscriptionStatus.ACTIVE;
import static org.evergreen.subscription.SubscriptionStatus.CANCELLED;
import static org.evergreen.subscription.SubscriptionStatus.EXPIRED;
import static org.evergreen.subscription.SubscriptionStatus.PENDING_CANCEL;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StatusMachineTest {

  @ParameterizedTest(name = "{0} may become {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PENDING        | TRIALING, ACTIVE, CANCELLED
          TRIALING       | ACTIVE, PAST_DUE, PAUSED, PENDING_CANCEL, CANCELLED
          ACTIVE         | PAST_DUE, PAUSED, PENDING_CANCEL, CANCELLED, EXPIRED
          PAST_DUE       | ACTIVE, PAUSED, PENDING_CANCEL, CANCELLED
          PAUSED         | TRIALING, ACTIVE, PENDING_CANCEL, CANCELLED
          PENDING_CANCEL | TRIALING, ACTIVE, CANCELLED
          CANCELLED      |
          EXPIRED        |
          """)
  void onlyTheseStatusesFollow(SubscriptionStatus from, String following) {
    Set<SubscriptionStatus> expected =
        following == null
            ? Set.of()
            : Arrays.stream(following.split(","))
                .map(String::strip)
                .map(SubscriptionStatus::valueOf)
                .collect(Collectors.toSet());
    for (SubscriptionStatus to : SubscriptionStatus.values()) {
      assertThat(StatusMachine.allows(from, to))
          .as(from + " to " + to)
          .isEqualTo(expected.contains(to));
    }
  }

  @ParameterizedTest
  @EnumSource(SubscriptionStatus.class)
  void noStatusFollowsItself(SubscriptionStatus status) {
    assertThat(StatusMachine.allows(status, status)).isFalse();
  }

  @Test
  void refusalNamesBothStatusesAndTheReason() {
    assertThatThrownBy(() -> StatusMachine.require(EXPIRED, ACTIVE))
        .isInstanceOf(TransitionRefusedException.class)
        .hasMessage("A subscription that is EXPIRED cannot become ACTIVE: it is over");
    assertThatThrownBy(() -> StatusMachine.require(PENDING_CANCEL, EXPIRED))
        .isInstanceOfSatisfying(
            TransitionRefusedException.class,
            refused -> {
              assertThat(refused.from()).isEqualTo(PENDING_CANCEL);
              assertThat(refused.to()).isEqualTo(EXPIRED);
              assertThat(refused.reason())
                  .isEqualTo("it is cancelled and runs until the end of its term");
            });
    assertThat(StatusMachine.after(CANCELLED)).isEmpty();
  }
}
