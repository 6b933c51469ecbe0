package org.evergreen.site.selfservice;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evergreen.storefront.PostalAddress;
import org.evergreen.subscription.Addresses;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionQueries;

/** The addresses that a shopper's subscriptions go to or went to. */
class KnownAddresses {
  private final SubscriptionQueries queries;
  private final Addresses addresses;

  KnownAddresses(SubscriptionQueries queries, Addresses addresses) {
    this.queries = queries;
    this.addresses = addresses;
  }

  /** Where it goes now. */
  Optional<PostalAddress> current(Subscription subscription) {
    return subscription.shipTo().map(id -> addresses.byId(List.of(id)).get(id));
  }

  /** By key, without the one that it goes to now. */
  Map<Long, PostalAddress> others(Subscription subscription) {
    List<Long> ids =
        queries.ofCustomer(subscription.customer()).stream()
            .flatMap(other -> other.shipTo().stream())
            .distinct()
            .filter(id -> !subscription.shipTo().equals(Optional.of(id)))
            .sorted()
            .toList();
    Map<Long, PostalAddress> found = addresses.byId(ids);
    Map<Long, PostalAddress> others = new LinkedHashMap<>();
    ids.stream().filter(found::containsKey).forEach(id -> others.put(id, found.get(id)));
    return others;
  }

  /**
   * The shopper's other subscriptions that move when he moves: they are not over, are shipped, and
   * go to himself. A gift moves alone, because it goes to somebody else.
   */
  List<Subscription> movingToo(Subscription subscription) {
    if (subscription.recipient().isPresent()) {
      return List.of();
    }
    return queries.ofCustomer(subscription.customer()).stream()
        .filter(other -> !other.id().equals(subscription.id()))
        .filter(other -> !other.status().isOver() && other.ships())
        .filter(other -> other.recipient().isEmpty())
        .toList();
  }
}
