package org.evergreen.benchmark;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What each statement costs the database, by {@code pg_stat_statements}: only when asked for by the
 * property {@code benchmark.statements}, because counting costs time itself.
 */
final class Statements {

  /** Server settings that the counting needs. */
  static final String LIBRARY = "pg_stat_statements";

  private static final int SHOWN = 45;
  private static final String TOP =
      "select calls, total_exec_time, rows, wal_records, wal_bytes,"
          + " left(regexp_replace(query, '\\s+', ' ', 'g'), 150) as query"
          + " from pg_stat_statements s join pg_database d on d.oid = s.dbid"
          + " where d.datname = ? order by total_exec_time desc limit "
          + SHOWN;

  private record Line(
      long calls, double millis, long rows, long records, long bytes, String query) {}

  private final JdbcTemplate admin;

  Statements(JdbcTemplate admin) {
    this.admin = admin;
  }

  static boolean areWanted() {
    return Boolean.getBoolean("benchmark.statements");
  }

  /** Begins to count. */
  void reset() {
    admin.execute("create extension if not exists " + LIBRARY);
    admin.queryForObject("select pg_stat_statements_reset()", Object.class);
  }

  /** The dearest statements since the beginning, for each renewal. */
  String table(String database, int renewals) {
    List<Line> lines =
        admin.query(
            TOP,
            (row, n) ->
                new Line(
                    row.getLong(1),
                    row.getDouble(2),
                    row.getLong(3),
                    row.getLong(4),
                    row.getLong(5),
                    row.getString(6)),
            database);
    StringBuilder table = new StringBuilder();
    table.append(String.format("us/renewal   calls rows/ren. WAL rec. WAL bytes  statement%n"));
    for (Line line : lines) {
      table.append(
          String.format(
              "%10.1f %7d %9.2f %8.2f %9.0f  %s%n",
              1000 * line.millis() / renewals,
              line.calls(),
              (double) line.rows() / renewals,
              (double) line.records() / renewals,
              (double) line.bytes() / renewals,
              line.query()));
    }
    double millis = lines.stream().mapToDouble(Line::millis).sum();
    long bytes = lines.stream().mapToLong(Line::bytes).sum();
    return table
        .append(
            String.format(
                "%10.1f us and %.0f bytes of WAL for a renewal in all%n",
                1000 * millis / renewals, (double) bytes / renewals))
        .toString();
  }
}
