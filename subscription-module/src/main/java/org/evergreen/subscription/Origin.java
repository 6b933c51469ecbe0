package org.evergreen.subscription;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Optional;
import org.evergreen.storefront.OrderId;

/** Where a subscription comes from; it never changes. */
@Embeddable
class Origin {

  @Column(name = "origin_order_id", updatable = false)
  private String orderId;

  @Column(name = "origin_key", updatable = false)
  private String key;

  @Column(name = "resubscribed_from", updatable = false)
  private Long resubscribedFromId;

  protected Origin() {}

  Origin(NewSubscription start) {
    orderId = start.origin().value();
    key = start.originKey();
    resubscribedFromId = start.details().resubscribedFrom().map(SubscriptionId::value).orElse(null);
  }

  OrderId order() {
    return new OrderId(orderId);
  }

  Optional<SubscriptionId> resubscribedFrom() {
    return Optional.ofNullable(resubscribedFromId).map(SubscriptionId::new);
  }
}
