package org.evergreen.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evergreen.checkout.PaidLine;
import org.evergreen.checkout.PaidOrder;
import org.evergreen.payment.PaymentMethodId;
import org.evergreen.plan.PlanOffer;
import org.evergreen.storefront.CustomerId;
import org.evergreen.storefront.OrderId;
import org.evergreen.storefront.PostalAddress;
import org.evergreen.storefront.Sku;
import org.joda.money.CurrencyUnit;

/** Paid orders for tests; they ship to {@link FakeStorefront#address()} unless told otherwise. */
public final class PaidOrderBuilder {

  private final OrderId order;
  private final CustomerId customer;
  private final Instant paidAt;
  private final List<PaidLine> lines = new ArrayList<>();
  private Optional<PaymentMethodId> method = Optional.empty();
  private Optional<PostalAddress> shipTo = Optional.of(FakeStorefront.address());

  private PaidOrderBuilder(OrderId order, CustomerId customer, Instant paidAt) {
    this.order = order;
    this.customer = customer;
    this.paidAt = paidAt;
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
    String key = "line-" + (lines.size() + 1);
    lines.add(
        new PaidLine(key, sku.id(), sku.productId(), sku.name(), sku.kind(), quantity, offer));
    return this;
  }

  public PaidOrder build() {
    return new PaidOrder(order, customer, currency(), paidAt, method, shipTo, lines);
  }

  private CurrencyUnit currency() {
    return lines.stream()
        .flatMap(line -> line.offer().stream())
        .map(offer -> offer.unitPrice().getCurrencyUnit())
        .findFirst()
        .orElse(CurrencyUnit.USD);
  }
}
