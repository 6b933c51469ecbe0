package org.evergreen.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class LogIdsTest {

  @Test
  void workIsLoggedUnderItsIdsAndNothingAfterwards() {
    String inside =
        LogIds.of(LogId.CHARGE, 12).and(LogId.GATEWAY_REFERENCE, "pi_1").call(LogIdsTest::context);

    assertThat(inside).isEqualTo("12 pi_1");
    assertThat(context()).isEqualTo("null null");
  }

  @Test
  void workWithinWorkGivesBackTheOuterIds() {
    LogIds.of(LogId.CHARGE, 12)
        .run(
            () -> {
              LogIds.of(LogId.CHARGE, 13).run(() -> assertThat(context()).startsWith("13"));
              assertThat(context()).startsWith("12");
            });
  }

  @Test
  void failureLeavesNoIdBehind() {
    LogIds ids = LogIds.of(LogId.CHARGE, 12);

    assertThatThrownBy(
            () ->
                ids.run(
                    () -> {
                      throw new IllegalStateException("broken");
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(context()).isEqualTo("null null");
  }

  @Test
  void whatIsNotKnownIsNoId() {
    LogIds ids = LogIds.of(LogId.CHARGE, 12).and(LogId.GATEWAY_REFERENCE, Optional.empty());

    assertThat(ids.call(LogIdsTest::context)).isEqualTo("12 null");
  }

  @Test
  void anotherThreadGoesOnUnderTheIdsOfTheFirst() {
    LogIds here = LogIds.of(LogId.CHARGE, 12).call(LogIds::current);

    String there = CompletableFuture.supplyAsync(() -> here.call(LogIdsTest::context)).join();

    assertThat(there).isEqualTo("12 null");
  }

  private static String context() {
    return MDC.get("evergreen.charge") + " " + MDC.get("evergreen.gateway-reference");
  }
}
