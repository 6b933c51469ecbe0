package org.evergreen.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.evergreen.config.EvergreenMigrations;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A real PostgreSQL for tests: one server per Java process, and for each caller a database of its
 * own that is cloned from a migrated one. The server forgets everything and takes no care of power
 * failures.
 */
public final class TestDatabase implements AutoCloseable {

  private static final AtomicInteger COUNT = new AtomicInteger();

  private final String name;
  private final HikariDataSource pool;

  private TestDatabase(String name, HikariDataSource pool) {
    this.name = name;
    this.pool = pool;
  }

  /** An empty database with all of Evergreen's tables. */
  public static TestDatabase migrated() {
    return create(" template " + Server.TEMPLATE);
  }

  /** A database without any table. */
  public static TestDatabase blank() {
    return create("");
  }

  /** A copy of what another database holds now, as a merchant makes one for a test system. */
  public static TestDatabase copyOf(TestDatabase original) {
    // PostgreSQL copies a database to which nobody is connected.
    original.pool.getHikariPoolMXBean().softEvictConnections();
    return create(" template " + original.name);
  }

  private static TestDatabase create(String options) {
    String name = "test_" + COUNT.incrementAndGet();
    Server.execute("create database " + name + options);
    return new TestDatabase(name, pool(name));
  }

  private static HikariDataSource pool(String database) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(Server.POSTGRES.getJdbcUrl("postgres", database));
    config.setUsername("postgres");
    config.setMaximumPoolSize(12);
    config.setMinimumIdle(0);
    config.setPoolName(database);
    return new HikariDataSource(config);
  }

  public DataSource dataSource() {
    return pool;
  }

  /** Address for another process or another pool; the user is postgres, without a password. */
  public String jdbcUrl() {
    return pool.getJdbcUrl();
  }

  public JdbcTemplate jdbc() {
    return new JdbcTemplate(pool);
  }

  public NamedParameterJdbcTemplate namedJdbc() {
    return new NamedParameterJdbcTemplate(pool);
  }

  /** Transactions for what uses only JDBC. */
  public TransactionOperations transactions() {
    return new TransactionTemplate(new JdbcTransactionManager(pool));
  }

  /** Removes all rows of Evergreen's tables. */
  public void empty() {
    String tables =
        String.join(
            ", ",
            jdbc()
                .queryForList(
                    "select tablename from pg_tables where schemaname = 'public'"
                        + " and tablename like 'evergreen%'"
                        + " and tablename <> 'evergreen_schema_history'",
                    String.class));
    jdbc().execute("truncate " + tables + " cascade");
  }

  @Override
  public void close() {
    pool.close();
    Server.execute("drop database " + name + " with (force)");
  }

  /** Started when the first database is asked for; stopped with the process. */
  private static final class Server {

    private static final String TEMPLATE = "evergreen_template";
    private static final EmbeddedPostgres POSTGRES = start();

    private static EmbeddedPostgres start() {
      try {
        EmbeddedPostgres postgres =
            EmbeddedPostgres.builder().setServerConfig("max_connections", "200").start();
        execute(postgres, "create database " + TEMPLATE);
        new EvergreenMigrations(postgres.getDatabase("postgres", TEMPLATE)).migrate();
        return postgres;
      } catch (IOException e) {
        throw new UncheckedIOException("The embedded PostgreSQL did not start", e);
      }
    }

    private static void execute(String sql) {
      execute(POSTGRES, sql);
    }

    private static void execute(EmbeddedPostgres postgres, String sql) {
      try (Connection connection = postgres.getPostgresDatabase().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute(sql);
      } catch (SQLException e) {
        throw new IllegalStateException("Not possible on the embedded PostgreSQL: " + sql, e);
      }
    }
  }
}
