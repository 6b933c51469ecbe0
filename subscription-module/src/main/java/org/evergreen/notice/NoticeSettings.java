package org.evergreen.notice;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;

/**
 * How customers are written to.
 *
 * @param shopName as customers know the shop
 * @param shopUrl where the shop is on the web
 * @param locale how amounts and dates are written to the merchant; customers have their own
 * @param accountPath page of a customer's subscriptions, from the shop's root; the number of a
 *     subscription is appended for its own page
 * @param attempts how often a mail is handed to the mail server before it is given up
 * @param retryAfter pause after the first attempt; each further one is four times as long
 */
public record NoticeSettings(
    String shopName,
    URI shopUrl,
    Locale locale,
    String accountPath,
    int attempts,
    Duration retryAfter) {

  private static final int GROWTH = 4;
  private static final Duration LONGEST_PAUSE = Duration.ofHours(12);

  public NoticeSettings {
    if (shopUrl.getScheme() == null || !shopUrl.getScheme().matches("https?")) {
      throw new IllegalArgumentException(
          "The shop's address begins with http:// or https://, not '" + shopUrl + "'");
    }
    if (locale.getLanguage().isEmpty()) {
      throw new IllegalArgumentException(
          "The shop's locale is a language tag, for example en-US, and names a language");
    }
    if (!accountPath.startsWith("/")) {
      throw new IllegalArgumentException(
          "The path of the customer's account begins with /, not '" + accountPath + "'");
    }
    if (attempts < 1 || retryAfter.isNegative() || retryAfter.isZero()) {
      throw new IllegalArgumentException(
          "Mails need at least one attempt and a pause between them, not "
              + attempts
              + " and "
              + retryAfter);
    }
  }

  /** Whether nothing more is tried after this attempt. */
  boolean isLast(int attempt) {
    return attempt >= attempts;
  }

  /** The pause after an attempt, counted from 1. */
  Duration pauseAfter(int attempt) {
    Duration pause = retryAfter;
    for (int i = 1; i < attempt && pause.compareTo(LONGEST_PAUSE) < 0; i++) {
      pause = pause.multipliedBy(GROWTH);
    }
    return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
  }

  /** The page of all subscriptions of the reader. */
  String accountLink() {
    return shopUrl.toString().replaceAll("/+$", "") + accountPath;
  }

  /** The page of one subscription. */
  String subscriptionLink(String number) {
    return accountLink() + "/" + number;
  }
}
