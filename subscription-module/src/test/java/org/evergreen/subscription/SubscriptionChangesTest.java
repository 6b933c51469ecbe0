package org.evergreen.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.evergreen.testing.OfferBuilder.monthly;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.evergreen.subscription.SubscriptionChanges.Change;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionOperations;

class SubscriptionChangesTest {

  @Test
  void changeThatSomethingElseOvertookIsToldAndDoesNothing() {
    try (SubscriptionFixture fixture = new SubscriptionFixture()) {
      SubscriptionId id = fixture.start(monthly("10"));
      SubscriptionChanges changes =
          new SubscriptionChanges(
              fixture.shop.get("evergreenEntities", EntityManager.class),
              fixture.shop.get("evergreenTransactions", TransactionOperations.class),
              fixture.shop.get(BillingAccounts.class),
              fixture.shop.get(SubscriptionHistory.class),
              List.of());
      assertThatThrownBy(
              () ->
                  changes.change(
                      Seen.any(id),
                      subscription -> false,
                      subscription -> {
                        inAnotherTransaction(() -> fixture.update(id, "next_cycle = 2"));
                        Cancelling.cancelNow(subscription.timeline(), fixture.shop.time(), "");
                        return new Change(
                            fixture.shop.time().now(),
                            Actor.shopper(),
                            SubscriptionEvent.What.CANCELLED,
                            "",
                            SubscriptionListener::cancelled);
                      }))
          .isInstanceOf(StaleSubscriptionException.class)
          .hasMessage(
              "Subscription "
                  + id
                  + " was changed at the same moment; look at it again and repeat");
      assertThat(fixture.get(id).status()).isEqualTo(SubscriptionStatus.ACTIVE);
      assertThat(fixture.get(id).nextCycle()).isEqualTo(2);
      assertThat(fixture.queries.history(id)).hasSize(1);
    }
  }

  private static void inAnotherTransaction(Runnable change) {
    CompletableFuture.runAsync(change).join();
  }
}
