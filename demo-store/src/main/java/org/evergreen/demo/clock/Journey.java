package org.evergreen.demo.clock;

import java.time.Instant;
import java.util.List;
import org.joda.money.Money;

/**
 * A move of the clock: what is known of it so far, or in the end.
 *
 * @param state whether it goes on
 * @param from where the clock stood
 * @param target where it goes
 * @param now where it has come to
 * @param paid charges of renewals that were paid
 * @param amount what they came to
 * @param refused charges of renewals that were refused
 * @param orders orders that renewals have made
 * @param mails mails that were sent
 * @param charges the latest charges, latest first
 * @param problem why it ended early; empty when it did not
 */
public record Journey(
    State state,
    Instant from,
    Instant target,
    Instant now,
    int paid,
    Money amount,
    int refused,
    int orders,
    int mails,
    List<ChargeNote> charges,
    String problem) {

  /** Whether it goes on. */
  public enum State {
    UNDER_WAY,
    ARRIVED,
    STOPPED
  }

  /**
   * A charge that was settled on the way.
   *
   * @param outcome in plain words
   */
  public record ChargeNote(Instant at, Money amount, String outcome) {}

  public Journey {
    charges = List.copyOf(charges);
  }

  public boolean isUnderWay() {
    return state == State.UNDER_WAY;
  }
}
