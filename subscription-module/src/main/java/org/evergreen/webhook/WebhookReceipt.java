package org.evergreen.webhook;

/** What the shop answers to a webhook. */
public sealed interface WebhookReceipt {

  /**
   * Kept; the gateway need not send it again.
   *
   * @param first whether it came for the first time
   */
  record Accepted(boolean first) implements WebhookReceipt {}

  /**
   * Not kept; nothing was changed.
   *
   * @param sentence for the log and for whoever sent it; without anything of the body
   */
  record Refused(Reason reason, String sentence) implements WebhookReceipt {}

  /** Why a webhook was refused. */
  enum Reason {
    /** The shop has no gateway of that name, or one whose webhooks it cannot check. */
    UNKNOWN_GATEWAY,
    /** It is not signed, signed by somebody else, too old, from the future, or no event. */
    NOT_GENUINE,
    /** Larger than any event. */
    TOO_LARGE
  }
}
