package org.evergreen.site.selfservice;

import java.util.List;
import java.util.Optional;
import org.evergreen.site.price.RenewalPrice;
import org.evergreen.site.price.RenewalPrices;
import org.evergreen.site.words.SiteWords;
import org.evergreen.storefront.PostalAddress;
import org.evergreen.subscription.Subscription;

/** What another address does to the price: tax and shipping depend on it. */
class AddressPrices {
  private final RenewalPrices prices;
  private final SiteWords words;

  AddressPrices(RenewalPrices prices, SiteWords words) {
    this.prices = prices;
    this.words = words;
  }

  /**
   * The new price next to the old one in a sentence; empty when it cannot be sent there.
   *
   * @param named whether the sentence says which subscription it is about
   */
  Optional<String> compared(Subscription subscription, PostalAddress address, boolean named) {
    RenewalPrice now = prices.of(List.of(subscription)).get(subscription.id());
    String what = named ? "Subscription " + subscription.id() + ": each" : "Each";
    return prices.shippedTo(subscription, address).map(then -> what + compared(now, then));
  }

  private String compared(RenewalPrice now, RenewalPrice then) {
    String parts =
        " (with shipping of "
            + words.money(then.shipping())
            + " and tax of "
            + words.money(then.tax())
            + ")";
    return now.complete() && now.total().isEqual(then.total())
        ? " payment costs the same as before: " + words.money(then.total()) + parts + "."
        : " payment then costs " + words.money(then.total()) + parts + before(now) + ".";
  }

  private String before(RenewalPrice now) {
    return now.complete() ? ", before it was " + words.money(now.total()) : "";
  }
}
