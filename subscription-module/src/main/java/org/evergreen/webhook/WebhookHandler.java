package org.evergreen.webhook;

/**
 * Works off one type of event of one gateway. It is called outside of database transactions, any
 * number of times for an event, in any order and on several nodes at once: it reads the object at
 * the gateway and moves the shop forward to that, never back. A host adds its own as beans.
 */
public interface WebhookHandler {

  /** The gateway that sends it. */
  String gateway();

  /** The gateway's name of what happened. */
  String type();

  /**
   * Works an event off. A failure that is thrown is tried again later like {@link Handled.NotYet}.
   */
  Handled handle(WebhookEvent event);
}
