package org.evergreen.demo.chaos;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * How processes of the store are started quickly: from jars only, which lets Java keep the loaded
 * classes in an archive that all processes share. Made once for all tests in this process.
 */
final class ChildJvm {

  private static final long PATIENCE_SECONDS = 300;
  private static ChildJvm made;

  private final Path directory;
  private final String classPath;

  private ChildJvm(Path directory) throws IOException {
    this.directory = Files.createDirectories(directory);
    Files.deleteIfExists(archive());
    List<String> jars = new ArrayList<>();
    for (String entry : ownClassPath().split(File.pathSeparator)) {
      Path path = Path.of(entry);
      if (entry.isBlank()) {
        continue;
      }
      if (Files.isDirectory(path)) {
        jars.add(jar(path, jars.size()).toString());
      } else if (Files.exists(path)) {
        jars.add(entry);
      }
    }
    classPath = String.join(File.pathSeparator, jars);
  }

  static synchronized ChildJvm get() {
    if (made == null) {
      try {
        made = new ChildJvm(Path.of("target", "chaos", "jvm").toAbsolutePath());
      } catch (IOException e) {
        throw new UncheckedIOException("The processes' class path cannot be prepared", e);
      }
    }
    return made;
  }

  /** Surefire hides the class path in a jar of its own and tells it apart. */
  private static String ownClassPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  private Path archive() {
    return directory.resolve("store.jsa");
  }

  private Path jar(Path classes, int number) throws IOException {
    Path jar = directory.resolve(number + "-" + classes.getFileName() + ".jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file);
        Stream<Path> content = Files.walk(classes)) {
      for (Path entry : content.filter(path -> !path.equals(classes)).toList()) {
        String name = classes.relativize(entry).toString().replace(File.separatorChar, '/');
        boolean isDirectory = Files.isDirectory(entry);
        out.putNextEntry(new JarEntry(isDirectory ? name + "/" : name));
        if (!isDirectory) {
          Files.copy(entry, out);
        }
        out.closeEntry();
      }
    }
    return jar;
  }

  /**
   * Runs the store once up to the point where it is ready, which prepares its database, and keeps
   * its classes.
   */
  void warmUp(List<String> settings, Path log) {
    boolean isFirst = !Files.exists(archive());
    List<String> command =
        command(isFirst ? "-XX:ArchiveClassesAtExit=" + archive() : sharing(), settings);
    command.add("--" + ChaosStore.WARM_UP + "=true");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(Redirect.to(log.toFile()))
              .start();
      boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
      process.destroyForcibly();
      if (!ended || process.exitValue() != 0) {
        throw new IllegalStateException("The store does not start; see " + log);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The store cannot be started", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Stopped while the store was started", e);
    }
  }

  Process start(List<String> settings) {
    try {
      return new ProcessBuilder(command(sharing(), settings)).redirectErrorStream(true).start();
    } catch (IOException e) {
      throw new UncheckedIOException("A process of the store cannot be started", e);
    }
  }

  private String sharing() {
    return "-XX:SharedArchiveFile=" + archive();
  }

  private List<String> command(String archiving, List<String> settings) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx192m");
    command.add("-XX:+UseSerialGC");
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-Xshare:auto");
    command.add("-Xlog:cds=off");
    command.add("-Xlog:cds+dynamic=off");
    command.add(archiving);
    command.add("-Duser.timezone=Pacific/Chatham");
    command.add("-cp");
    command.add(classPath);
    command.add(ChaosStore.class.getName());
    command.addAll(settings);
    return command;
  }
}
