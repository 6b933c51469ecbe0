package org.evergreen.jobs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evergreen.jobs.JobState.Stage;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What the jobs of all nodes are doing, and running one at once. Ages are taken by the database's
 * clock, which all nodes share.
 */
public class JobBoard {

  /** The job that asks gateways for missing answers and places missing orders. */
  public static final String RECOVERY = "evergreen-recovery";

  /** Three pauses may be missed, and always this long: nodes poll, and jobs take their time. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private static final int MISSED_PAUSES = 3;
  private static final int FAILURES = 3;
  private static final Duration SILENCE = Duration.ofMinutes(1);

  private static final String STATES =
      "select t.*, extract(epoch from now() - t.execution_time)::bigint as due_for,"
          + " extract(epoch from now() - t.last_heartbeat)::bigint as silent_for,"
          + " extract(epoch from now() - t.last_success)::bigint as success_ago"
          + " from "
          + JobScheduler.TABLE
          + " t where t.task_name = any(?)";

  private static final String RUN_NOW =
      "update "
          + JobScheduler.TABLE
          + " set execution_time = now(), version = version + 1 where task_name = ? and not picked";

  private final JdbcOperations jdbc;
  private final TransactionOperations transactions;
  private final Map<String, Job> jobs;

  JobBoard(JdbcOperations jdbc, TransactionOperations transactions, Collection<Job> jobs) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.jobs = jobs.stream().collect(Collectors.toMap(Job::name, Function.identity()));
  }

  /** Every job of the engine and the host, by name. */
  public List<JobState> all() {
    Map<String, JobState> known =
        jdbc.query(STATES, this::read, (Object) jobs.keySet().toArray(String[]::new)).stream()
            .collect(Collectors.toMap(JobState::name, Function.identity(), (one, other) -> one));
    return jobs.values().stream()
        .map(job -> known.getOrDefault(job.name(), neverRan(job)))
        .sorted(Comparator.comparing(JobState::name))
        .toList();
  }

  /**
   * Has a node run a job within seconds, without waiting for its pause to end.
   *
   * @return false when it is running, or no node has ever run it
   */
  public boolean runNow(String name) {
    return transactions.execute(status -> jdbc.update(RUN_NOW, name)) > 0;
  }

  private static JobState neverRan(Job job) {
    return new JobState(
        job.name(),
        job.pause(),
        Stage.NEVER_RAN,
        0,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Duration.ZERO,
        Optional.empty());
  }

  private JobState read(ResultSet row, int number) throws SQLException {
    Job job = jobs.get(row.getString("task_name"));
    boolean picked = row.getBoolean("picked");
    Duration overdue = seconds(row, picked ? "silent_for" : "due_for").orElse(Duration.ZERO);
    int failures = row.getInt("consecutive_failures");
    return new JobState(
        job.name(),
        job.pause(),
        picked ? picked(overdue) : unpicked(job, overdue, failures),
        failures,
        instant(row, "last_success"),
        instant(row, "last_failure"),
        instant(row, "execution_time"),
        picked ? Optional.ofNullable(row.getString("picked_by")) : Optional.empty(),
        overdue.isNegative() ? Duration.ZERO : overdue,
        seconds(row, "success_ago"));
  }

  private static Stage picked(Duration silence) {
    return silence.compareTo(SILENCE) > 0 ? Stage.LOST : Stage.RUNNING;
  }

  private static Stage unpicked(Job job, Duration overdue, int failures) {
    Duration missed = job.pause().multipliedBy(MISSED_PAUSES);
    Duration limit = missed.compareTo(PATIENCE) > 0 ? missed : PATIENCE;
    if (overdue.compareTo(limit) > 0) {
      return Stage.LATE;
    }
    return failures >= FAILURES ? Stage.FAILING : Stage.WAITING;
  }

  private static Optional<Duration> seconds(ResultSet row, String column) throws SQLException {
    long seconds = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(Duration.ofSeconds(seconds));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
  }
}
