package org.evergreen.broadleaf.tryout.start;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.SpringApplication;

/**
 * A real PostgreSQL that the site and the admin share. The first of them starts it, the last one
 * that ends stops it. What was committed survives a killed process.
 */
final class EmbeddedDatabase {

  private static final List<String> DURABILITY =
      List.of("fsync", "synchronous_commit", "full_page_writes");
  private static final String OTHERS =
      "select count(*) from pg_stat_activity"
          + " where backend_type = 'client backend' and pid <> pg_backend_pid()";

  private final Path cluster;
  private final String url;

  private EmbeddedDatabase(Path cluster, int port) {
    this.cluster = cluster;
    this.url = "jdbc:postgresql://localhost:" + port + "/postgres";
  }

  /**
   * The address of the database, which runs from now on.
   *
   * @param directory where it keeps its files
   */
  static String use(Path directory, int port) {
    Path absolute = directory.toAbsolutePath().normalize();
    EmbeddedDatabase database = new EmbeddedDatabase(absolute.resolve("postgres"), port);
    if (!database.answers()) {
      database.start(absolute, port);
    }
    // Behind the application's own end, when its connections are closed.
    SpringApplication.getShutdownHandlers().add(database::stopUnlessUsed);
    return database.url;
  }

  private boolean answers() {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet directory = statement.executeQuery("show data_directory")) {
      directory.next();
      requireOurs(Path.of(directory.getString(1)));
      return true;
    } catch (SQLException nobodyThere) {
      return false;
    }
  }

  private void requireOurs(Path running) {
    if (!running.toAbsolutePath().normalize().equals(cluster)) {
      throw new IllegalStateException(
          "Another PostgreSQL, of "
              + running
              + ", listens where the try-out wants its own. Stop it, or choose another port:"
              + " --evergreen.tryout.database-port=54321");
    }
  }

  private void start(Path directory, int port) {
    try {
      Files.createDirectories(directory);
      EmbeddedPostgres.Builder builder =
          EmbeddedPostgres.builder()
              .setPort(port)
              .setDataDirectory(cluster)
              .setCleanDataDirectory(false)
              .setRegisterShutdownHook(false)
              .setPGStartupWait(Duration.ofSeconds(60));
      DURABILITY.forEach(setting -> builder.setServerConfig(setting, "on"));
      builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException("The embedded PostgreSQL did not start in " + directory, e);
    }
  }

  private void stopUnlessUsed() {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet others = statement.executeQuery(OTHERS)) {
      others.next();
      if (others.getInt(1) == 0) {
        stop();
      }
    } catch (SQLException | IOException e) {
      System.err.println("The embedded PostgreSQL in " + cluster + " may still run: " + e);
    }
  }

  /** The server ends as soon as its last client has gone. */
  private void stop() throws IOException {
    String pid = Files.readAllLines(cluster.resolve("postmaster.pid")).get(0).strip();
    ProcessHandle.of(Long.parseLong(pid)).ifPresent(ProcessHandle::destroy);
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(url, "postgres", "");
  }
}
