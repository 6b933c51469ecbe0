package org.evergreen.broadleaf.tryout.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.SpringApplication;

/** Starts one of the two applications. */
public final class Tryout {

  private Tryout() {}

  /**
   * Starts an application.
   *
   * @param name its properties are in {@code evergreen-tryout.properties} and {@code
   *     evergreen-tryout-name.properties}
   */
  public static void run(Class<?> application, String name, String... args) {
    Weaving.install();
    ownTemporaryDirectory(name);
    SpringApplication start = new SpringApplication(application);
    start.setDefaultProperties(
        Map.of("spring.config.name", "evergreen-tryout,evergreen-tryout-" + name));
    start.addListeners(new TryoutDatabase());
    start.run(args);
  }

  /** Two applications of Broadleaf's on one machine must not share the files of their caches. */
  private static void ownTemporaryDirectory(String name) {
    try {
      Path directory = Path.of(System.getProperty("java.io.tmpdir"), "evergreen-tryout-" + name);
      System.setProperty("java.io.tmpdir", Files.createDirectories(directory).toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
