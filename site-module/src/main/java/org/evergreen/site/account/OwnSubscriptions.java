package org.evergreen.site.account;

import java.util.List;
import java.util.Optional;
import org.evergreen.download.Subscribers;
import org.evergreen.storefront.CustomerId;
import org.evergreen.storefront.Customers;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.subscription.SubscriptionQueries;
import org.evergreen.subscription.SubscriptionStatus;
import org.springframework.security.access.AccessDeniedException;

/** The subscriptions of the customer who has signed in, and no others. */
class OwnSubscriptions {
  private static final String NUMBER = "[1-9][0-9]{0,17}";

  private final Customers customers;
  private final SubscriptionQueries queries;
  private final Subscribers subscribers;

  OwnSubscriptions(Customers customers, SubscriptionQueries queries, Subscribers subscribers) {
    this.customers = customers;
    this.queries = queries;
    this.subscribers = subscribers;
  }

  /**
   * A subscription that the customer may look at.
   *
   * @param own whether he pays it; otherwise it was given to him
   */
  record Visible(Subscription subscription, boolean own) {}

  /** All of them, newest first, but for those whose first order was given up unpaid. */
  List<Subscription> all() {
    return queries.ofCustomer(customer()).stream().filter(OwnSubscriptions::everBegan).toList();
  }

  private static boolean everBegan(Subscription subscription) {
    return subscription.status() != SubscriptionStatus.CANCELLED
        || subscription.paidUntil().isPresent();
  }

  /** Those that others pay for him, newest first. */
  List<Subscription> given() {
    return subscribers.given(customer());
  }

  /**
   * The one with this number.
   *
   * @param number from the address bar, may be anything
   * @throws SubscriptionNotFoundException if he has none with this number
   */
  Subscription find(String number) {
    CustomerId customer = customer();
    return id(number)
        .flatMap(id -> queries.find(customer, id))
        .orElseThrow(SubscriptionNotFoundException::new);
  }

  /**
   * The one with this number that is his or was given to him.
   *
   * @throws SubscriptionNotFoundException if there is none with this number
   */
  Visible visible(String number) {
    CustomerId customer = customer();
    return id(number)
        .flatMap(id -> subscribers.find(customer, id))
        .map(found -> new Visible(found, found.customer().equals(customer)))
        .orElseThrow(SubscriptionNotFoundException::new);
  }

  private static Optional<SubscriptionId> id(String number) {
    return Optional.of(number)
        .filter(text -> text.matches(NUMBER))
        .map(text -> new SubscriptionId(Long.parseLong(text)));
  }

  /** Spring Security sends a visitor who is not signed in to the host's login page. */
  CustomerId customer() {
    return customers
        .signedIn()
        .orElseThrow(() -> new AccessDeniedException("Sign in to see your subscriptions"));
  }
}
