package org.evergreen.subscription;

import java.util.Optional;
import java.util.Set;
import org.evergreen.storefront.CustomerId;

/**
 * What the merchant looks for.
 *
 * @param text a subscription's number, a customer's key, or part of the name of a product or plan;
 *     blank finds all
 * @param customers those who match the text in the host's eyes; their subscriptions are found too
 * @param status only these, or empty for all
 * @param page from 0
 * @param size subscriptions per page, 1 to 200
 */
public record SubscriptionSearch(
    String text,
    Set<CustomerId> customers,
    Optional<SubscriptionStatus> status,
    int page,
    int size) {

  private static final int MAX_SIZE = 200;
  private static final int MAX_PAGE = 1_000_000;

  public SubscriptionSearch {
    text = text == null ? "" : text.strip();
    customers = Set.copyOf(customers);
    page = Math.max(0, Math.min(page, MAX_PAGE));
    size = Math.max(1, Math.min(size, MAX_SIZE));
  }

  /** A search without the host's help. */
  public SubscriptionSearch(String text, Optional<SubscriptionStatus> status, int page, int size) {
    this(text, Set.of(), status, page, size);
  }
}
