package org.evergreen.site.action;

import java.util.Optional;

/** What came of a confirmed action. */
public sealed interface Performed {

  /**
   * It is done.
   *
   * @param sentence what has happened
   * @param shown number of the subscription to show; empty for the one that was acted on
   */
  record Done(String sentence, Optional<String> shown) implements Performed {

    public Done(String sentence) {
      this(sentence, Optional.empty());
    }
  }

  /**
   * It was not done, and the same may be tried again.
   *
   * @param sentence why, and what the shopper can do
   */
  record Problem(String sentence) implements Performed {}

  /**
   * It is begun, and the shopper finishes it elsewhere, such as at his bank's question.
   *
   * @param path of the page, within the site
   */
  record Elsewhere(String path) implements Performed {}

  /** It was not done, because it would have other effects by now than those the shopper saw. */
  record Outdated() implements Performed {}
}
