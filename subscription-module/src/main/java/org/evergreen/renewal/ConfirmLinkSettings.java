package org.evergreen.renewal;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Links with which shoppers confirm payments.
 *
 * @param shopUrl where the shop is on the web
 * @param secret what links are signed with, at least 32 characters; without one the shop makes a
 *     key and keeps it in its database
 * @param life how long a link holds
 */
public record ConfirmLinkSettings(URI shopUrl, Optional<String> secret, Duration life) {

  private static final int SHORTEST_SECRET = 32;

  public ConfirmLinkSettings {
    if (secret.filter(text -> text.length() < SHORTEST_SECRET).isPresent()) {
      throw new IllegalArgumentException(
          "The secret that links are signed with has at least "
              + SHORTEST_SECRET
              + " characters; leave evergreen.shop.link-secret empty to have one made");
    }
    if (life.isNegative() || life.isZero()) {
      throw new IllegalArgumentException("A link holds for some time, not " + life);
    }
  }

  /** Links that hold for 14 days, longer than a payment is asked for by default. */
  public static ConfirmLinkSettings of(URI shopUrl, Optional<String> secret) {
    return new ConfirmLinkSettings(shopUrl, secret, Duration.ofDays(14));
  }

  @Override
  public String toString() {
    return "ConfirmLinkSettings[" + shopUrl + ", " + life + "]";
  }
}
