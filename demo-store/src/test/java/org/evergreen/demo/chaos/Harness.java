package org.evergreen.demo.chaos;

/** What a process of the store says to the test that started it: lines with a mark before them. */
final class Harness {

  /** Begins every line that is meant for the test; all others are log. */
  static final String MARK = "@@ ";

  private Harness() {}

  static void tell(String... words) {
    // One call, so that lines of several threads do not mix.
    System.out.println(MARK + String.join(" ", words));
  }
}
