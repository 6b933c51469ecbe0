package org.evergreen.broadleaf.order;

/** Broadleaf cannot make an order as it was asked for; the message is for the merchant. */
class OrderNotPossibleException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private OrderNotPossibleException(String message, Throwable cause) {
    super(message, cause);
  }

  static OrderNotPossibleException because(String reason) {
    return new OrderNotPossibleException(reason, null);
  }

  static OrderNotPossibleException broadleafSays(Exception problem) {
    Throwable root = problem;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String message =
        root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    return new OrderNotPossibleException("Broadleaf refused the order: " + message, problem);
  }
}
