package org.evergreen.demo.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.evergreen.demo.DemoStore;
import org.junit.jupiter.api.Test;

/** What somebody sees whose store cannot start: one line that says what to do. */
class StartupTest {

  @Test
  void busyPortIsOneLine() throws Exception {
    try (ServerSocket busy = new ServerSocket(0)) {
      Ended store = start("--server.port=" + busy.getLocalPort());
      assertThat(store.code()).isEqualTo(1);
      assertThat(store.lines())
          .singleElement()
          .asString()
          .contains("Port " + busy.getLocalPort() + " is in use", "--server.port=");
    }
  }

  @Test
  void missingDatabaseIsOneLineWithoutThePassword() throws Exception {
    Ended store =
        start(
            "--server.port=0",
            "--spring.datasource.url=jdbc:postgresql://localhost:1/shop?user=me&password=secret",
            "--spring.datasource.password=secret");
    assertThat(store.code()).isEqualTo(1);
    assertThat(store.lines())
        .singleElement()
        .asString()
        .contains("No database at jdbc:postgresql://localhost:1/shop", "spring.datasource.url")
        .doesNotContain("secret");
  }

  @Test
  void databaseThatIsNoneIsOneLine() throws Exception {
    Ended store = start("--server.port=0", "--spring.datasource.url=nonsense");
    assertThat(store.code()).isEqualTo(1);
    assertThat(store.lines()).singleElement().asString().contains("No database at nonsense");
  }

  private static Ended start(String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(DemoStore.class.getName());
    command.addAll(List.of(arguments));
    Process store = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(store.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    Stream<String> lines = output.lines().filter(line -> !line.isBlank());
    return new Ended(store.waitFor(), lines.toList());
  }

  private record Ended(int code, List<String> lines) {}
}
