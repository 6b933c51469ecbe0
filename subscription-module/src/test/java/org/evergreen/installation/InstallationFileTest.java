package org.evergreen.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.evergreen.testing.Concurrently;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationFileTest {

  @TempDir Path directory;

  @Test
  void aMissingFileIsMadeOnceWithARandomId() {
    Path file = directory.resolve("data/installation");

    String id = new InstallationFile(file).read();

    assertThat(id).matches("[0-9a-f-]{36}");
    assertThat(new InstallationFile(file).read()).isEqualTo(id);
    assertThat(new InstallationFile(directory.resolve("other")).read()).isNotEqualTo(id);
  }

  @Test
  void nodesThatShareAFileAndStartAtOnceHaveOneId() {
    Path file = directory.resolve("installation");

    assertThat(Set.copyOf(Concurrently.call(8, () -> new InstallationFile(file).read())))
        .hasSize(1);
  }

  @Test
  void anEmptyFileOfAnInterruptedStartIsFilled() throws IOException {
    Path file = Files.createFile(directory.resolve("installation"));

    assertThat(new InstallationFile(file).read()).isNotEmpty();
  }

  @Test
  void anIdThatSomebodyWroteIsTakenAsItIs() throws IOException {
    Path file = Files.writeString(directory.resolve("installation"), "main-shop\n");

    assertThat(new InstallationFile(file).read()).isEqualTo("main-shop");
  }

  @Test
  void aFileWithSomethingElseInItIsLeftAlone() throws IOException {
    Path file = Files.writeString(directory.resolve("installation"), "two words\n");

    assertThatThrownBy(() -> new InstallationFile(file).read())
        .isInstanceOf(UnreadableInstallationException.class)
        .hasMessageContaining(file + " does not hold an installation id");
    assertThat(file).hasContent("two words\n");
  }

  @Test
  void aDirectoryInItsPlaceIsSaidWithTheRemedy() throws IOException {
    Path file = Files.createDirectory(directory.resolve("installation"));

    assertThatThrownBy(() -> new InstallationFile(file).read())
        .isInstanceOf(UnreadableInstallationException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("evergreen.shop.installation-id");
  }

  @Test
  void aPlaceWhereNothingCanBeMadeIsSaidWithTheRemedy() throws IOException {
    Path notADirectory = Files.createFile(directory.resolve("data"));

    assertThatThrownBy(() -> new InstallationFile(notADirectory.resolve("installation")).read())
        .isInstanceOf(UnreadableInstallationException.class)
        .hasMessageContaining("evergreen.shop.installation-file");
  }
}
