package org.evergreen.renewal;

import java.util.Optional;

/** Key of a renewal group. */
public record RenewalGroupId(long value) {

  private static final String PREFIX = "renewal-";

  /** The name of the group towards gateway and host: {@code renewal-4711}. */
  public String reference() {
    return PREFIX + value;
  }

  /** The group that a reference names, if it names one. */
  public static Optional<RenewalGroupId> of(String reference) {
    return reference.matches(PREFIX + "[0-9]{1,18}")
        ? Optional.of(new RenewalGroupId(Long.parseLong(reference.substring(PREFIX.length()))))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
