package org.evergreen.renewal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.evergreen.money.Rounding;
import org.evergreen.subscription.SubscriptionId;
import org.joda.money.Money;

/**
 * How subscriptions that are paid together share what their parcel costs: in proportion to the
 * amounts of those that ship at a charge, equally when these come to nothing. The shares' sum is
 * the whole, to the minor unit.
 */
final class ShippingShares {

  /**
   * A subscription that is paid with others.
   *
   * @param amount of its lines
   * @param ships whether it ships at a charge
   */
  record Part(SubscriptionId subscription, Money amount, boolean ships) {}

  private ShippingShares() {}

  /** The share of each; one that has none is left out. */
  static Map<SubscriptionId, Money> of(Money whole, List<Part> parts) {
    List<Part> sharing = parts.stream().filter(Part::ships).toList();
    List<Part> all = sharing.isEmpty() ? parts : sharing;
    boolean equally = all.stream().allMatch(part -> part.amount().isZero());
    BigDecimal sum =
        all.stream().map(p -> weight(p, equally)).reduce(BigDecimal.ZERO, BigDecimal::add);
    Map<SubscriptionId, Money> shares = new HashMap<>();
    BigDecimal upTo = BigDecimal.ZERO;
    Money given = Money.zero(whole.getCurrencyUnit());
    for (Part part : all) {
      upTo = upTo.add(weight(part, equally));
      Money givenNow = part(whole, upTo, sum);
      shares.put(part.subscription(), givenNow.minus(given));
      given = givenNow;
    }
    return shares;
  }

  private static BigDecimal weight(Part part, boolean equally) {
    return equally ? BigDecimal.ONE : part.amount().getAmount();
  }

  private static Money part(Money whole, BigDecimal upTo, BigDecimal sum) {
    BigDecimal exact = whole.getAmount().multiply(upTo).divide(sum, MathContext.DECIMAL128);
    return Rounding.round(whole.getCurrencyUnit(), exact);
  }
}
