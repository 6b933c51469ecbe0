package org.evergreen.site.account;

import java.util.List;
import java.util.Optional;
import org.evergreen.storefront.CustomerId;
import org.evergreen.storefront.Customers;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.subscription.SubscriptionQueries;
import org.springframework.security.access.AccessDeniedException;

/** The subscriptions of the customer who has signed in, and no others. */
class OwnSubscriptions {
  private static final String NUMBER = "[1-9][0-9]{0,17}";

  private final Customers customers;
  private final SubscriptionQueries queries;

  OwnSubscriptions(Customers customers, SubscriptionQueries queries) {
    this.customers = customers;
    this.queries = queries;
  }

  /** All of them, newest first. */
  List<Subscription> all() {
    return queries.ofCustomer(customer());
  }

  /**
   * The one with this number.
   *
   * @param number from the address bar, may be anything
   * @throws SubscriptionNotFoundException if he has none with this number
   */
  Subscription find(String number) {
    CustomerId customer = customer();
    return Optional.of(number)
        .filter(text -> text.matches(NUMBER))
        .map(text -> new SubscriptionId(Long.parseLong(text)))
        .flatMap(id -> queries.find(customer, id))
        .orElseThrow(SubscriptionNotFoundException::new);
  }

  /** Spring Security sends a visitor who is not signed in to the host's login page. */
  private CustomerId customer() {
    return customers
        .signedIn()
        .orElseThrow(() -> new AccessDeniedException("Sign in to see your subscriptions"));
  }
}
