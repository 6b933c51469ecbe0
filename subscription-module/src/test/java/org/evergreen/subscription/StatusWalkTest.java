package org.evergreen.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Gives every command to a subscription in every status. What comes of it stands in {@code
 * status-walk.txt}: the status and dates after it with the history entry, or that nothing is left
 * to do, or the refusal; nothing has changed then.
 */
class StatusWalkTest {

  private static final String UNCHANGED = "nothing to do";

  @Test
  void everyCommandInEveryStatusDoesWhatTheTableSays() throws IOException {
    List<String> seen = new ArrayList<>();
    try (StatusWalk walk = new StatusWalk()) {
      for (String command : walk.commands().keySet()) {
        for (SubscriptionStatus status : SubscriptionStatus.values()) {
          seen.add(command + " | " + status + " | " + outcome(walk, command, status));
        }
      }
    }
    assertThat(String.join("\n", seen)).isEqualTo(table());
  }

  private static String outcome(StatusWalk walk, String command, SubscriptionStatus status) {
    SubscriptionId id = walk.in(status);
    String before = walk.standing(id);
    long version = walk.get(id).version();
    int entries = walk.historySize(id);
    String outcome;
    try {
      walk.commands().get(command).accept(id);
      boolean changed = walk.get(id).version() != version;
      outcome = changed ? walk.standing(id) + ", " + entry(walk, id, status, entries) : UNCHANGED;
    } catch (ActionRefusedException refused) {
      outcome = "refused: " + refused.getMessage();
    }
    if (outcome.equals(UNCHANGED) || outcome.startsWith("refused")) {
      assertThat(walk.standing(id)).isEqualTo(before);
      assertThat(walk.get(id).version()).isEqualTo(version);
      assertThat(walk.historySize(id)).isEqualTo(entries);
    } else {
      repeatedDoesNoHarm(walk, command, id);
    }
    return outcome;
  }

  /** One entry was written, with the status before and the one after. */
  private static String entry(
      StatusWalk walk, SubscriptionId id, SubscriptionStatus from, int entries) {
    assertThat(walk.historySize(id)).isEqualTo(entries + 1);
    SubscriptionEvent entry = walk.latest(id);
    assertThat(entry.from()).contains(from);
    assertThat(entry.to()).isEqualTo(walk.get(id).status());
    return entry.what().name();
  }

  /** The same command twice has the effect of one; only skipping means another payment then. */
  private static void repeatedDoesNoHarm(StatusWalk walk, String command, SubscriptionId id) {
    if (command.equals("skip") || command.equals("first order cancelled")) {
      return;
    }
    String after = walk.standing(id);
    int entries = walk.historySize(id);
    walk.commands().get(command).accept(id);
    assertThat(walk.standing(id)).as(command + " repeated").isEqualTo(after);
    assertThat(walk.historySize(id)).as(command + " repeated").isEqualTo(entries);
  }

  private static String table() throws IOException {
    try (InputStream table = StatusWalkTest.class.getResourceAsStream("status-walk.txt")) {
      return new String(table.readAllBytes(), StandardCharsets.UTF_8).strip();
    }
  }
}
