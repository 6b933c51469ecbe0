package org.evergreen.site.action;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.evergreen.subscription.Seen;
import org.evergreen.subscription.Subscription;

/**
 * Stands for a preview that was shown: it goes to the browser with the page and comes back with the
 * confirmation, so that nothing else happens than the shopper has seen.
 *
 * @param version of the subscription
 * @param effect fingerprint of answers, sentences and amounts
 * @param quote the engine's own token, empty when there is none
 */
public record SeenToken(long version, String effect, String quote) {
  private static final Pattern FORM =
      Pattern.compile("([0-9]{1,18})\\.([0-9a-f]{32})\\.(.{0,300})");
  private static final int LENGTH = 32;

  /** The token of a preview. */
  static SeenToken of(
      Subscription subscription,
      String slug,
      List<Field> fields,
      Answers answers,
      Preview.Ready ready) {
    StringBuilder text = new StringBuilder(slug).append('\n').append(subscription.id());
    fields.stream()
        .filter(Field::changesTheEffect)
        .forEach(
            field ->
                text.append('\n')
                    .append(field.name())
                    .append('=')
                    .append(answers.text(field.name())));
    ready.sentences().forEach(sentence -> text.append('\n').append(sentence));
    ready.dueNow().ifPresent(due -> text.append('\n').append(due));
    text.append('\n').append(ready.working().asText());
    return new SeenToken(
        subscription.version(), fingerprint(text.toString()), ready.quote().orElse(""));
  }

  /** A token as it came back; empty when it is none. */
  public static Optional<SeenToken> parse(String text) {
    Matcher form = FORM.matcher(text);
    return form.matches()
        ? Optional.of(new SeenToken(Long.parseLong(form.group(1)), form.group(2), form.group(3)))
        : Optional.empty();
  }

  /** The subscription as it was seen. */
  Seen seen(Subscription subscription) {
    return new Seen(subscription.id(), OptionalLong.of(version));
  }

  /**
   * Whether confirming this one now has the effect that was seen. With a quote the engine looks at
   * that itself.
   */
  boolean standsFor(SeenToken now) {
    return version == now.version && (!quote.isEmpty() || effect.equals(now.effect));
  }

  private static String fingerprint(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java runtime has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return version + "." + effect + "." + quote;
  }
}
