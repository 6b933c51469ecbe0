package org.evergreen.change;

/** A change is not possible, for a reason that is told to whoever asked for it. */
final class NotPossible extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private NotPossible(String sentence) {
    super(sentence, null, false, false);
  }

  /** For this reason, in plain words. */
  static NotPossible because(String sentence) {
    return new NotPossible(sentence);
  }

  String sentence() {
    return getMessage();
  }
}
