package org.evergreen.broadleaf.checkout;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.broadleafcommerce.core.offer.domain.Offer;
import org.broadleafcommerce.core.offer.domain.OfferCode;
import org.broadleafcommerce.core.offer.domain.OrderAdjustment;
import org.broadleafcommerce.core.offer.service.type.OfferDiscountType;
import org.broadleafcommerce.core.offer.service.type.OfferType;
import org.broadleafcommerce.core.order.domain.Order;
import org.evergreen.checkout.AgreedDiscount;
import org.evergreen.money.Percentage;
import org.evergreen.money.Rounding;
import org.evergreen.terms.RecurringDiscount;
import org.evergreen.terms.RecurringDiscount.Reduction;
import org.joda.money.CurrencyUnit;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;

/**
 * Broadleaf's offers that a merchant has marked as recurring. An offer applies to the order it is
 * used in; a marked one goes on to reduce the payments of the subscriptions that the order starts.
 * Only offers on the whole order can be marked, of a percentage or an amount.
 */
public class RecurringOffers {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final String MARKS =
      "select offer_id, payments from evergreen_broadleaf_recurring_offer"
          + " where offer_id in (:offers)";

  private final NamedParameterJdbcOperations jdbc;

  public RecurringOffers(NamedParameterJdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /** The discounts that a cart or an order brings into its subscriptions. */
  public List<AgreedDiscount> of(Order order) {
    Map<Long, Offer> used = used(order);
    if (used.isEmpty()) {
      return List.of();
    }
    CurrencyUnit currency = CurrencyUnit.of(order.getCurrency().getCurrencyCode());
    Map<Long, OptionalInt> marks = marks(used);
    return used.values().stream()
        .filter(offer -> marks.containsKey(offer.getId()))
        .flatMap(offer -> agreed(offer, marks.get(offer.getId()), currency).stream())
        .toList();
  }

  /** A code that finds nothing to reduce in a trial holds for the payments after it. */
  private static Map<Long, Offer> used(Order order) {
    Map<Long, Offer> used = new LinkedHashMap<>();
    for (OrderAdjustment adjustment : order.getOrderAdjustments()) {
      used.put(adjustment.getOffer().getId(), adjustment.getOffer());
    }
    if (order.getSubTotal() == null || order.getSubTotal().isZero()) {
      for (OfferCode code : order.getAddedOfferCodes()) {
        used.put(code.getOffer().getId(), code.getOffer());
      }
    }
    return used;
  }

  private Map<Long, OptionalInt> marks(Map<Long, Offer> used) {
    Map<Long, OptionalInt> marks = new HashMap<>();
    RowCallbackHandler mark =
        row -> {
          int payments = row.getInt("payments");
          marks.put(
              row.getLong("offer_id"),
              row.wasNull() ? OptionalInt.empty() : OptionalInt.of(payments));
        };
    jdbc.query(MARKS, Map.of("offers", used.keySet()), mark);
    return marks;
  }

  private static Optional<AgreedDiscount> agreed(
      Offer offer, OptionalInt payments, CurrencyUnit currency) {
    if (!OfferType.ORDER.equals(offer.getType())) {
      return Optional.empty();
    }
    return reduction(offer.getDiscountType(), offer.getValue(), currency)
        .map(reduction -> new RecurringDiscount(offer.getName(), reduction, payments))
        .map(discount -> new AgreedDiscount(discount, "offer-" + offer.getId()));
  }

  private static Optional<Reduction> reduction(
      OfferDiscountType type, BigDecimal value, CurrencyUnit currency) {
    if (value.signum() <= 0) {
      return Optional.empty();
    }
    if (OfferDiscountType.PERCENT_OFF.equals(type)) {
      return Optional.of(new Reduction.Percent(new Percentage(value.min(HUNDRED))));
    }
    return OfferDiscountType.AMOUNT_OFF.equals(type)
        ? Optional.of(new Reduction.Amount(Rounding.round(currency, value)))
        : Optional.empty();
  }
}
