package org.evergreen.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.evergreen.testing.SettingsBuilder.settings;

import org.evergreen.plan.PlanId;
import org.evergreen.settings.ChangePolicies.Downgrade;
import org.evergreen.subscription.ActionRefusedException;
import org.evergreen.subscription.CalendarWork;
import org.evergreen.subscription.Seen;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionCommands;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.subscription.SubscriptionStatus;
import org.evergreen.terms.IntervalUnit;
import org.evergreen.terms.PurchaseLimit;
import org.evergreen.testing.DraftBuilder;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ResubscribeTest {

  private static final ChangeShop SHOP = new ChangeShop();
  private static final ChangeRequest AGAIN = new ChangeRequest.Resubscribe();

  @BeforeEach
  void reset() {
    SHOP.reset();
  }

  @AfterEach
  void theBooksAgree() {
    SHOP.booksAgree();
  }

  @AfterAll
  static void close() {
    SHOP.close();
  }

  private void cancel(SubscriptionId id) {
    SHOP.shop.get(SubscriptionCommands.class).cancel(Seen.any(id), ChangeShop.ADA, "");
  }

  @Test
  void whatIsOverStartsAgainWithAFullPaymentAndNoTrialOrFee() {
    PlanId trial =
        SHOP.plan(
            DraftBuilder.plan("Try").trial(14, IntervalUnit.DAY).signUpFee(Money.parse("USD 3.00")),
            "10.00");
    SubscriptionId old = SHOP.buys(SHOP.club, 2, trial);
    cancel(old);
    SHOP.on("2026-06-10");
    SHOP.shop.get(CalendarWork.class).doDue();
    assertThat(SHOP.get(old).status()).isEqualTo(SubscriptionStatus.CANCELLED);

    SubscriptionId again = SHOP.makes(old, AGAIN);

    Subscription started = SHOP.get(again);
    assertThat(started.status()).isEqualTo(SubscriptionStatus.ACTIVE);
    assertThat(started.resubscribedFrom()).contains(old);
    assertThat(started.lines().get(0).quantity()).isEqualTo(2);
    assertThat(SHOP.charges()).containsExactly("CHANGE USD 22.00");
    assertThat(SHOP.nextPayment(again)).isEqualTo("2026-07-10");
    assertThat(SHOP.refusal(old, AGAIN)).isEqualTo("This subscription was started again already.");
    SHOP.renewsOn("2026-07-10");
    assertThat(SHOP.charges()).endsWith("RENEWAL USD 22.00");
  }

  @Test
  void whatIsCancelledButStillPaidGoesOnAtTheOldEnd() {
    SubscriptionId old = SHOP.buys(SHOP.club, 1, SHOP.basic);
    SHOP.on("2026-04-16");
    cancel(old);

    ChangeQuote quote = SHOP.quote(old, AGAIN);
    SubscriptionId again = SHOP.makes(old, AGAIN);

    assertThat(quote.dueNow().isZero()).isTrue();
    assertThat(SHOP.charges()).isEmpty();
    assertThat(SHOP.nextPayment(again)).isEqualTo("2026-05-01");
    SHOP.renewsOn("2026-05-01");
    assertThat(SHOP.charges()).containsExactly("RENEWAL USD 11.00");
    assertThat(SHOP.nextPayment(again)).isEqualTo("2026-06-01");
  }

  @Test
  void whatWasStartedAgainIsNotKeptBesides() {
    SubscriptionId old = SHOP.buys(SHOP.club, 1, SHOP.basic);
    SHOP.on("2026-04-16");
    cancel(old);
    SubscriptionId again = SHOP.makes(old, AGAIN);

    assertThatThrownBy(() -> undoCancellation(old))
        .isInstanceOf(ActionRefusedException.class)
        .hasMessageContaining("You have subscribed again");
    assertThat(SHOP.get(old).status()).isEqualTo(SubscriptionStatus.PENDING_CANCEL);

    SHOP.shop.get(SubscriptionCommands.class).cancelNow(Seen.any(again), ChangeShop.GRACE, "");
    undoCancellation(old);
    assertThat(SHOP.get(old).status()).isEqualTo(SubscriptionStatus.ACTIVE);
  }

  private void undoCancellation(SubscriptionId id) {
    SHOP.shop.get(SubscriptionCommands.class).undoCancellation(Seen.any(id), ChangeShop.ADA);
  }

  @Test
  void creditIsTakenAlong() {
    SHOP.settings(settings().downgrade(Downgrade.CREDIT));
    SubscriptionId old = SHOP.buys(SHOP.club, 1, SHOP.plus);
    SHOP.on("2026-04-16");
    SHOP.makes(old, new ChangeRequest.SwitchPlan(SHOP.line(old), SHOP.basic));
    cancel(old);

    SubscriptionId again = SHOP.makes(old, AGAIN);

    assertThat(SHOP.get(old).credit().isZero()).isTrue();
    assertThat(SHOP.get(again).credit()).isEqualTo(Money.parse("USD 5.50"));
    SHOP.renewsOn("2026-05-01");
    assertThat(SHOP.charges()).containsExactly("RENEWAL USD 5.50");
  }

  @Test
  void aPurchaseLimitHoldsForSubscribingAgain() {
    PlanId once = SHOP.plan(DraftBuilder.plan("Once").limit(PurchaseLimit.ONE_EVER), "10.00");
    SubscriptionId old = SHOP.buys(SHOP.club, 1, once);
    cancel(old);
    SHOP.on("2026-06-10");
    SHOP.shop.get(CalendarWork.class).doDue();

    assertThat(SHOP.refusal(old, AGAIN)).isNotBlank();
  }

  @Test
  void whatRunsIsNotStartedAgain() {
    SubscriptionId id = SHOP.buys(SHOP.club, 1, SHOP.basic);

    assertThat(SHOP.refusal(id, AGAIN))
        .isEqualTo("The subscription still runs; there is nothing to start again.");
  }
}
