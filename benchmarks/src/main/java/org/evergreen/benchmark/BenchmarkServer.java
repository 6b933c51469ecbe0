package org.evergreen.benchmark;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.evergreen.config.EvergreenMigrations;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The PostgreSQL that is measured: embedded, but as durable as in production. Every database on it
 * is a copy of a migrated one.
 */
final class BenchmarkServer implements AutoCloseable {

  private static final String TEMPLATE = "evergreen_template";
  private static final String[] SETTINGS = {
    "server_version",
    "fsync",
    "synchronous_commit",
    "full_page_writes",
    "wal_sync_method",
    "shared_buffers",
    "max_wal_size"
  };

  private final Path data;
  private final EmbeddedPostgres server;
  private final JdbcTemplate admin;

  private BenchmarkServer(Path data, EmbeddedPostgres server) {
    this.data = data;
    this.server = server;
    this.admin = new JdbcTemplate(server.getPostgresDatabase());
  }

  static BenchmarkServer start() {
    try {
      Path data = Files.createTempDirectory("evergreen-benchmark");
      EmbeddedPostgres server = builder(data).start();
      BenchmarkServer started = new BenchmarkServer(data, server);
      started.requireDurable();
      started.admin.execute("create database " + TEMPLATE);
      try (HikariDataSource pool = started.pool(TEMPLATE, 2)) {
        new EvergreenMigrations(pool).migrate();
        BenchmarkOrders.createTables(new JdbcTemplate(pool));
      }
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException("The embedded PostgreSQL did not start", e);
    }
  }

  private static EmbeddedPostgres.Builder builder(Path data) {
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(data)
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("shared_buffers", "512MB")
            .setServerConfig("max_wal_size", "4GB")
            .setServerConfig("max_connections", "100");
    if (Statements.areWanted()) {
      builder
          .setServerConfig("shared_preload_libraries", Statements.LIBRARY)
          .setServerConfig("pg_stat_statements.track", "all");
    }
    return builder;
  }

  private void requireDurable() {
    Map<String, String> settings = settings();
    if (!"on".equals(settings.get("fsync")) || !"on".equals(settings.get("synchronous_commit"))) {
      throw new IllegalStateException(
          "The benchmark is only true on a durable database, not with " + settings);
    }
  }

  /** The settings that the figures depend on, as the server shows them. */
  Map<String, String> settings() {
    Map<String, String> settings = new LinkedHashMap<>();
    for (String name : SETTINGS) {
      settings.put(name, admin.queryForObject("show " + name, String.class));
    }
    return settings;
  }

  /** A new database with all tables and no rows. */
  void create(String name) {
    drop(name);
    admin.execute("create database " + name + " template " + TEMPLATE);
  }

  void drop(String name) {
    admin.execute("drop database if exists " + name + " with (force)");
  }

  HikariDataSource pool(String database, int connections) {
    return connect(url(database), connections);
  }

  static HikariDataSource connect(String url, int connections) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername("postgres");
    config.setMaximumPoolSize(connections);
    return new HikariDataSource(config);
  }

  String url(String database) {
    return server.getJdbcUrl("postgres", database);
  }

  /** Writes everything out, so that no measurement pays for what came before it. */
  void settle() {
    admin.execute("checkpoint");
  }

  /** Transactions that were committed in a database; complete once its connections are closed. */
  long commits(String database) {
    return admin.queryForObject(
        "select xact_commit from pg_stat_database where datname = ?", Long.class, database);
  }

  /** Connections that are open to a database. */
  int connections(String database) {
    return admin.queryForObject(
        "select count(*) from pg_stat_activity where datname = ?", Integer.class, database);
  }

  /** Bytes of the write-ahead log so far. */
  long walBytes() {
    return admin.queryForObject("select pg_current_wal_lsn() - '0/0'::pg_lsn", Long.class);
  }

  Statements statements() {
    return new Statements(admin);
  }

  /** Processor time that all processes of the server have used, in milliseconds. */
  long cpuMillis() {
    return ServerProcesses.of(data).cpuMillis();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
