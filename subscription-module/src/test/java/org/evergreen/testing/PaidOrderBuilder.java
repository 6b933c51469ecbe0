package org.evergreen.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evergreen.checkout.AgreedDiscount;
import org.evergreen.checkout.Gift;
import org.evergreen.checkout.PaidLine;
import org.evergreen.checkout.PaidOrder;
import org.evergreen.payment.PaymentMethodId;
import org.evergreen.plan.PlanOffer;
import org.evergreen.storefront.CustomerId;
import org.evergreen.storefront.OrderId;
import org.evergreen.storefront.PostalAddress;
import org.evergreen.storefront.Sku;
import org.evergreen.terms.RecurringDiscount;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Paid orders for tests; they ship to {@link FakeStorefront#address()} unless told otherwise. */
public final class PaidOrderBuilder {

  private final OrderId order;
  private final CustomerId customer;
  private final Instant paidAt;
  private final List<PaidLine> lines = new ArrayList<>();
  private final List<AgreedDiscount> discounts = new ArrayList<>();
  private Instant pricedAt;
  private Optional<PaymentMethodId> method = Optional.empty();
  private Optional<PostalAddress> shipTo = Optional.of(FakeStorefront.address());

  private PaidOrderBuilder(OrderId order, CustomerId customer, Instant paidAt) {
    this.order = order;
    this.customer = customer;
    this.paidAt = paidAt;
    this.pricedAt = paidAt;
  }

  public static PaidOrderBuilder order(String id, CustomerId customer, Instant paidAt) {
    return new PaidOrderBuilder(new OrderId(id), customer, paidAt);
  }

  public PaidOrderBuilder paidWith(PaymentMethodId stored) {
    method = Optional.of(stored);
    return this;
  }

  public PaidOrderBuilder shipTo(PostalAddress address) {
    shipTo = Optional.of(address);
    return this;
  }

  /** A discount that every subscription of the order brings along. */
  public PaidOrderBuilder discount(RecurringDiscount discount, String source) {
    discounts.add(new AgreedDiscount(discount, source));
    return this;
  }

  /** Placed, and priced, at a moment before it is paid. */
  public PaidOrderBuilder pricedAt(Instant earlier) {
    pricedAt = earlier;
    return this;
  }

  /** A line under a plan, given to somebody else. */
  public PaidOrderBuilder gift(Sku sku, OfferBuilder offer, Gift gift) {
    return with(sku, 1, Optional.of(offer.build()), Optional.empty(), Optional.of(gift));
  }

  /** A line under a plan, with something off in this order. */
  public PaidOrderBuilder reduced(Sku sku, int quantity, OfferBuilder offer, Money off) {
    return with(sku, quantity, Optional.of(offer.build()), Optional.of(off), Optional.empty());
  }

  /** A line under a plan. */
  public PaidOrderBuilder with(Sku sku, int quantity, OfferBuilder offer) {
    return with(sku, quantity, Optional.of(offer.build()));
  }

  /** A line under an offer of the shop. */
  public PaidOrderBuilder with(Sku sku, int quantity, PlanOffer offer) {
    return with(sku, quantity, Optional.of(offer));
  }

  /** A line that was bought one-time. */
  public PaidOrderBuilder with(Sku sku, int quantity) {
    return with(sku, quantity, Optional.empty());
  }

  private PaidOrderBuilder with(Sku sku, int quantity, Optional<PlanOffer> offer) {
    return with(sku, quantity, offer, Optional.empty(), Optional.empty());
  }

  private PaidOrderBuilder with(
      Sku sku, int quantity, Optional<PlanOffer> offer, Optional<Money> off, Optional<Gift> gift) {
    String key = "line-" + (lines.size() + 1);
    lines.add(
        new PaidLine(
            key, sku.id(), sku.productId(), sku.name(), sku.kind(), quantity, offer, off, gift));
    return this;
  }

  public PaidOrder build() {
    return new PaidOrder(
        order, customer, currency(), pricedAt, paidAt, method, shipTo, lines, discounts);
  }

  private CurrencyUnit currency() {
    return lines.stream()
        .flatMap(line -> line.offer().stream())
        .map(offer -> offer.unitPrice().getCurrencyUnit())
        .findFirst()
        .orElse(CurrencyUnit.USD);
  }
}
