package org.evergreen.demo.start;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;

/**
 * A real PostgreSQL that the store starts and stops itself. It keeps its data in a directory, and
 * keeps it safely: what was committed survives a killed process and a loss of power.
 */
final class EmbeddedDatabase implements JdbcConnectionDetails, AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);
  private static final List<String> DURABILITY =
      List.of("fsync", "synchronous_commit", "full_page_writes");
  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final String USER = "postgres";

  private final DataDirectory directory;
  private final EmbeddedPostgres server;

  private EmbeddedDatabase(DataDirectory directory, EmbeddedPostgres server) {
    this.directory = directory;
    this.server = server;
  }

  /**
   * Starts the server; the first time it makes a new cluster.
   *
   * @throws StartupProblem with what to do, if it cannot run there
   */
  static EmbeddedDatabase start(Path dataDirectory) {
    DataDirectory directory = DataDirectory.take(dataDirectory);
    log.info("Starting the store with its own PostgreSQL in {}", directory.path());
    try {
      directory.removeUnfinishedCluster();
      OrphanedPostmaster.stop(directory.postgres());
      EmbeddedDatabase database = new EmbeddedDatabase(directory, startServer(directory));
      directory.markCompleted();
      database.requireDurability();
      return database;
    } catch (IOException | SQLException | IllegalStateException e) {
      throw StartupProblem.databaseDidNotStart(directory.postgresLog(), e);
    }
  }

  private static EmbeddedPostgres startServer(DataDirectory directory) throws IOException {
    Redirect log = Redirect.appendTo(directory.postgresLog().toFile());
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(directory.postgres())
            .setCleanDataDirectory(false)
            .setRegisterShutdownHook(false)
            .setPGStartupWait(START_LIMIT)
            .setOutputRedirector(log)
            .setErrorRedirector(log);
    DURABILITY.forEach(setting -> builder.setServerConfig(setting, "on"));
    return builder.start();
  }

  private void requireDurability() throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      for (String setting : DURABILITY) {
        try (ResultSet shown = statement.executeQuery("show " + setting)) {
          shown.next();
          if (!"on".equals(shown.getString(1))) {
            throw StartupProblem.notDurable(setting, shown.getString(1));
          }
        }
      }
    }
  }

  @Override
  public String getJdbcUrl() {
    return "jdbc:postgresql://localhost:" + server.getPort() + "/postgres";
  }

  @Override
  public String getUsername() {
    return USER;
  }

  @Override
  public String getPassword() {
    return "";
  }

  @Override
  public void close() throws IOException {
    server.close();
    directory.close();
  }
}
