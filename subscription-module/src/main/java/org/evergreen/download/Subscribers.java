package org.evergreen.download;

import java.util.List;
import java.util.Optional;
import org.evergreen.storefront.CustomerId;
import org.evergreen.storefront.Customers;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.subscription.SubscriptionQueries;

/** Who has a part in a subscription: the one who pays, and the one it was given to. */
public class Subscribers {
  private final Customers customers;
  private final SubscriptionQueries queries;

  public Subscribers(Customers customers, SubscriptionQueries queries) {
    this.customers = customers;
    this.queries = queries;
  }

  /** A subscription that this customer owns or was given; empty for anybody else's. */
  public Optional<Subscription> find(CustomerId customer, SubscriptionId id) {
    return queries
        .find(id)
        .filter(found -> found.customer().equals(customer) || isFor(customer, found));
  }

  /** The subscriptions that others pay for him, newest first. */
  public List<Subscription> given(CustomerId customer) {
    return email(customer).map(queries::forRecipient).orElse(List.of()).stream()
        .filter(found -> !found.customer().equals(customer))
        .toList();
  }

  private boolean isFor(CustomerId customer, Subscription subscription) {
    return subscription.recipient().isPresent()
        && email(customer)
            .filter(email -> subscription.recipient().get().email().equalsIgnoreCase(email))
            .isPresent();
  }

  private Optional<String> email(CustomerId customer) {
    return customers.verifiedEmail(customer).filter(email -> !email.isBlank());
  }
}
