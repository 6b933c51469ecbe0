package org.evergreen.renewal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evergreen.testing.OfferBuilder.monthly;
import static org.evergreen.testing.OfferBuilder.usd;

import java.time.Instant;
import org.evergreen.payment.ChargeState;
import org.evergreen.payment.sandbox.SandboxCard;
import org.evergreen.storefront.ProductKind;
import org.evergreen.storefront.Sku;
import org.evergreen.subscription.SubscriptionId;
import org.junit.jupiter.api.Test;

class RenewalMonitorTest {

  private static final String DUE = "2026-02-28T16:00:00Z";

  private final RenewalShop shop = RenewalShop.at("2026-01-31T16:00:00Z");
  private final RenewalMonitor monitor = shop.get(RenewalMonitor.class);

  private SubscriptionId subscribe(String customer, SandboxCard card, Sku sku) {
    return shop.subscribe(shop.customer(customer), card, sku, monthly("9.90"));
  }

  @Test
  void everyFateOfARenewalIsCountedAndListed() {
    Sku magazine = shop.shop().storefront().product("Magazine", ProductKind.DOWNLOADABLE, "4.00");
    SubscriptionId paid = subscribe("ada", SandboxCard.SUCCEEDS, shop.membership);
    SubscriptionId failed = subscribe("ben", SandboxCard.EXPIRED, shop.membership);
    SubscriptionId waiting =
        subscribe("cleo", SandboxCard.REQUIRES_AUTHENTICATION, shop.membership);
    SubscriptionId running =
        subscribe("dora", SandboxCard.TIMES_OUT_AFTER_CHARGING, shop.membership);
    SubscriptionId parked = subscribe("eve", SandboxCard.SUCCEEDS, magazine);
    shop.clock().set(DUE);
    assertThat(monitor.counts()).isEqualTo(new RenewalCounts(5, 0, 0, 0, 0, 0));
    shop.shop().storefront().stopSelling(magazine.id());

    shop.renew();

    assertThat(monitor.counts()).isEqualTo(new RenewalCounts(0, 1, 1, 1, 1, 0));
    assertOnly(RenewalList.DONE, paid);
    assertOnly(RenewalList.FAILED, failed);
    assertOnly(RenewalList.WAITING, waiting);
    assertOnly(RenewalList.RUNNING, running);
    assertThat(monitor.groups(RenewalList.UNPLACED, 0, 10)).isEmpty();
    assertThat(monitor.parked(0, 10))
        .extracting(ParkedRenewal::subscription)
        .containsExactly(parked);
  }

  private void assertOnly(RenewalList list, SubscriptionId id) {
    assertThat(monitor.groups(list, 0, 10)).singleElement().isEqualTo(shop.group(id));
    assertThat(monitor.groups(list, 1, 10)).isEmpty();
  }

  @Test
  void groupShowsItsLinesAmountsAndAttempts() {
    SubscriptionId id = subscribe("ada", SandboxCard.SUCCEEDS, shop.coffee);
    shop.renewAt(DUE);

    RenewalGroupView group = monitor.of(shop.group(id).id()).orElseThrow();

    assertThat(group.lines())
        .containsExactly(
            new RenewalGroupView.Line(
                id, "Coffee", 1, usd("0.00"), usd("9.90"), usd("0.99"), false));
    assertThat(group.shipping()).isEqualTo(usd("5.00"));
    assertThat(group.tax()).isEqualTo(usd("1.49"));
    assertThat(group.total()).isEqualTo(usd("16.39"));
    assertThat(group.paidAt()).contains(Instant.parse(DUE));
    assertThat(group.orderNumber()).isPresent();
    assertThat(group.charges())
        .singleElement()
        .satisfies(charge -> assertThat(charge.state()).isEqualTo(ChargeState.SUCCEEDED))
        .satisfies(charge -> assertThat(charge.amount()).isEqualTo(group.total()));
  }

  @Test
  void whatComesNextIsListedWithTheEarliestFirst() {
    SubscriptionId later = subscribe("ada", SandboxCard.SUCCEEDS, shop.membership);
    shop.clock().set("2026-01-15T16:00:00Z");
    SubscriptionId earlier = subscribe("ben", SandboxCard.SUCCEEDS, shop.membership);

    assertThat(monitor.due(0, 10))
        .extracting(DueRenewal::subscription)
        .containsExactly(earlier, later);
    assertThat(monitor.due(0, 10).get(0).amount()).isEqualTo(usd("9.90"));
    assertThat(monitor.due(1, 1)).extracting(DueRenewal::subscription).containsExactly(later);
  }

  @Test
  void unknownGroupIsEmpty() {
    assertThat(monitor.of(new RenewalGroupId(404))).isEmpty();
  }
}
