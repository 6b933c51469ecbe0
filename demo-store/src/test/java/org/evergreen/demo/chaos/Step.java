package org.evergreen.demo.chaos;

/** The steps of a renewal at which a process is held and killed, in their usual order. */
enum Step {
  /** Accounts are claimed; nothing is priced. */
  CLAIMED,
  /** The host has priced them; nothing is written. */
  PRICED,
  /** Groups and charges are committed as open. */
  OPENED,
  /** The charge is committed as submitted; the gateway has not heard of it. */
  SUBMITTED,
  /** The gateway has answered; nothing of it is written. */
  ANSWERED,
  /** Within the transaction that settles, which is not committed. */
  SETTLING,
  /** Within the same transaction, after the notices of it were written. */
  NOTICE_QUEUED,
  /** The settlement is committed; the order is not placed. */
  SETTLED,
  /** Right before the host is asked for the order. */
  BEFORE_ORDER,
  /** The host has the order; we have no note of it. */
  AFTER_ORDER,
  /** The notice is marked as being sent; the mail server has not heard of it. */
  BEFORE_MAIL,
  /** The mail server has the mail; we have no note of it. */
  AFTER_MAIL
}
