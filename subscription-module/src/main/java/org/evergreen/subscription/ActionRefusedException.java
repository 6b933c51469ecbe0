package org.evergreen.subscription;

import java.util.List;

/**
 * Rules or the merchant's settings forbid what somebody wants to do with a subscription; nothing
 * changed. The message is plain sentences for the shopper.
 */
public class ActionRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public ActionRefusedException(String sentence) {
    super(sentence);
  }

  /** For every rule that is violated. */
  static ActionRefusedException because(List<String> sentences) {
    return new ActionRefusedException(String.join(" ", sentences));
  }

  /** What to tell the shopper. */
  public String sentence() {
    return getMessage();
  }
}
