package org.evergreen.storefront;

import java.util.List;
import org.joda.money.Money;

/** The host's answer to a {@link QuoteRequest}. */
public sealed interface Quote {

  /** The reference of the request. */
  String reference();

  /**
   * The order costs this much.
   *
   * @param shipping before tax
   * @param shippingTax tax on shipping
   * @param total sum of all lines, shipping and taxes: what is charged
   */
  record Priced(
      String reference, List<PricedLine> lines, Money shipping, Money shippingTax, Money total)
      implements Quote {

    public Priced {
      lines = List.copyOf(lines);
      Money sum = shipping.plus(shippingTax);
      for (PricedLine line : lines) {
        sum = sum.plus(line.amount()).plus(line.tax());
      }
      if (!sum.isEqual(total)) {
        throw new IllegalArgumentException(
            "Quote " + reference + " has parts of " + sum + " but a total of " + total);
      }
    }
  }

  /**
   * The order cannot be sold as it stands, for example because a product is gone.
   *
   * @param reason for the merchant, in plain words
   */
  record Refused(String reference, String reason) implements Quote {}

  /**
   * A priced line.
   *
   * @param key the key of the request's line
   * @param amount what the line costs after its discount, before tax
   * @param tax tax on the amount
   */
  record PricedLine(String key, Money amount, Money tax) {}
}
