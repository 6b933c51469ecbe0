package org.evergreen.subscription;

import java.util.List;

/** More credit would be used than there is; nothing was entered. */
public class CreditExceededException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private CreditExceededException(String message, Throwable cause) {
    super(message, cause);
  }

  static CreditExceededException inOneOf(List<CreditEntry> entries, Throwable cause) {
    return new CreditExceededException(
        "The credit of a subscription does not suffice for " + entries, cause);
  }
}
