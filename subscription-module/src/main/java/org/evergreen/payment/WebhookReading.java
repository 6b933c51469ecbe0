package org.evergreen.payment;

/** What a gateway reads in a webhook. */
public sealed interface WebhookReading {

  /** It comes from the gateway, unchanged and in time. */
  record Genuine(GatewayEvent event) implements WebhookReading {}

  /**
   * It is not acted on.
   *
   * @param text one sentence for the log, without anything of the body
   */
  record Refused(Reason reason, String text) implements WebhookReading {}

  /** Why a webhook is not acted on. */
  enum Reason {
    /** This gateway sends none, or the shop has no secret to check them with. */
    NOT_SET_UP,
    /** There is no signature, or it has no time. */
    NOT_SIGNED,
    /** The body, the time or the secret is another one. */
    WRONG_SIGNATURE,
    /** Signed too long ago; perhaps somebody sends an old one again. */
    TOO_OLD,
    /** Signed too far in the future; a clock is wrong. */
    FROM_THE_FUTURE,
    /** Larger than any event; not looked at. */
    TOO_LARGE,
    /** Signed by the gateway, but no event: cut off or not understood. */
    UNREADABLE
  }
}
