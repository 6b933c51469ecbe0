package org.evergreen.settings;

import java.util.Objects;

/**
 * What is written before something happens, and where the merchant is written to. See
 * docs/09-emails.md.
 *
 * @param upcoming before a renewal is charged
 * @param bankDebitDays as many days before one that a bank account pays, since banks ask for it
 * @param trial before a trial ends and the first payment is due
 * @param term before a subscription ends whose payments have all been made
 * @param card before a payment for which the card will have expired
 * @param merchantEmail the merchant's address; empty when he is not written to
 */
public record NoticeRules(
    Reminder upcoming,
    int bankDebitDays,
    Reminder trial,
    Reminder term,
    Reminder card,
    String merchantEmail) {

  public static final int MAX_DAYS = 60;

  /**
   * A mail before something happens.
   *
   * @param on whether it is written
   * @param days how many calendar days of the shop before, from 1
   */
  public record Reminder(boolean on, int days) {

    public Reminder {
      requireDays(days);
    }
  }

  public NoticeRules {
    requireDays(bankDebitDays);
    Objects.requireNonNull(merchantEmail, "merchantEmail");
  }

  private static void requireDays(int days) {
    if (days < 1 || days > MAX_DAYS) {
      throw new IllegalArgumentException(
          "A reminder is written 1 to " + MAX_DAYS + " days before, not " + days);
    }
  }

  /** All are written; the merchant is not, since nobody knows his address. */
  public static NoticeRules defaults() {
    return new NoticeRules(
        new Reminder(true, 3),
        14,
        new Reminder(true, 3),
        new Reminder(true, 7),
        new Reminder(true, 14),
        "");
  }

  /** The longest time before something happens that anything is written. */
  public int longestDays() {
    int payments = Math.max(Math.max(upcoming.days(), bankDebitDays), trial.days());
    return Math.max(payments, Math.max(term.days(), card.days()));
  }
}
