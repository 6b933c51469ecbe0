package org.evergreen.benchmark;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.evergreen.sql.Columns;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * What the database could do at best: a program without an engine that knows beforehand which rows
 * a renewal run writes, and writes them with as many commits, in batches of the same size, with as
 * many connections. It decides nothing, locks nothing, and reads only to have the commits of the
 * engine's reads.
 */
final class Floor {

  private static final int BATCH = 200;

  private final String url;
  private final Population population;
  private final int workers;
  private final AtomicInteger nextBatch = new AtomicInteger();

  Floor(String url, Population population, int workers) {
    this.url = url;
    this.population = population;
    this.workers = workers;
  }

  /** Writes the rows of all renewals that are due. */
  void write() {
    ExecutorService threads = Executors.newFixedThreadPool(workers);
    try {
      List<Callable<Void>> work = new ArrayList<>();
      for (int worker = 0; worker < workers; worker++) {
        work.add(this::writeBatches);
      }
      for (Future<Void> worker : threads.invokeAll(work)) {
        worker.get();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    } catch (ExecutionException failure) {
      throw new IllegalStateException("The floor could not be measured", failure.getCause());
    } finally {
      threads.shutdownNow();
    }
  }

  private Void writeBatches() throws SQLException {
    int groups = population.renewals() / population.duePerCustomer();
    try (Connection connection = DriverManager.getConnection(url, "postgres", "")) {
      connection.setAutoCommit(false);
      JdbcTemplate jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
      int first = nextBatch.getAndIncrement() * BATCH + 1;
      while (first <= groups) {
        write(connection, jdbc, first, Math.min(first + BATCH - 1, groups));
        first = nextBatch.getAndIncrement() * BATCH + 1;
      }
    }
    return null;
  }

  private void write(Connection connection, JdbcTemplate jdbc, long first, long last)
      throws SQLException {
    List<Long> groups = LongStream.rangeClosed(first, last).boxed().toList();
    List<FloorRows.Member> members =
        groups.stream().flatMap(group -> members(group).stream()).toList();
    FloorRows.CLAIM.update(jdbc, FloorRows.CLAIM_SQL, groups);
    connection.commit();
    read(connection, jdbc);
    read(connection, jdbc);
    open(jdbc, groups, members);
    connection.commit();
    FloorRows.SUBMIT.update(jdbc, FloorRows.SUBMIT_SQL, groups);
    connection.commit();
    settle(jdbc, groups, members);
    connection.commit();
    read(connection, jdbc);
    insert(jdbc, FloorRows.ORDER, "shop_order", groups);
    insert(jdbc, FloorRows.ORDER_LINE, "shop_order_line", members);
    connection.commit();
    FloorRows.ORDERED_GROUP.update(jdbc, FloorRows.ORDERED_GROUP_SQL, groups);
    connection.commit();
  }

  private static void open(JdbcTemplate jdbc, List<Long> groups, List<FloorRows.Member> members) {
    insert(jdbc, FloorRows.GROUP, "evergreen_renewal_group", groups);
    insert(jdbc, FloorRows.RENEWAL, "evergreen_renewal", members);
    insert(jdbc, FloorRows.LINE, "evergreen_renewal_line", members);
    FloorRows.ADVANCE.update(jdbc, FloorRows.ADVANCE_SQL, members);
    insert(jdbc, FloorRows.CHARGE, "evergreen_charge", groups);
  }

  private static void settle(JdbcTemplate jdbc, List<Long> groups, List<FloorRows.Member> members) {
    FloorRows.SETTLE.update(jdbc, FloorRows.SETTLE_SQL, groups);
    FloorRows.PAID_GROUP.update(jdbc, FloorRows.PAID_GROUP_SQL, groups);
    FloorRows.PAY.update(jdbc, FloorRows.PAY_SQL, members);
    insert(jdbc, FloorRows.EVENT, "evergreen_subscription_event", members);
    insert(jdbc, FloorRows.NOTICE, "evergreen_notice", groups);
    FloorRows.RELEASE.update(jdbc, FloorRows.RELEASE_SQL, groups);
  }

  private static <T> void insert(
      JdbcTemplate jdbc, Columns<T> columns, String table, List<T> rows) {
    columns.update(jdbc, columns.insertInto(table), rows);
  }

  private static void read(Connection connection, JdbcTemplate jdbc) throws SQLException {
    jdbc.queryForObject("select 1", Integer.class);
    connection.commit();
  }

  private List<FloorRows.Member> members(long group) {
    int each = population.duePerCustomer();
    return LongStream.rangeClosed((group - 1) * each + 1, group * each)
        .mapToObj(subscription -> new FloorRows.Member(subscription, group))
        .toList();
  }
}
