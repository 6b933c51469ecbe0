package org.evergreen.payment.stripe;

import com.stripe.net.RequestOptions;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.evergreen.payment.IdempotencyKey;

/**
 * The idempotency keys that Stripe gets. An account may serve several shops, or a shop whose
 * database began anew, so a key has Stripe's own name of what it is about at its end.
 */
final class StripeKeys {

  private static final int LONGEST = 255;

  private StripeKeys() {}

  /** The same each time: asked twice, Stripe acts once. */
  static RequestOptions stable(IdempotencyKey key, String about) {
    return options(key.value() + ":" + about);
  }

  /** For a request that may be repeated with another result; only the client's retries share it. */
  static RequestOptions once(String what) {
    return options(what + ":" + UUID.randomUUID());
  }

  private static RequestOptions options(String key) {
    String fitting = key.length() <= LONGEST ? key : hash(key);
    return RequestOptions.builder().setIdempotencyKey(fitting).build();
  }

  private static String hash(String key) {
    try {
      byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java has SHA-256", impossible);
    }
  }
}
