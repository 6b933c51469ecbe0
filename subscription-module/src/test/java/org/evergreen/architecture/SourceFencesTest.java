package org.evergreen.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.evergreen.testing.SourceTree;
import org.junit.jupiter.api.Test;

/** Nothing grows beyond what one person reads in one go. */
class SourceFencesTest {

  private static final int LONGEST_FILE = 300;
  private static final int LONGEST_METHOD = 35;

  private final SourceTree sources = SourceTree.ofThisModule();

  @Test
  void noFileIsTooLong() {
    assertThat(tooLong(sources.linesPerFile(), LONGEST_FILE)).isEmpty();
  }

  @Test
  void noMethodIsTooLong() {
    assertThat(tooLong(sources.linesPerMethod(), LONGEST_METHOD)).isEmpty();
  }

  @Test
  void everyPackageSaysWhatItIsFor() {
    assertThat(sources.packagesWithoutInfo()).isEmpty();
  }

  private static Map<String, Integer> tooLong(Map<String, Integer> lines, int most) {
    lines.values().removeIf(count -> count <= most);
    return lines;
  }
}
