package org.evergreen.change;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Names a quote: when it was made, and a fingerprint of everything in it. It holds no secret: what
 * is confirmed is worked out anew, and the token only says whether it is what was shown.
 */
public final class QuoteToken {

  /** How long a quote can be confirmed. */
  public static final Duration LIFE = Duration.ofMinutes(10);

  private static final Pattern FORM = Pattern.compile("([0-9]{1,18})\\.([0-9a-f]{64})");

  private QuoteToken() {}

  /**
   * A token.
   *
   * @param parts all that was quoted, in a fixed order
   */
  public static String of(Instant quotedAt, List<String> parts) {
    return micros(quotedAt) + "." + fingerprint(parts);
  }

  /** When the quote was made; empty when it is no token, from the future, or has expired. */
  public static Optional<Instant> quotedAt(String token, Instant now) {
    Matcher matcher = FORM.matcher(token == null ? "" : token);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Instant at = Instant.EPOCH.plus(Long.parseLong(matcher.group(1)), ChronoUnit.MICROS);
    boolean fresh = !at.isAfter(now) && now.isBefore(at.plus(LIFE));
    return fresh ? Optional.of(at) : Optional.empty();
  }

  private static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }

  static String fingerprint(List<String> parts) {
    String text =
        parts.stream().map(part -> part.length() + ":" + part).collect(Collectors.joining());
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java runtime has SHA-256", e);
    }
  }
}
