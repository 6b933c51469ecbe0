package org.evergreen.notice;

/**
 * What became of the notices of one round.
 *
 * @param sent taken by the mail server
 * @param postponed not taken; tried again later
 * @param failed given up
 * @param inDoubt found half-sent by a process that stopped; not sent again
 */
public record SendReport(int sent, int postponed, int failed, int inDoubt) {

  static final SendReport NOTHING = new SendReport(0, 0, 0, 0);

  SendReport withSent() {
    return new SendReport(sent + 1, postponed, failed, inDoubt);
  }

  SendReport withPostponed() {
    return new SendReport(sent, postponed + 1, failed, inDoubt);
  }

  SendReport withFailed() {
    return new SendReport(sent, postponed, failed + 1, inDoubt);
  }

  SendReport withInDoubt(int count) {
    return new SendReport(sent, postponed, failed, inDoubt + count);
  }
}
