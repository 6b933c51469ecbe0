package org.evergreen.demo.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {

  @TempDir private Path directory;

  @Test
  void whatWasCommittedSurvivesAKilledProcess() throws Exception {
    Process store = startStore();
    long server = postmaster();
    store.destroyForcibly().waitFor();
    assertThat(ProcessHandle.of(server)).isPresent();

    try (EmbeddedDatabase database = EmbeddedDatabase.start(directory)) {
      assertThat(ask(database, "select word from kept")).isEqualTo("still here");
      assertThat(postmaster()).isNotEqualTo(server);
      assertThat(ProcessHandle.of(server)).isEmpty();
    }
  }

  @Test
  void everythingThatKeepsDataSafeIsOnAndOneProcessOwnsTheDirectory() throws Exception {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(directory)) {
      assertThat(ask(database, "show fsync")).isEqualTo("on");
      assertThat(ask(database, "show synchronous_commit")).isEqualTo("on");
      assertThat(ask(database, "show full_page_writes")).isEqualTo("on");
      assertThatThrownBy(() -> EmbeddedDatabase.start(directory))
          .isInstanceOf(StartupProblem.class)
          .hasMessageContaining("Another demo store is using")
          .hasMessageContaining("--evergreen.demo.data-directory");
    }
  }

  @Test
  void clusterThatWasNeverCompletedIsMadeAnew() throws Exception {
    Path cluster = Files.createDirectories(directory.resolve("postgres"));
    Files.writeString(cluster.resolve("postgresql.conf"), "half of a line");

    try (EmbeddedDatabase database = EmbeddedDatabase.start(directory)) {
      assertThat(ask(database, "select 'works'")).isEqualTo("works");
    }
  }

  @Test
  void noteOfAProcessThatIsNoDatabaseDoesNotStopTheStart() throws Exception {
    EmbeddedDatabase.start(directory).close();
    long own = ProcessHandle.current().pid();
    Files.writeString(directory.resolve("postgres/postmaster.pid"), own + "\n/nowhere\n");

    try (EmbeddedDatabase database = EmbeddedDatabase.start(directory)) {
      assertThat(ask(database, "select 'works'")).isEqualTo("works");
    }
    assertThat(ProcessHandle.current().isAlive()).isTrue();
  }

  @Test
  void directoryThatCannotBeWrittenIsOneLine() throws Exception {
    Path file = Files.createFile(directory.resolve("file"));
    assertThatThrownBy(() -> EmbeddedDatabase.start(file.resolve("data")))
        .isInstanceOf(StartupProblem.class)
        .hasMessageContaining("cannot be written");
  }

  private Process startStore() throws IOException {
    Process store =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                KilledStore.class.getName(),
                directory.toString())
            .redirectErrorStream(true)
            .start();
    BufferedReader output =
        new BufferedReader(new InputStreamReader(store.getInputStream(), StandardCharsets.UTF_8));
    StringBuilder said = new StringBuilder();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.equals(KilledStore.COMMITTED)) {
        return store;
      }
      said.append(line).append('\n');
    }
    throw new AssertionError("The store ended before it had written anything:\n" + said);
  }

  private long postmaster() throws IOException {
    Path note = directory.resolve("postgres/postmaster.pid");
    return Long.parseLong(Files.readAllLines(note).get(0).strip());
  }

  private static String ask(EmbeddedDatabase database, String sql) throws Exception {
    try (Connection connection =
            DriverManager.getConnection(
                database.getJdbcUrl(), database.getUsername(), database.getPassword());
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getString(1);
    }
  }
}
