package org.evergreen.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.evergreen.jobs.JobState.Stage;
import org.evergreen.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobBoardTest {

  private static final TestDatabase DATABASE = TestDatabase.migrated();
  private static final Job SWEEP = new Job("sweep", Duration.ofMinutes(1), () -> {});

  private final JobBoard board =
      new JobBoard(DATABASE.jdbc(), DATABASE.transactions(), List.of(SWEEP));

  @BeforeEach
  void empty() {
    DATABASE.empty();
  }

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @Test
  void jobThatNoNodeHasRunIsInTrouble() {
    JobState state = board.all().get(0);

    assertThat(state.stage()).isEqualTo(Stage.NEVER_RAN);
    assertThat(state.isInTrouble()).isTrue();
    assertThat(board.runNow("sweep")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "30 s from now, 0, WAITING, false",
    "4 minutes ago, 0, WAITING, false",
    "6 minutes ago, 0, LATE, true",
    "30 s from now, 2, WAITING, false",
    "30 s from now, 3, FAILING, true"
  })
  void jobBetweenRunsIsLateWhenItShouldHaveBegunLongAgo(
      String next, int failures, Stage stage, boolean trouble) {
    insert(next, false, null, failures);

    JobState state = board.all().get(0);

    assertThat(state.stage()).isEqualTo(stage);
    assertThat(state.isInTrouble()).isEqualTo(trouble);
    assertThat(state.failures()).isEqualTo(failures);
    assertThat(state.node()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"20 s ago, RUNNING, false", "3 minutes ago, LOST, true"})
  void runningJobIsLostWhenItsNodeSaysNothing(String heartbeat, Stage stage, boolean trouble) {
    insert("1 hour ago", true, heartbeat, 0);

    JobState state = board.all().get(0);

    assertThat(state.stage()).isEqualTo(stage);
    assertThat(state.isInTrouble()).isEqualTo(trouble);
    assertThat(state.node()).contains("node-1");
  }

  @Test
  void slowJobIsNotLateBeforeThreePausesHavePassed() {
    Job daily = new Job("sweep", Duration.ofDays(1), () -> {});
    insert("2 days ago", false, null, 0);

    JobBoard patient = new JobBoard(DATABASE.jdbc(), DATABASE.transactions(), List.of(daily));

    assertThat(patient.all().get(0).stage()).isEqualTo(Stage.WAITING);
    assertThat(board.all().get(0).overdue()).isGreaterThanOrEqualTo(Duration.ofDays(2));
  }

  @Test
  void jobIsRunNowUnlessItRunsAlready() {
    insert("1 hour from now", false, null, 0);

    assertThat(board.runNow("sweep")).isTrue();
    assertThat(
            DATABASE
                .jdbc()
                .queryForObject(
                    "select execution_time <= now() and version = 8 from evergreen_scheduled_task",
                    Boolean.class))
        .isTrue();

    DATABASE.jdbc().update("update evergreen_scheduled_task set picked = true");
    assertThat(board.runNow("sweep")).isFalse();
  }

  @Test
  void jobsOfEarlierReleasesAreLeftOut() {
    insert("1 hour ago", false, null, 0);
    DATABASE.jdbc().update("update evergreen_scheduled_task set task_name = 'forgotten'");

    assertThat(board.all()).extracting(JobState::name).containsExactly("sweep");
  }

  private static void insert(String next, boolean picked, String heartbeat, int failures) {
    DATABASE
        .jdbc()
        .update(
            "insert into evergreen_scheduled_task (task_name, task_instance, execution_time, picked,"
                + " picked_by, last_success, last_heartbeat, consecutive_failures, version)"
                + " values ('sweep', 'recurring', now() + ?::interval, ?, ?,"
                + " now() - interval '2 minutes', now() + ?::interval, ?, 7)",
            interval(next),
            picked,
            picked ? "node-1" : null,
            heartbeat == null ? null : interval(heartbeat),
            failures);
  }

  private static String interval(String words) {
    return words.endsWith(" ago")
        ? "-" + words.replace(" ago", "")
        : words.replace(" from now", "");
  }
}
