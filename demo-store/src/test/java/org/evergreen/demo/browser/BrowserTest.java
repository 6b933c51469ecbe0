package org.evergreen.demo.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evergreen.demo.testing.DemoStoreTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A test in the machine's Chromium. Where there is none it is skipped, with the reason. Every page
 * that it opens must stay within its window and must not try what the content security policy
 * forbids.
 */
@DemoStoreTest
public abstract class BrowserTest {

  private static Chromium chromium;

  private final List<Visitor> visitors = new ArrayList<>();

  @LocalServerPort private int port;

  @BeforeAll
  static void startBrowser() {
    Optional<Path> program = Chromium.program();
    assumeTrue(
        program.isPresent(),
        "Browser tests are skipped: no Chromium found. Install it (Debian: apt install chromium) or"
            + " name its program in the environment variable CHROMIUM.");
    chromium = Chromium.start(program.get());
  }

  @AfterAll
  static void stopBrowser() {
    if (chromium != null) {
      chromium.close();
      chromium = null;
    }
  }

  /** Somebody at a desk, with a browser of his own. */
  protected Visitor atADesk() {
    return visitor(1280, 900);
  }

  /** Somebody with a phone. */
  protected Visitor onAPhone() {
    return visitor(390, 844);
  }

  private Visitor visitor(int width, int height) {
    Visitor visitor = new Visitor(chromium.visitor("http://localhost:" + port, width, height));
    visitors.add(visitor);
    return visitor;
  }

  @AfterEach
  void leave() {
    List<String> problems = visitors.stream().flatMap(each -> each.problems().stream()).toList();
    visitors.forEach(Visitor::leave);
    assertThat(problems).isEmpty();
  }
}
