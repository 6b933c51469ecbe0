package org.evergreen.notice;

/** What went wrong, as it may be logged and kept. */
final class Problems {

  private Problems() {}

  /**
   * Name and message of a failure; mail servers like to repeat the recipient, so that is left out.
   */
  static String withoutAddresses(Throwable failure) {
    String message = failure.getMessage() == null ? "" : ": " + failure.getMessage();
    return failure.getClass().getSimpleName()
        + message.replaceAll("[^\\s<>\"',;:]+@[^\\s<>\"',;:]+", "(address)");
  }
}
