package org.evergreen.plan;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.evergreen.money.StoredMoney;
import org.evergreen.terms.PriceRule;

/** A price rule in the columns of a plan, without its currency. */
@Embeddable
class StoredPrice {

  private enum Kind {
    PERCENT_OFF,
    AMOUNT_OFF,
    OWN_PRICE
  }

  @Enumerated(EnumType.STRING)
  @Column(name = "price_kind")
  private Kind kind;

  @Column(name = "price_value")
  private BigDecimal value;

  @Column(name = "sale_price")
  private BigDecimal salePrice;

  @Column(name = "sale_from")
  private Instant saleFrom;

  @Column(name = "sale_until")
  private Instant saleUntil;

  protected StoredPrice() {}

  StoredPrice(PriceRule rule) {
    if (rule instanceof PriceRule.PercentOff percentOff) {
      kind = Kind.PERCENT_OFF;
      value = percentOff.percent();
    } else if (rule instanceof PriceRule.AmountOff amountOff) {
      kind = Kind.AMOUNT_OFF;
      value = amountOff.amount().getAmount();
    } else if (rule instanceof PriceRule.OwnPrice ownPrice) {
      kind = Kind.OWN_PRICE;
      value = ownPrice.price().getAmount();
      ownPrice.sale().ifPresent(this::keep);
    }
  }

  private void keep(PriceRule.Sale sale) {
    salePrice = sale.price().getAmount();
    saleFrom = sale.from().orElse(null);
    saleUntil = sale.until().orElse(null);
  }

  PriceRule rule(String currency) {
    return switch (kind) {
      case PERCENT_OFF -> new PriceRule.PercentOff(value);
      case AMOUNT_OFF -> new PriceRule.AmountOff(StoredMoney.of(currency, value));
      case OWN_PRICE -> new PriceRule.OwnPrice(StoredMoney.of(currency, value), sale(currency));
    };
  }

  private Optional<PriceRule.Sale> sale(String currency) {
    return Optional.ofNullable(salePrice)
        .map(
            price ->
                new PriceRule.Sale(
                    StoredMoney.of(currency, price),
                    Optional.ofNullable(saleFrom),
                    Optional.ofNullable(saleUntil)));
  }
}
