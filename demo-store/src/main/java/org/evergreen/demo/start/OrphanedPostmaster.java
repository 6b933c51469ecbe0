package org.evergreen.demo.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A database server that outlived a store that was killed. The caller owns the data directory, so a
 * server found in it has no other user.
 */
final class OrphanedPostmaster {

  private static final Logger log = LoggerFactory.getLogger(OrphanedPostmaster.class);
  private static final long STOP_SECONDS = 30;

  private OrphanedPostmaster() {}

  /**
   * Stops the server of a cluster if one is running, and removes a note of one that is not.
   *
   * @throws StartupProblem if it does not stop
   */
  static void stop(Path cluster) throws IOException {
    Path note = cluster.resolve("postmaster.pid");
    if (!Files.exists(note)) {
      return;
    }
    Optional<ProcessHandle> server =
        pidIn(note).flatMap(ProcessHandle::of).filter(OrphanedPostmaster::isPostgres);
    if (server.isEmpty()) {
      Files.deleteIfExists(note);
      return;
    }
    log.info("Stopping the database server that an earlier run left behind");
    server.get().destroy();
    await(server.get(), cluster);
  }

  private static Optional<Long> pidIn(Path note) throws IOException {
    return Files.readAllLines(note).stream()
        .findFirst()
        .map(String::strip)
        .filter(line -> line.matches("\\d{1,18}"))
        .map(Long::valueOf);
  }

  /** The number in an old note may by now belong to any other program. */
  private static boolean isPostgres(ProcessHandle process) {
    return process.info().command().filter(command -> command.contains("postgres")).isPresent();
  }

  private static void await(ProcessHandle server, Path cluster) {
    try {
      server.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      throw StartupProblem.orphanWillNotStop(server.pid(), cluster);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw StartupProblem.orphanWillNotStop(server.pid(), cluster);
    }
  }
}
