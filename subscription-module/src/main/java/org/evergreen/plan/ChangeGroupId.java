package org.evergreen.plan;

/** Key of a change group. */
public record ChangeGroupId(long value) {

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
