package org.evergreen.plan;

/** Another change group has this name; nothing was saved. */
public class ChangeGroupNameTakenException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private ChangeGroupNameTakenException(String message, Throwable cause) {
    super(message, cause);
  }

  static ChangeGroupNameTakenException by(String name, Throwable cause) {
    return new ChangeGroupNameTakenException(
        "There is a change group '" + name + "' already; give it another name", cause);
  }
}
