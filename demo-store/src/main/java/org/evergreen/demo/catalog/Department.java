package org.evergreen.demo.catalog;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The shelves of the shop. */
public enum Department {
  COFFEE("Coffee", "cup-hot"),
  SHAVING("Shaving", "droplet"),
  READING("Magazines", "journal-text"),
  LEARNING("Courses", "mortarboard"),
  MEMBERSHIP("Membership and gifts", "gift");

  private final String label;
  private final String icon;

  Department(String label, String icon) {
    this.label = label;
    this.icon = icon;
  }

  /** What the shopper reads. */
  public String label() {
    return label;
  }

  /** Name of a Bootstrap icon without the prefix {@code bi-}. */
  public String icon() {
    return icon;
  }

  /** How it is written in addresses. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The department that an address names. */
  public static Optional<Department> ofSlug(String slug) {
    return Arrays.stream(values()).filter(department -> department.slug().equals(slug)).findFirst();
  }
}
