package org.evergreen.plan;

/** There is no change group with this key. */
public class UnknownChangeGroupException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private UnknownChangeGroupException(String message) {
    super(message);
  }

  /** Nothing has this key. */
  public static UnknownChangeGroupException withId(ChangeGroupId group) {
    return new UnknownChangeGroupException("There is no change group " + group);
  }
}
