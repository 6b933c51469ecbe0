package org.evergreen.checkout;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.evergreen.checkout.PastSubscriptions.Past;
import org.evergreen.plan.PlanOffer;
import org.evergreen.storefront.CustomerId;
import org.evergreen.storefront.ProductId;
import org.evergreen.terms.Trial;

/**
 * One trial per customer and product, for plans that ask for it: who had one gets the same offer
 * without its trial, and his first payment is due with the order.
 */
public class TrialRights {

  private final PastSubscriptions past;

  TrialRights(PastSubscriptions past) {
    this.past = past;
  }

  /**
   * The lines under the offers that this customer gets.
   *
   * @param customer empty before sign-in: then he is taken for a new one
   */
  public List<CartLine> apply(Optional<CustomerId> customer, List<CartLine> lines) {
    Set<ProductId> used = customer.map(id -> used(id, lines)).orElseGet(HashSet::new);
    List<CartLine> granted = new ArrayList<>();
    for (CartLine line : lines) {
      boolean late = isOnce(line) && !used.add(line.sku().productId());
      granted.add(late ? line.under(line.offer().orElseThrow().withoutTrial()) : line);
    }
    return granted;
  }

  /** The offer that this customer gets on a product. */
  public PlanOffer apply(CustomerId customer, ProductId product, PlanOffer offer) {
    boolean asked = offer.trial().filter(Trial::oncePerCustomer).isPresent();
    boolean late = asked && past.of(customer, List.of(product)).stream().anyMatch(Past::usedTrial);
    return late ? offer.withoutTrial() : offer;
  }

  private Set<ProductId> used(CustomerId customer, List<CartLine> lines) {
    List<ProductId> asked =
        lines.stream().filter(TrialRights::isOnce).map(line -> line.sku().productId()).toList();
    return past.of(customer, asked).stream()
        .filter(Past::usedTrial)
        .map(Past::product)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static boolean isOnce(CartLine line) {
    return line.offer().flatMap(PlanOffer::trial).filter(Trial::oncePerCustomer).isPresent();
  }
}
