package org.evergreen.webhook;

/** What came of an event that was worked off. */
public sealed interface Handled {

  /** The shop knows now what the gateway knows. */
  record Done() implements Handled {}

  /** Nothing that the shop acts on. */
  record Unused() implements Handled {}

  /**
   * The shop does not know the object. It may be that of another shop with the same account, or the
   * answer that would name it is still on its way.
   *
   * @param what is not known, in plain words
   */
  record Unknown(String what) implements Handled {}

  /**
   * The gateway did not answer; tried again later.
   *
   * @param why for the merchant
   */
  record NotYet(String why) implements Handled {}

  /**
   * A person has to look at it; trying again by itself would not help.
   *
   * @param why for the merchant, with what to do
   */
  record NeedsAPerson(String why) implements Handled {}

  static Handled done() {
    return new Done();
  }
}
