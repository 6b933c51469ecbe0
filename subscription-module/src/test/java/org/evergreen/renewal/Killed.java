package org.evergreen.renewal;

/** Stands for the death of the process: nothing may catch it and go on. */
final class Killed extends Error {

  private static final long serialVersionUID = 1L;

  Killed(String where) {
    super("Killed " + where);
  }
}
