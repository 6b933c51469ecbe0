package org.evergreen.renewal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.evergreen.testing.OfferBuilder.monthly;

import java.time.Duration;
import java.util.List;
import org.evergreen.payment.sandbox.SandboxCard;
import org.evergreen.storefront.CustomerId;
import org.evergreen.subscription.Actor;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.subscription.SubscriptionStatus;
import org.evergreen.testing.Concurrently;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;

/** Several workers on one database never do a thing twice. */
class RenewalWorkersTest {

  private static final String DUE = "2026-02-28T16:00:00Z";
  private static final Duration LONGER_THAN_A_LEASE = Duration.ofMinutes(11);

  private final RenewalShop shop = RenewalShop.at("2026-01-31T16:00:00Z");
  private final CustomerId ada = shop.customer("ada");

  private SubscriptionId membership() {
    return shop.subscribe(ada, SandboxCard.SUCCEEDS, shop.membership, monthly("9.90"));
  }

  @Test
  void simultaneousRunsShareTheWork() {
    int customers = 40;
    for (int i = 0; i < customers; i++) {
      CustomerId customer = shop.customer("customer-" + i);
      shop.subscribe(customer, SandboxCard.SUCCEEDS, shop.coffee, monthly("12.00"));
      shop.subscribe(customer, SandboxCard.SUCCEEDS, shop.membership, monthly("9.90"));
    }
    shop.clock().set(DUE);

    List<RunReport> reports = Concurrently.call(4, shop::renew);

    assertThat(reports.stream().mapToInt(RunReport::renewals).sum()).isEqualTo(2 * customers);
    assertThat(shop.charged()).hasSize(customers);
    assertThat(shop.placed()).hasSize(customers);
    assertThat(shop.count("evergreen_renewal")).isEqualTo(2 * customers);
    shop.assertBooksAgree();
  }

  @Test
  void oneCycleOfASubscriptionCannotBeRenewedTwice() {
    SubscriptionId id = membership();
    shop.renewAt(DUE);

    assertThatThrownBy(
            () ->
                shop.shop()
                    .jdbc()
                    .update(
                        "insert into evergreen_renewal (subscription_id, cycle, group_id,"
                            + " due_at, term_end, amount, tax) select subscription_id, cycle, group_id,"
                            + " due_at, term_end, amount, tax from evergreen_renewal"
                            + " where subscription_id = ?",
                        id.value()))
        .isInstanceOf(DuplicateKeyException.class);
  }

  @Test
  void workerThatWasOvertakenBeforeOpeningOpensNothing() {
    SubscriptionId id = membership();
    shop.clock().set(DUE);
    shop.kill().after("quote", 1, this::overtake);

    RunReport overtaken = shop.renew();

    assertThat(overtaken.renewals()).isZero();
    assertThat(shop.groups(id)).hasSize(1);
    assertThat(shop.charged()).hasSize(1);
    shop.assertBooksAgree();
  }

  @Test
  void workerThatWasOvertakenBeforeSubmittingAsksNoGateway() {
    SubscriptionId id = membership();
    shop.clock().set(DUE);
    // Transactions: claim, read, open.
    shop.kill().after("transaction", 3, this::overtake);

    RunReport overtaken = shop.renew();

    assertThat(overtaken.charges()).isZero();
    assertThat(shop.charged()).isEmpty();
    shop.comeBackToLife();
    assertThat(shop.charges(id)).hasSize(1);
    assertThat(shop.charged()).hasSize(1);
    shop.assertBooksAgree();
  }

  @Test
  void workerThatWasOvertakenBeforeSettlingTellsWhatItKnowsAndNothingElse() {
    SubscriptionId id = membership();
    shop.clock().set(DUE);
    shop.kill()
        .after(
            "charge",
            1,
            () -> {
              overtake();
              shop.recoverAfter(Duration.ZERO);
              assertThat(shop.group(id).status()).isEqualTo(RenewalGroupStatus.PAID);
            });

    shop.renew();

    assertThat(shop.charged()).hasSize(1);
    assertThat(shop.count("evergreen_subscription_event where what = 'RENEWED'")).isEqualTo(1);
    shop.recoverAfter(Duration.ofMinutes(2));
    shop.assertBooksAgree();
  }

  @Test
  void workerThatWasOvertakenDoesNotGiveBackWhatIsNotItsOwn() {
    membership();
    shop.clock().set(DUE);
    shop.kill()
        .after(
            "charge",
            1,
            () -> {
              shop.clock().advance(LONGER_THAN_A_LEASE);
              shop.shop()
                  .jdbc()
                  .update(
                      "update evergreen_billing_account set lease_owner = 'other',"
                          + " lease_until = lease_until + interval '1 hour',"
                          + " version = version + 1");
            });

    shop.renew();

    assertThat(shop.count("evergreen_billing_account where lease_owner = 'other'")).isEqualTo(1);
  }

  @Test
  void subscriptionThatIsCancelledWhileItIsPricedIsNotCharged() {
    SubscriptionId id = membership();
    shop.clock().set(DUE);
    shop.kill().after("quote", 1, () -> shop.commands().cancel(id, Actor.shopper(), ""));

    RunReport report = shop.renew();

    assertThat(report.renewals()).isZero();
    assertThat(shop.charged()).isEmpty();
    assertThat(shop.subscription(id).status()).isEqualTo(SubscriptionStatus.CANCELLED);
    assertThat(shop.renew()).isEqualTo(RunReport.none());
  }

  @Test
  void changeWhileItIsPricedLeavesTheRenewalDueWithTheChange() {
    SubscriptionId id = membership();
    shop.clock().set(DUE);
    shop.kill().after("quote", 1, () -> shop.changeCard(id, SandboxCard.SUCCEEDS_TOO));

    RunReport report = shop.renew();

    assertThat(report.renewals()).isEqualTo(1);
    assertThat(shop.charged())
        .extracting(entry -> entry.methodToken())
        .containsExactly(SandboxCard.SUCCEEDS_TOO.token());
    shop.assertBooksAgree();
  }

  /** Time passes until the lease is lost, and another worker does what is due. */
  private void overtake() {
    shop.clock().advance(LONGER_THAN_A_LEASE);
    shop.renew();
  }
}
