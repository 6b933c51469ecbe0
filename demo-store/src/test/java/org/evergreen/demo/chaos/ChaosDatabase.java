package org.evergreen.demo.chaos;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** A PostgreSQL that keeps its promises, on one port, that can be killed and comes back. */
final class ChaosDatabase implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Path directory;
  private final int port;
  private final HikariDataSource pool;
  private EmbeddedPostgres server;

  private ChaosDatabase(Path directory, int port) throws IOException {
    this.directory = directory;
    this.port = port;
    this.server = start();
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url());
    config.setUsername("postgres");
    config.setMaximumPoolSize(3);
    config.setMinimumIdle(0);
    this.pool = new HikariDataSource(config);
  }

  static ChaosDatabase start(Path directory) {
    try (ServerSocket free = new ServerSocket(0)) {
      int port = free.getLocalPort();
      free.close();
      return new ChaosDatabase(directory, port);
    } catch (IOException e) {
      throw new UncheckedIOException("The database did not start", e);
    }
  }

  private EmbeddedPostgres start() throws IOException {
    Redirect log = Redirect.appendTo(directory.resolve("postgres.log").toFile());
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setPort(port)
            .setDataDirectory(directory.resolve("postgres"))
            .setCleanDataDirectory(false)
            .setPGStartupWait(PATIENCE)
            .setOutputRedirector(log)
            .setErrorRedirector(log)
            .setServerConfig("max_connections", "120");
    List.of("fsync", "synchronous_commit", "full_page_writes")
        .forEach(promise -> builder.setServerConfig(promise, "on"));
    return builder.start();
  }

  String url() {
    return "jdbc:postgresql://localhost:" + port + "/postgres";
  }

  JdbcTemplate jdbc() {
    return new JdbcTemplate(pool);
  }

  /** As if the power had failed: every process of the server is killed, then it starts again. */
  void crash() {
    try {
      killAll();
      closeQuietly();
      server = start();
      pool.getHikariPoolMXBean().softEvictConnections();
    } catch (IOException e) {
      throw new UncheckedIOException("The database did not come back", e);
    }
  }

  /** Frees the directory; that the server cannot be stopped, because it is dead, is no news. */
  private void closeQuietly() throws IOException {
    Logger log = (Logger) LoggerFactory.getLogger(EmbeddedPostgres.class);
    Level usual = log.getLevel();
    log.setLevel(Level.OFF);
    try {
      server.close();
    } finally {
      log.setLevel(usual);
    }
  }

  private void killAll() throws IOException {
    Path note = directory.resolve("postgres/postmaster.pid");
    long pid = Long.parseLong(Files.readAllLines(note).get(0).strip());
    ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
    List<ProcessHandle> all =
        Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
    all.forEach(ProcessHandle::destroyForcibly);
    for (ProcessHandle process : all) {
      try {
        process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      } catch (Exception e) {
        throw new IllegalStateException("Process " + process.pid() + " cannot be killed", e);
      }
    }
  }

  @Override
  public void close() {
    pool.close();
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
