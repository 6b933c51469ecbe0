package org.evergreen.plan;

/** Plans belong to a change group that was to be deleted; nothing was deleted. */
public class ChangeGroupInUseException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private ChangeGroupInUseException(String message, Throwable cause) {
    super(message, cause);
  }

  static ChangeGroupInUseException byPlans(ChangeGroupId id, Throwable cause) {
    return new ChangeGroupInUseException(
        "Plans belong to change group " + id + "; take them out of it first", cause);
  }
}
