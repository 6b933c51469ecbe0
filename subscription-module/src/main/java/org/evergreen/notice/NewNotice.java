package org.evergreen.notice;

import java.util.Map;
import org.evergreen.storefront.CustomerId;

/**
 * Something a customer is to be told.
 *
 * @param dedupeKey names the occasion for all time, for example {@code renewal-paid-4711}; a second
 *     notice with the same key is not sent. At most 160 characters
 * @param payload ids and facts that the text is made of; no personal data
 */
public record NewNotice(
    NoticeKind kind, String dedupeKey, CustomerId customer, Map<String, String> payload) {

  private static final int LONGEST_KEY = 160;

  public NewNotice {
    if (dedupeKey.isBlank() || dedupeKey.length() > LONGEST_KEY) {
      throw new IllegalArgumentException(
          "A notice's key is 1 to " + LONGEST_KEY + " characters, not '" + dedupeKey + "'");
    }
    payload = Map.copyOf(payload);
  }
}
