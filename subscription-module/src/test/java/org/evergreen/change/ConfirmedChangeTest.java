package org.evergreen.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evergreen.testing.SettingsBuilder.settings;

import java.time.Duration;
import java.util.List;
import org.evergreen.payment.ChargeRecovery;
import org.evergreen.payment.sandbox.SandboxCard;
import org.evergreen.settings.ChangePolicies.Upgrade;
import org.evergreen.subscription.CreditEntry;
import org.evergreen.subscription.Credits;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionEvent;
import org.evergreen.subscription.SubscriptionEvent.What;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.subscription.SubscriptionQueries;
import org.evergreen.subscription.Workings;
import org.evergreen.testing.Concurrently;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * From a quote to a change: tokens, payments that fail or are not answered, crashes, repetition.
 */
class ConfirmedChangeTest {

  private static final ChangeShop SHOP = new ChangeShop();

  private SubscriptionId id;
  private ChangeRequest plus;

  @BeforeEach
  void adaHasBasicSinceHalfAMonth() {
    SHOP.reset();
    id = SHOP.buys(SHOP.club, 1, SHOP.basic);
    plus = new ChangeRequest.SwitchPlan(SHOP.line(id), SHOP.plus);
    SHOP.on("2026-04-16");
  }

  @AfterAll
  static void close() {
    SHOP.close();
  }

  private String plan() {
    return SHOP.get(id).lines().get(0).planName();
  }

  private ChangeResult confirm(String token) {
    return SHOP.changes.confirm(id, plus, token, ChangeShop.ADA);
  }

  @Test
  void aChangeThatIsMadeTellsItsWorkingHistoryAndOrder() {
    ChangeQuote quote = SHOP.quote(id, plus);

    confirm(quote.token());

    ChangeView view = SHOP.changes.of(id).get(0);
    assertThat(view.state()).isEqualTo(ChangeState.APPLIED);
    assertThat(view.summary()).isEqualTo("Club: Plus instead of Basic");
    assertThat(view.working()).isEqualTo(quote.working());
    assertThat(view.orderNumber()).isPresent();
    assertThat(SHOP.shop.get(Workings.class).find(id, view.id().reference()))
        .contains(quote.working());
    assertThat(SHOP.shop.get(SubscriptionQueries.class).orders(id))
        .hasSize(2)
        .startsWith(view.order().orElseThrow());
    assertThat(history().get(0).what()).isEqualTo(What.CHANGED);
    assertThat(history().get(0).note()).isEqualTo("Club: Plus instead of Basic");
    SHOP.booksAgree();
  }

  private List<SubscriptionEvent> history() {
    return SHOP.shop.get(SubscriptionQueries.class).history(id);
  }

  @Test
  void theSameQuoteConfirmedTwiceIsOneChange() {
    String token = SHOP.quote(id, plus).token();

    ChangeResult first = confirm(token);
    ChangeResult second = confirm(token);

    assertThat(second).isEqualTo(first);
    assertThat(SHOP.charges()).hasSize(1);
    assertThat(SHOP.placed()).hasSize(1);
    SHOP.booksAgree();
  }

  @Test
  void twoTabsThatConfirmAtTheSameMomentPayOnce() {
    String token = SHOP.quote(id, plus).token();

    List<ChangeResult> results = Concurrently.call(2, () -> confirm(token));

    assertThat(results).anyMatch(ChangeResult.Applied.class::isInstance);
    assertThat(results)
        .allMatch(
            result ->
                result instanceof ChangeResult.Applied
                    || result instanceof ChangeResult.Unanswered);
    assertThat(SHOP.charges()).containsExactly("CHANGE USD 5.50");
    assertThat(SHOP.placed()).hasSize(1);
    SHOP.booksAgree();
  }

  @Test
  void twoQuotesOfOneChangeAreNotBothMade() {
    String one = SHOP.quote(id, plus).token();
    SHOP.shop.clock().advance(Duration.ofSeconds(5));
    String other = SHOP.quote(id, plus).token();

    confirm(one);
    ChangeResult second = confirm(other);

    assertThat(second).isInstanceOf(ChangeResult.Refused.class);
    assertThat(SHOP.charges()).hasSize(1);
  }

  @Test
  void aDeclinedPaymentLeavesEverythingAndTheQuoteCanBePaidWithAnotherCard() {
    SHOP.payWith(SandboxCard.INSUFFICIENT_FUNDS);
    String token = SHOP.quote(id, plus).token();

    ChangeResult declined = confirm(token);

    assertThat(declined).isInstanceOf(ChangeResult.Declined.class);
    assertThat(((ChangeResult.Declined) declined).sentence())
        .contains("Nothing was taken, and nothing has changed.");
    assertThat(plan()).isEqualTo("Basic");
    assertThat(SHOP.changes.of(id).get(0).state()).isEqualTo(ChangeState.REFUSED);
    assertThat(history().get(0).what()).isEqualTo(What.CHANGE_WITHDRAWN);
    SHOP.booksAgree();

    SHOP.payWith(SandboxCard.SUCCEEDS);
    assertThat(confirm(token)).isInstanceOf(ChangeResult.Applied.class);
    assertThat(plan()).isEqualTo("Plus");
    SHOP.booksAgree();
  }

  @Test
  void aBankThatWantsTheShopperIsGivenUpAndNothingChanges() {
    SHOP.payWith(SandboxCard.REQUIRES_AUTHENTICATION);

    ChangeResult result = confirm(SHOP.quote(id, plus).token());

    assertThat(result).isInstanceOf(ChangeResult.NeedsShopper.class);
    assertThat(plan()).isEqualTo("Basic");
    assertThat(SHOP.charges()).isEmpty();
    SHOP.booksAgree();
  }

  @Test
  void anAnswerThatIsLostIsFoundOutAndTheChangeMadeOnce() {
    SHOP.payWith(SandboxCard.TIMES_OUT_AFTER_CHARGING);
    String token = SHOP.quote(id, plus).token();

    assertThat(confirm(token)).isInstanceOf(ChangeResult.Unanswered.class);
    assertThat(confirm(token)).isInstanceOf(ChangeResult.Unanswered.class);
    assertThat(plan()).isEqualTo("Basic");
    assertThat(SHOP.refusal(id, plus)).contains("is being paid");

    SHOP.shop.clock().advance(Duration.ofMinutes(6));
    SHOP.shop.get(ChargeRecovery.class).recover();
    SHOP.shop.get(ChargeRecovery.class).recover();
    SHOP.shop.get(ChangeRecovery.class).recover();

    assertThat(plan()).isEqualTo("Plus");
    assertThat(SHOP.charges()).containsExactly("CHANGE USD 5.50");
    assertThat(SHOP.placed()).hasSize(1);
    assertThat(confirm(token)).isInstanceOf(ChangeResult.Applied.class);
    SHOP.booksAgree();
  }

  @Test
  void aRequestThatNeverReachedTheGatewayIsMadeAgainByRecovery() {
    SHOP.payWith(SandboxCard.TIMES_OUT_BEFORE_CHARGING);
    SHOP.settings(settings().upgrade(Upgrade.RESTART));
    ChangeQuote quote = SHOP.quote(id, plus);
    SHOP.shop.clock().advance(Duration.ofMinutes(3));

    assertThat(confirm(quote.token())).isInstanceOf(ChangeResult.Unanswered.class);
    SHOP.shop.clock().advance(Duration.ofMinutes(6));
    SHOP.shop.get(ChargeRecovery.class).recover();
    SHOP.shop.get(ChangeRecovery.class).recover();

    assertThat(plan()).isEqualTo("Plus");
    assertThat(SHOP.charges()).containsExactly("CHANGE USD 16.50");
    // counted from the quote, not from the answer
    assertThat(SHOP.get(id).nextPaymentAt()).isEqualTo(quote.nextPaymentAt());
    SHOP.booksAgree();
  }

  @Test
  void nothingIsRenewedWhileAChangeIsBeingPaid() {
    SHOP.settings(settings().upgrade(Upgrade.RESTART));
    SHOP.on("2026-04-30");
    SHOP.payWith(SandboxCard.BANK_DEBIT);
    confirm(SHOP.quote(id, plus).token());

    SHOP.renewsOn("2026-05-01");
    assertThat(SHOP.count("select count(*) from evergreen_renewal")).isZero();

    SHOP.on("2026-05-05");
    SHOP.shop.get(ChargeRecovery.class).recover();
    assertThat(plan()).isEqualTo("Plus");
    assertThat(SHOP.nextPayment(id)).isEqualTo("2026-05-30");
  }

  @Test
  void anOrderThatTheHostDoesNotTakeIsBroughtToItLater() {
    String token = SHOP.quote(id, plus).token();
    SHOP.shop.storefront().orders().refuse("change-1");
    confirm(token);
    ChangeView view = SHOP.changes.of(id).get(0);
    SHOP.shop.storefront().orders().refuse(view.id().reference());
    assertThat(view.state()).isEqualTo(ChangeState.APPLIED);

    SHOP.shop.storefront().orders().accept("change-1");
    SHOP.shop.storefront().orders().accept(view.id().reference());
    SHOP.shop.get(ChangeRecovery.class).recover();

    assertThat(SHOP.placed()).containsOnlyKeys(view.id().reference());
    assertThat(SHOP.changes.of(id).get(0).problem()).isEmpty();
  }

  @Test
  void aQuoteIsGoodForTenMinutes() {
    String token = SHOP.quote(id, plus).token();

    SHOP.shop.clock().advance(Duration.ofMinutes(10));
    ChangeResult late = confirm(token);

    assertThat(late).isInstanceOf(ChangeResult.Outdated.class);
    ChangeQuote fresh = ((ChangeResult.Outdated) late).fresh();
    assertThat(fresh.dueNow()).isEqualTo(Money.parse("USD 5.00"));
    assertThat(SHOP.charges()).isEmpty();
    assertThat(confirm(fresh.token())).isInstanceOf(ChangeResult.Applied.class);
  }

  @Test
  void aQuoteOfAnotherSubscriptionOrAnotherChangeIsNotTaken() {
    SubscriptionId other = SHOP.buys(SHOP.club, 1, SHOP.basic);
    String foreign =
        SHOP.quote(other, new ChangeRequest.SwitchPlan(SHOP.line(other), SHOP.plus)).token();
    String forThree = SHOP.quote(id, new ChangeRequest.Quantity(SHOP.line(id), 3)).token();

    for (String token : List.of(foreign, forThree, "", "nonsense", "1.2", "9".repeat(18))) {
      assertThat(confirm(token)).isInstanceOf(ChangeResult.Outdated.class);
    }
    assertThat(SHOP.charges()).isEmpty();
    assertThat(plan()).isEqualTo("Basic");
  }

  @Test
  void aQuoteIsNotTrueAnyMoreWhenTheSubscriptionHasChanged() {
    String token = SHOP.quote(id, plus).token();

    SHOP.makes(id, new ChangeRequest.Quantity(SHOP.line(id), 2));

    assertThat(confirm(token)).isInstanceOf(ChangeResult.Outdated.class);
    assertThat(plan()).isEqualTo("Basic");
  }

  @Test
  void aQuoteIsNotTrueAnyMoreWhenThePriceHasChanged() {
    String token = SHOP.quote(id, plus).token();

    SHOP.shop
        .jdbc()
        .update("update evergreen_plan set price_value = 30 where id = ?", SHOP.plus.value());

    ChangeResult result = confirm(token);
    assertThat(result).isInstanceOf(ChangeResult.Outdated.class);
    assertThat(((ChangeResult.Outdated) result).fresh().dueNow())
        .isEqualTo(Money.parse("USD 10.00"));
  }

  @Test
  void aChangeThatIsPaidByCreditNeedsNoCharge() {
    SHOP.shop
        .get(Credits.class)
        .enter(
            List.of(
                new CreditEntry(
                    id, Money.parse("USD 7.00"), CreditEntry.Reason.MERCHANT, "goodwill")));

    ChangeQuote quote = SHOP.quote(id, plus);
    assertThat(quote.amounts().fromCredit()).isEqualTo(Money.parse("USD 5.50"));
    assertThat(quote.toPay()).isEqualTo(Money.parse("USD 0.00"));
    assertThat(confirm(quote.token())).isInstanceOf(ChangeResult.Applied.class);

    Subscription after = SHOP.get(id);
    assertThat(after.credit()).isEqualTo(Money.parse("USD 1.50"));
    assertThat(SHOP.charges()).isEmpty();
    assertThat(SHOP.placed().values())
        .singleElement()
        .satisfies(order -> assertThat(order.credit()).isEqualTo(Money.parse("USD 5.50")));
    SHOP.booksAgree();
  }
}
