package org.evergreen.demo.chaos;

/** A fault that is built in on purpose, to prove that the check finds it. */
enum Mutation {
  NONE,
  /** The gateway is asked twice for every charge, the second time under another key. */
  CHARGES_TWICE,
  /** Every mail is handed over twice. */
  MAILS_TWICE
}
