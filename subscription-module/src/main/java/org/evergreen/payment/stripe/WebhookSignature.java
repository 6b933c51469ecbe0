package org.evergreen.payment.stripe;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Checks that a webhook comes from Stripe, was not changed on its way and is not an old one sent
 * again: its signature is over the exact bytes of the body and the time at which it was signed.
 */
final class WebhookSignature {

  /** By how much the time of the signature may differ from the shop's, both ways. */
  public static final Duration TOLERANCE = Duration.ofSeconds(300);

  /** The most bytes that a body may have. */
  public static final int LARGEST_BODY = 1024 * 1024;

  private static final String HMAC = "HmacSHA256";
  private static final int MOST_SIGNATURES = 20;

  private final byte[] secret;

  /**
   * A check for one endpoint.
   *
   * @param secret the endpoint's signing secret, {@code whsec_...}
   * @throws IllegalArgumentException if there is none, which would let anybody sign
   */
  public WebhookSignature(String secret) {
    if (secret.isBlank()) {
      throw new IllegalArgumentException(
          "Webhooks cannot be checked without a secret; set evergreen.stripe.webhook-secret");
    }
    this.secret = secret.getBytes(StandardCharsets.UTF_8);
  }

  /** What a check came to. */
  public enum Verdict {
    GENUINE,
    /** There is no signature, or it has no time. */
    MISSING,
    /** The body, the time or the secret is another one. */
    WRONG,
    /** Signed too long ago; perhaps somebody sends an old one again. */
    TOO_OLD,
    /** Signed too far in the future; a clock is wrong. */
    FROM_THE_FUTURE,
    /** Larger than any event of Stripe; not looked at. */
    TOO_LARGE
  }

  /**
   * Checks a webhook.
   *
   * @param body exactly as it came
   * @param header the header {@code Stripe-Signature}, which may be null
   */
  public Verdict check(byte[] body, String header, Instant now) {
    if (body.length > LARGEST_BODY) {
      return Verdict.TOO_LARGE;
    }
    List<String> signatures = parts(header, "v1");
    Optional<Long> signedAt = signedAt(header);
    if (signatures.isEmpty() || signedAt.isEmpty()) {
      return Verdict.MISSING;
    }
    byte[] expected = sign(signedAt.get(), body);
    boolean genuine = signatures.stream().anyMatch(signature -> isSame(expected, signature));
    return genuine ? inTime(signedAt.get(), now) : Verdict.WRONG;
  }

  private static Verdict inTime(long signedAt, Instant now) {
    long age = now.getEpochSecond() - signedAt;
    if (age > TOLERANCE.toSeconds()) {
      return Verdict.TOO_OLD;
    }
    return -age > TOLERANCE.toSeconds() ? Verdict.FROM_THE_FUTURE : Verdict.GENUINE;
  }

  private byte[] sign(long signedAt, byte[] body) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(secret, HMAC));
      mac.update((signedAt + ".").getBytes(StandardCharsets.UTF_8));
      return mac.doFinal(body);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Every Java has " + HMAC, impossible);
    }
  }

  /** Takes the same time whatever the signature, so that it cannot be found byte by byte. */
  private static boolean isSame(byte[] expected, String signature) {
    try {
      return MessageDigest.isEqual(expected, HexFormat.of().parseHex(signature));
    } catch (IllegalArgumentException notHex) {
      return false;
    }
  }

  private static Optional<Long> signedAt(String header) {
    List<String> times = parts(header, "t");
    boolean one = times.size() == 1 && times.get(0).matches("\\d{1,12}");
    return one ? Optional.of(Long.valueOf(times.get(0))) : Optional.empty();
  }

  private static List<String> parts(String header, String name) {
    List<String> values = new ArrayList<>();
    if (header == null) {
      return values;
    }
    for (String part : header.split(",", MOST_SIGNATURES)) {
      String trimmed = part.strip();
      if (trimmed.startsWith(name + "=")) {
        values.add(trimmed.substring(name.length() + 1));
      }
    }
    return values;
  }
}
