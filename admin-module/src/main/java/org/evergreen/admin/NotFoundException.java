package org.evergreen.admin;

/** What the address names does not exist; the page says so with status 404. */
public class NotFoundException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private NotFoundException(String message) {
    super(message);
  }

  /**
   * Nothing of that kind has this id.
   *
   * @param what for example "plan"
   */
  public static NotFoundException of(String what, String id) {
    return new NotFoundException("There is no " + what + " with the number " + id + ".");
  }
}
