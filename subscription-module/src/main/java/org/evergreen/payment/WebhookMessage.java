package org.evergreen.payment;

/**
 * A webhook as it came over the wire.
 *
 * @param body exactly as it came
 * @param signature value of the gateway's signature header; empty when there was none
 */
public record WebhookMessage(byte[] body, String signature) {

  public WebhookMessage {
    signature = signature == null ? "" : signature;
  }

  @Override
  public String toString() {
    return "WebhookMessage[" + body.length + " bytes]";
  }
}
