package org.evergreen.site.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evergreen.site.words.Fact;
import org.evergreen.site.words.SiteWords;
import org.evergreen.site.words.SubscriptionInWords;
import org.evergreen.storefront.CustomerId;
import org.evergreen.storefront.CustomerProfile;
import org.evergreen.storefront.Customers;
import org.evergreen.subscription.Addresses;
import org.evergreen.subscription.Subscription;

/** Writes subscriptions for those who were given them. */
class Gifts {
  private final Customers customers;
  private final Addresses addresses;
  private final SubscriptionInWords inWords;
  private final SiteWords words;

  Gifts(Customers customers, Addresses addresses, SubscriptionInWords inWords, SiteWords words) {
    this.customers = customers;
    this.addresses = addresses;
    this.inWords = inWords;
    this.words = words;
  }

  List<Gift> of(List<Subscription> given) {
    List<CustomerId> givers = given.stream().map(Subscription::customer).distinct().toList();
    Map<CustomerId, CustomerProfile> profiles =
        givers.isEmpty() ? Map.of() : customers.profiles(givers);
    return given.stream()
        .map(each -> gift(each, Optional.ofNullable(profiles.get(each.customer()))))
        .toList();
  }

  private Gift gift(Subscription subscription, Optional<CustomerProfile> giver) {
    String from =
        giver
            .map(CustomerProfile::firstName)
            .filter(name -> !name.isBlank())
            .map(name -> "A gift from " + name)
            .orElse("A gift");
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Since", words.date(subscription.startedAt())));
    facts.add(next(subscription));
    return new Gift(
        subscription.id(),
        subscription.status(),
        inWords.title(subscription),
        from + ", " + words.every(subscription.interval()),
        facts,
        address(subscription));
  }

  private Fact next(Subscription subscription) {
    return switch (subscription.status()) {
      case TRIALING, ACTIVE ->
          subscription
              .nextPaymentAt()
              .map(at -> new Fact("Next", words.date(at)))
              .orElseGet(() -> new Fact("Runs until", inWords.end(subscription)));
      case PAST_DUE -> new Fact("Next", "waits for a payment of the giver");
      default -> inWords.whatIsNext(subscription);
    };
  }

  private List<String> address(Subscription subscription) {
    return subscription
        .shipTo()
        .map(id -> addresses.byId(List.of(id)).get(id))
        .map(words::address)
        .orElse(List.of());
  }
}
