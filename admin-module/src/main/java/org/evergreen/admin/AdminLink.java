package org.evergreen.admin;

/**
 * A link in the side navigation. Hosts add theirs as beans, in the order of their {@code @Order}.
 *
 * @param label what the merchant reads
 * @param icon name of a Bootstrap icon, without the prefix {@code bi-}
 * @param path where it leads, relative to the application
 * @param section the section of the pages behind it, which the link is highlighted for; may be
 *     empty
 * @param post whether it is sent as a form, as signing out must be
 */
public record AdminLink(String label, String icon, String path, String section, boolean post) {

  /** A link that is followed. */
  public AdminLink(String label, String icon, String path, String section) {
    this(label, icon, path, section, false);
  }

  /** A button that is pressed, for what changes something: signing out. */
  public static AdminLink button(String label, String icon, String path) {
    return new AdminLink(label, icon, path, "", true);
  }
}
