package org.evergreen.renewal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evergreen.testing.OfferBuilder.monthly;
import static org.evergreen.testing.OfferBuilder.usd;

import java.time.Instant;
import org.evergreen.payment.sandbox.SandboxCard;
import org.evergreen.storefront.CustomerId;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionEvent.What;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.subscription.SubscriptionStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RenewalRunTest {

  private final RenewalShop shop = RenewalShop.at("2026-01-31T16:00:00Z");
  private final CustomerId ada = shop.customer("ada");

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void twoDueSubscriptionsArePaidWithOneChargeAndOneOrder() {
    SubscriptionId coffee =
        shop.subscribe(ada, SandboxCard.SUCCEEDS, shop.coffee, monthly("12.00"));
    SubscriptionId membership =
        shop.subscribe(ada, SandboxCard.SUCCEEDS, shop.membership, monthly("9.90"));

    RunReport report = shop.renewAt("2026-02-28T16:00:00Z");

    assertThat(report).isEqualTo(new RunReport(1, 2, 1, 1, 0, 0, 0, 0));
    assertThat(shop.charged()).hasSize(1);
    // 12.00 + 9.90 + 5.00 shipping and 10 % tax on each
    assertThat(shop.takenByGateway()).isEqualTo(usd("29.59"));
    assertThat(shop.placed()).hasSize(1);
    assertThat(shop.group(coffee)).isEqualTo(shop.group(membership));
    assertThat(shop.group(coffee).status()).isEqualTo(RenewalGroupStatus.PAID);
    assertThat(shop.group(coffee).order()).isPresent();
    shop.assertBooksAgree();
  }

  @Test
  void paidRenewalMovesTheSubscriptionToItsNextCycle() {
    SubscriptionId id = shop.subscribe(ada, SandboxCard.SUCCEEDS, shop.coffee, monthly("12.00"));

    shop.renewAt("2026-02-28T17:00:00Z");

    Subscription renewed = shop.subscription(id);
    assertThat(renewed.status()).isEqualTo(SubscriptionStatus.ACTIVE);
    assertThat(renewed.nextPaymentAt()).contains(Instant.parse("2026-03-31T15:00:00Z"));
    assertThat(renewed.paidUntil()).contains(Instant.parse("2026-03-31T15:00:00Z"));
    assertThat(renewed.lastPaymentAt()).contains(Instant.parse("2026-02-28T17:00:00Z"));
    assertThat(shop.history(id)).containsExactly(What.RENEWED, What.STARTED);
    assertThat(shop.get(RenewalQueue.class).nextDueAt())
        .contains(Instant.parse("2026-03-31T15:00:00Z"));
  }
}
