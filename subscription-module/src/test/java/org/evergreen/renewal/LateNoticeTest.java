package org.evergreen.renewal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evergreen.testing.OfferBuilder.monthly;

import java.time.Instant;
import org.evergreen.payment.sandbox.SandboxCard;
import org.evergreen.storefront.CustomerId;
import org.evergreen.subscription.Actor;
import org.evergreen.subscription.Seen;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.subscription.SubscriptionStatus;
import org.junit.jupiter.api.Test;

/** A shopper who cancels too late for the notice that he agreed to makes one more payment. */
class LateNoticeTest {

  private static final Instant MARCH = Instant.parse("2026-03-10T15:00:00Z");
  private static final Instant APRIL = Instant.parse("2026-04-10T15:00:00Z");

  private final RenewalShop shop = RenewalShop.at("2026-02-10T16:00:00Z");
  private final CustomerId ada = shop.customer("ada");

  @Test
  void lastPaymentIsMadeAndTheTermItPaysForIsTheLast() {
    SubscriptionId id = cancelledTooLate(SandboxCard.SUCCEEDS);
    shop.renewAt("2026-03-10T16:00:00Z");
    Subscription paid = shop.subscription(id);
    assertThat(shop.charged()).hasSize(1);
    assertThat(paid.status()).isEqualTo(SubscriptionStatus.PENDING_CANCEL);
    assertThat(paid.nextPaymentAt()).isEmpty();
    assertThat(paid.endsAt()).contains(APRIL);
    assertThat(paid.paidUntil()).contains(APRIL);
    shop.renewAt("2026-04-10T16:00:00Z");
    shop.commands().endDue();
    assertThat(shop.charged()).hasSize(1);
    assertThat(shop.subscription(id).status()).isEqualTo(SubscriptionStatus.CANCELLED);
  }

  @Test
  void cancellationIsTakenBackAfterTheLastPayment() {
    SubscriptionId id = cancelledTooLate(SandboxCard.SUCCEEDS);
    shop.renewAt("2026-03-10T16:00:00Z");
    shop.commands().undoCancellation(Seen.any(id), Actor.shopper());
    assertThat(shop.subscription(id).status()).isEqualTo(SubscriptionStatus.ACTIVE);
    assertThat(shop.subscription(id).nextPaymentAt()).contains(APRIL);
    shop.renewAt("2026-04-10T16:00:00Z");
    assertThat(shop.charged()).hasSize(2);
  }

  @Test
  void lastPaymentThatIsDeclinedEndsItAndNothingIsOwed() {
    SubscriptionId id = cancelledTooLate(SandboxCard.DECLINES_RENEWALS);
    shop.renewAt("2026-03-10T16:00:00Z");
    assertThat(shop.subscription(id).endsAt()).contains(shop.clock().instant());
    shop.commands().endDue();
    assertThat(shop.subscription(id).status()).isEqualTo(SubscriptionStatus.CANCELLED);
    assertThat(shop.group(id).status()).isEqualTo(RenewalGroupStatus.CANCELED);
  }

  private SubscriptionId cancelledTooLate(SandboxCard card) {
    SubscriptionId id = shop.subscribe(ada, card, shop.membership, monthly("10").commitment(0, 14));
    shop.clock().set("2026-03-01T16:00:00Z");
    shop.commands().cancel(Seen.any(id), Actor.shopper(), "Too much");
    assertThat(shop.subscription(id).nextPaymentAt()).contains(MARCH);
    return id;
  }
}
