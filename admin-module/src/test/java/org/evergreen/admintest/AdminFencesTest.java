package org.evergreen.admintest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.evergreen.testing.SourceTree;
import org.junit.jupiter.api.Test;

/** Habits of this module that a compiler does not check. */
class AdminFencesTest {

  private static final int LONGEST_FILE = 300;
  private static final int LONGEST_METHOD = 35;

  /** The pages run on any host: no host's classes, no sign-in of their own, no transactions. */
  private static final Pattern FOREIGN =
      Pattern.compile(
          "import org\\.(broadleafcommerce|evergreen\\.(demo|site|broadleaf)"
              + "|springframework\\.(security|transaction))\\.|\\b(Instant|LocalDate|Clock)\\.(now|system)");

  private static final Pattern INLINE =
      Pattern.compile("<style|\\sstyle=|<script(?![^>]*src)|\\son[a-z]+=|hx-on|javascript:");

  private final SourceTree sources = SourceTree.ofThisModule();

  @Test
  void nothingIsTooLong() {
    assertThat(tooLong(sources.linesPerFile(), LONGEST_FILE)).isEmpty();
    assertThat(tooLong(sources.linesPerMethod(), LONGEST_METHOD)).isEmpty();
  }

  @Test
  void everyPackageSaysWhatItIsFor() {
    assertThat(sources.packagesWithoutInfo()).isEmpty();
  }

  @Test
  void pagesKnowNoHost() {
    assertThat(lines(Path.of("src/main/java"), FOREIGN)).isEmpty();
  }

  @Test
  void templatesHaveNoScriptOrStyleInLine() {
    assertThat(lines(Path.of("src/main/resources/templates"), INLINE)).isEmpty();
  }

  @Test
  void templatesEscapeEverything() {
    assertThat(lines(Path.of("src/main/resources/templates"), Pattern.compile("th:utext|\\[\\(")))
        .isEmpty();
  }

  private static List<String> lines(Path root, Pattern forbidden) {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(Files::isRegularFile)
          .flatMap(AdminFencesTest::read)
          .filter(line -> forbidden.matcher(line).find())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> read(Path file) {
    try {
      return Files.readAllLines(file).stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Integer> tooLong(Map<String, Integer> lines, int most) {
    lines.values().removeIf(count -> count <= most);
    return lines;
  }
}
