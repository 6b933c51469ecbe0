package org.evergreen.demo.start;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * The directory that one running demo store owns. The operating system frees the lock when the
 * process ends in whatever way.
 */
final class DataDirectory implements AutoCloseable {

  private final Path directory;
  private final FileChannel lockFile;

  private DataDirectory(Path directory, FileChannel lockFile) {
    this.directory = directory;
    this.lockFile = lockFile;
  }

  /**
   * Makes the directory where it is missing and takes it for this process.
   *
   * @throws StartupProblem if another process has it or it cannot be written
   */
  static DataDirectory take(Path directory) {
    Path absolute = directory.toAbsolutePath().normalize();
    try {
      Files.createDirectories(absolute);
      FileChannel channel =
          FileChannel.open(
              absolute.resolve("demo-store.lock"),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE);
      if (tryLock(channel) == null) {
        channel.close();
        throw StartupProblem.directoryInUse(absolute);
      }
      return new DataDirectory(absolute, channel);
    } catch (IOException e) {
      throw StartupProblem.directoryUnusable(absolute, e);
    }
  }

  private static FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException takenByThisProcess) {
      return null;
    }
  }

  Path path() {
    return directory;
  }

  Path postgres() {
    return directory.resolve("postgres");
  }

  Path postgresLog() {
    return directory.resolve("postgres.log");
  }

  /**
   * Removes what an interrupted first start left: a cluster that was never completed holds nothing.
   */
  void removeUnfinishedCluster() throws IOException {
    if (Files.exists(completed()) || !Files.exists(postgres())) {
      return;
    }
    try (Stream<Path> files = Files.walk(postgres())) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** Notes that the cluster is complete and may hold data from now on. */
  void markCompleted() throws IOException {
    if (!Files.exists(completed())) {
      Files.createFile(completed());
    }
  }

  private Path completed() {
    return directory.resolve("postgres.completed");
  }

  @Override
  public void close() throws IOException {
    lockFile.close();
  }
}
