package org.evergreen.benchmark;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.evergreen.payment.sandbox.InMemorySandboxBooks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Measures how large the tables are with so many subscriptions and one renewal of each, and by how
 * much they grow when the engine renews some of them.
 */
public final class TableSizes {

  private static final Logger LOG = LoggerFactory.getLogger(TableSizes.class);

  private static final int RENEWED = 20_000;
  private static final String MEASURE =
      "select c.relname, greatest(c.reltuples, 0)::bigint as row_count,"
          + " pg_table_size(c.oid) as table_bytes, pg_indexes_size(c.oid) as index_bytes"
          + " from pg_class c where c.relkind = 'r' and c.relname like 'evergreen\\_%'"
          + " order by pg_total_relation_size(c.oid) desc";

  private record Table(String name, long rows, long tableBytes, long indexBytes) {

    long bytes() {
      return tableBytes + indexBytes;
    }
  }

  private final BenchmarkServer server;
  private final Figures figures = new Figures();

  private TableSizes(BenchmarkServer server) {
    this.server = server;
  }

  /**
   * Logs the sizes and writes them to a file.
   *
   * @param arguments numbers of subscriptions, separated by commas; file for the figures
   */
  public static void main(String[] arguments) throws IOException {
    try (BenchmarkServer server = BenchmarkServer.start()) {
      TableSizes sizes = new TableSizes(server);
      Arrays.stream(arguments[0].split(",")).map(Integer::valueOf).forEach(sizes::measure);
      sizes.figures.write(Path.of(arguments[1]));
      LOG.info("Written to {}", arguments[1]);
    }
  }

  private void measure(int subscriptions) {
    int due = Math.min(RENEWED, subscriptions / 2);
    Population population = new Population(subscriptions, due, 1);
    Run.prepare(server, population);
    List<Table> before = tables();
    LOG.info(
        "{} subscriptions, one renewal of each, bytes:\n\n{}",
        subscriptions,
        sizes(subscriptions, before));
    Run run =
        Run.ofEngine(
            server, population, Engine.Setup.NO_LATENCY, new InMemorySandboxBooks(), Runnable::run);
    int renewals = run.population().renewals();
    LOG.info(
        "Growth by {} renewals of the engine, bytes for each:\n\n{}",
        renewals,
        growth(subscriptions, renewals, before, tables()));
  }

  private List<Table> tables() {
    try (HikariDataSource pool = server.pool(Run.DATABASE, 1)) {
      JdbcTemplate jdbc = new JdbcTemplate(pool);
      jdbc.execute("vacuum analyze");
      return jdbc.query(
          MEASURE,
          (row, n) ->
              new Table(
                  row.getString(1).substring("evergreen_".length()),
                  row.getLong(2),
                  row.getLong(3),
                  row.getLong(4)));
    }
  }

  private String sizes(int subscriptions, List<Table> tables) {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            "| %-20s | %11s | %9s | %9s | %9s |%n", "Table", "Rows", "Row", "Indexes", "MB"));
    Map<String, Object> json = new LinkedHashMap<>();
    for (Table table : tables) {
      if (table.rows() >= subscriptions / 2) {
        text.append(
            String.format(
                "| %-20s | %,11d | %9.0f | %9.0f | %9.1f |%n",
                table.name(),
                table.rows(),
                (double) table.tableBytes() / table.rows(),
                (double) table.indexBytes() / table.rows(),
                table.bytes() / 1e6));
        json.put(
            table.name(),
            Map.of(
                "rows", table.rows(),
                "tableBytes", table.tableBytes(),
                "indexBytes", table.indexBytes()));
      }
    }
    figures.keep("subscriptions" + subscriptions, json);
    long all = tables.stream().mapToLong(Table::bytes).sum();
    return text.append(String.format("All tables %.1f MB%n", all / 1e6)).toString();
  }

  private String growth(int subscriptions, int renewals, List<Table> before, List<Table> after) {
    StringBuilder text = new StringBuilder();
    Map<String, Object> json = new LinkedHashMap<>();
    double sum = 0;
    for (Table table : after) {
      long had =
          before.stream()
              .filter(other -> other.name().equals(table.name()))
              .mapToLong(Table::bytes)
              .sum();
      double each = (double) (table.bytes() - had) / renewals;
      if (each >= 1) {
        text.append(String.format("| %-20s | %6.0f |%n", table.name(), each));
        json.put(table.name(), Figures.rounded(each));
        sum += each;
      }
    }
    figures.keep("growth" + subscriptions, json);
    return text.append(String.format("| %-20s | %6.0f |%n", "all", sum)).toString();
  }
}
