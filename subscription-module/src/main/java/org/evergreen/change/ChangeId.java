package org.evergreen.change;

import java.util.Optional;

/** Key of a change that was confirmed. */
public record ChangeId(long value) {

  private static final String PREFIX = "change-";

  /** Under which it is known outside: of the charge, the order and the kept working. */
  public String reference() {
    return PREFIX + value;
  }

  /** The change with this reference; empty when it is the reference of something else. */
  static Optional<ChangeId> of(String reference) {
    if (!reference.startsWith(PREFIX)) {
      return Optional.empty();
    }
    try {
      return Optional.of(new ChangeId(Long.parseLong(reference.substring(PREFIX.length()))));
    } catch (NumberFormatException notOurs) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
