package org.evergreen.webhook;

import com.stripe.net.Webhook;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;

/**
 * A webhook of Stripe as it travels.
 *
 * @param signature value of the header {@code Stripe-Signature}
 */
public record SignedBody(byte[] body, String signature) {

  /** What the shops of tests share with the senders of tests. */
  public static final String SECRET = "whsec_test";

  /** Signed by Stripe's own library. */
  public static SignedBody of(String body, String secret, Instant at) {
    String text = at.getEpochSecond() + "." + body;
    try {
      String v1 = Webhook.Util.computeHmacSha256(secret, text);
      String header = "t=" + at.getEpochSecond() + ",v1=" + v1;
      return new SignedBody(body.getBytes(StandardCharsets.UTF_8), header);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Signed with the secret that the shop knows. */
  public static SignedBody of(String body, Instant at) {
    return of(body, SECRET, at);
  }

  /** The body of an event about an object, with a shopper's address in it. */
  public static String event(String id, String type, String object, Instant created) {
    return """
        {"id": "%s", "object": "event", "type": "%s", "created": %d,
         "data": {"object": {"id": "%s", "receipt_email": "ada@example.com"}}}"""
        .formatted(id, type, created.getEpochSecond(), object);
  }
}
