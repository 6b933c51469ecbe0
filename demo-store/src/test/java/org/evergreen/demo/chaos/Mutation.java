package org.evergreen.demo.chaos;

/** A fault that is built in on purpose, to prove that the check finds it. */
enum Mutation {
  NONE,
  /** Every charge is asked for again under another key, and every mail is handed over again. */
  TWICE
}
