package org.evergreen.checkout;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evergreen.settings.CheckoutRules;
import org.evergreen.settings.Settings;
import org.evergreen.storefront.CustomerId;

/** What a cart may hold: the merchant's settings and the purchase limits of the plans. */
public class CartRules {

  private final PurchaseLimits limits;
  private final Settings settings;

  CartRules(PurchaseLimits limits, Settings settings) {
    this.limits = limits;
    this.settings = settings;
  }

  /** Whether a line may be given to somebody else. */
  public boolean allowsGifts() {
    return settings.current().checkout().gifts();
  }

  /**
   * What stands against a cart as a whole; a sentence for the shopper.
   *
   * @param lines all lines of the cart
   */
  public Optional<String> refusal(List<CartLine> lines) {
    CheckoutRules rules = settings.current().checkout();
    boolean plans = lines.stream().anyMatch(line -> line.offer().isPresent());
    boolean oneTime = lines.stream().anyMatch(line -> line.offer().isEmpty());
    return !rules.mixing() && plans && oneTime
        ? Optional.of(
            "Subscriptions and one-time purchases cannot be bought with one order here. Please buy"
                + " them one after the other.")
        : Optional.empty();
  }

  /**
   * What stands against single lines.
   *
   * @param customer empty before sign-in
   * @return a sentence for the shopper by key of the line
   */
  public Map<String, String> refusals(Optional<CustomerId> customer, List<CartLine> lines) {
    Map<String, String> refusals = new LinkedHashMap<>(limits.check(customer, lines));
    if (!allowsGifts()) {
      lines.stream()
          .filter(line -> line.gift().isPresent())
          .forEach(
              line ->
                  refusals.put(
                      line.key(),
                      "Gifts are not offered any more. Please buy "
                          + line.sku().name()
                          + " for yourself or remove it."));
    }
    return refusals;
  }
}
