package org.evergreen.plan;

/** Somebody else changed a change group since it was read; nothing was saved. */
public class StaleChangeGroupException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private StaleChangeGroupException(String message) {
    super(message);
  }

  /** The form shows an older state than the database holds. */
  public static StaleChangeGroupException changedSince(ChangeGroupId group, long expectedVersion) {
    return new StaleChangeGroupException(
        "Change group "
            + group
            + " was changed by somebody else since version "
            + expectedVersion
            + "; open it again and repeat the change");
  }
}
