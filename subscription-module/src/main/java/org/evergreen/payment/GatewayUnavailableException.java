package org.evergreen.payment;

/**
 * The gateway did not answer, or not to this shop; nothing has changed and it may be tried again.
 */
public class GatewayUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Tells what could not be done.
   *
   * @param what a plain sentence for the log
   */
  public GatewayUnavailableException(String what, Throwable cause) {
    super(what, cause);
  }

  /** Whether it did nothing but ask for fewer requests. */
  public boolean asksForPatience() {
    return false;
  }
}
