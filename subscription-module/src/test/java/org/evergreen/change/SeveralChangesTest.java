package org.evergreen.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evergreen.testing.SettingsBuilder.settings;

import java.util.Optional;
import java.util.OptionalInt;
import org.evergreen.plan.PlanId;
import org.evergreen.renewal.EarlyQuoteResult;
import org.evergreen.renewal.EarlyRenewals;
import org.evergreen.settings.ChangePolicies.Downgrade;
import org.evergreen.settings.ChangePolicies.Length;
import org.evergreen.settings.ChangePolicies.SignUpFee;
import org.evergreen.settings.ChangePolicies.Upgrade;
import org.evergreen.storefront.ProductKind;
import org.evergreen.storefront.Sku;
import org.evergreen.subscription.DateCommands;
import org.evergreen.subscription.PauseCommands;
import org.evergreen.subscription.Seen;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.subscription.SubscriptionStatus;
import org.evergreen.terms.AlignmentDay;
import org.evergreen.terms.IntervalUnit;
import org.evergreen.testing.DraftBuilder;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Changes after changes, in trials, of several lines, after pauses, renewals and skipped dates. */
class SeveralChangesTest {

  private static final ChangeShop SHOP = new ChangeShop();

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

  private static Money usd(String amount) {
    return Money.parse("USD " + amount);
  }

  private ChangeRequest to(SubscriptionId id, PlanId plan) {
    return new ChangeRequest.SwitchPlan(SHOP.line(id), plan);
  }

  @Test
  void upAndBackDownOnOneDayCostsNothing() {
    SHOP.settings(settings().downgrade(Downgrade.CREDIT));
    SubscriptionId id = SHOP.buys(SHOP.club, 1, SHOP.basic);
    SHOP.on("2026-04-16");

    SHOP.makes(id, to(id, SHOP.plus));
    SHOP.makes(id, to(id, SHOP.basic));

    assertThat(SHOP.charges()).containsExactly("CHANGE USD 5.50");
    assertThat(SHOP.get(id).credit()).isEqualTo(usd("5.50"));
    ChangeQuote again = SHOP.quote(id, to(id, SHOP.plus));
    assertThat(again.dueNow()).isEqualTo(usd("5.00"));
    assertThat(again.amounts().fromCredit()).isEqualTo(usd("5.50"));
    assertThat(SHOP.nextPayment(id)).isEqualTo("2026-05-01");
  }

  @Test
  void upAndBackDownCostsNothingAfterPayingAheadOverCyclesOfDifferentLengths() {
    SHOP.settings(settings().downgrade(Downgrade.CREDIT));
    SubscriptionId id = SHOP.buys(SHOP.club, 1, SHOP.basic);
    SHOP.on("2026-04-16");
    EarlyRenewals early = SHOP.shop.get(EarlyRenewals.class);
    EarlyQuoteResult.Quoted ahead = (EarlyQuoteResult.Quoted) early.quote(id, ChangeShop.ADA);
    early.renew(id, ahead.quote().token(), ChangeShop.ADA);

    SHOP.makes(id, to(id, SHOP.plus));
    SHOP.makes(id, to(id, SHOP.basic));

    // 46 of 61 days at 10.00 more for 30.5 days, and 10 % tax
    assertThat(SHOP.charges()).containsExactly("RENEWAL USD 11.00", "CHANGE USD 16.59");
    assertThat(SHOP.get(id).credit()).isEqualTo(usd("16.59"));
    assertThat(SHOP.nextPayment(id)).isEqualTo("2026-06-01");
  }

  @Test
  void eachOfSeveralChangesIsWorkedOutFromWhatWasReallyPaid() {
    SubscriptionId id = SHOP.buys(SHOP.club, 1, SHOP.basic);
    SHOP.on("2026-04-11");
    SHOP.makes(id, to(id, SHOP.plus));
    SHOP.on("2026-04-21");
    SHOP.makes(id, new ChangeRequest.Quantity(SHOP.line(id), 2));

    // 20 days of 10 more, then 10 days of 20 more
    assertThat(SHOP.charges()).containsExactly("CHANGE USD 7.34", "CHANGE USD 7.33");
    SHOP.renewsOn("2026-05-01");
    assertThat(SHOP.charges()).endsWith("RENEWAL USD 44.00");
    SHOP.on("2026-05-16");
    assertThat(SHOP.quote(id, new ChangeRequest.Quantity(SHOP.line(id), 3)).dueNow())
        .isEqualTo(usd("10.32"));
  }

  @Test
  void aFreeUpgradeIsWorthNothingWhenItIsTakenBack() {
    SHOP.settings(settings().upgrade(Upgrade.FREE_UNTIL_RENEWAL).downgrade(Downgrade.CREDIT));
    SubscriptionId id = SHOP.buys(SHOP.club, 1, SHOP.basic);
    SHOP.on("2026-04-16");

    SHOP.makes(id, to(id, SHOP.plus));
    SHOP.makes(id, to(id, SHOP.basic));

    assertThat(SHOP.get(id).credit()).isEqualTo(usd("0.00"));
  }

  @Test
  void inATrialAChangeCostsNothingIfTheNewPlanHasOne() {
    PlanId trial = SHOP.plan(DraftBuilder.plan("Try").trial(30, IntervalUnit.DAY), "10.00");
    PlanId other = SHOP.plan(DraftBuilder.plan("Try more").trial(14, IntervalUnit.DAY), "20.00");
    SubscriptionId id = SHOP.buys(SHOP.club, 1, trial);
    SHOP.on("2026-04-10");

    SHOP.makes(id, to(id, other));

    assertThat(SHOP.charges()).isEmpty();
    assertThat(SHOP.get(id).status()).isEqualTo(SubscriptionStatus.TRIALING);
    assertThat(SHOP.nextPayment(id)).isEqualTo("2026-05-01");
    SHOP.renewsOn("2026-05-01");
    assertThat(SHOP.charges()).containsExactly("RENEWAL USD 22.00");
  }

  @Test
  void inATrialAPlanWithoutOneStartsNowAndIsPaid() {
    PlanId trial = SHOP.plan(DraftBuilder.plan("Try").trial(30, IntervalUnit.DAY), "10.00");
    SubscriptionId id = SHOP.buys(SHOP.club, 1, trial);
    SHOP.on("2026-04-10");

    ChangeQuote quote = SHOP.quote(id, to(id, SHOP.plus));
    assertThat(quote.dueNow()).isEqualTo(usd("20.00"));
    SHOP.makes(id, to(id, SHOP.plus));

    assertThat(SHOP.get(id).status()).isEqualTo(SubscriptionStatus.ACTIVE);
    assertThat(SHOP.charges()).containsExactly("CHANGE USD 22.00");
    assertThat(SHOP.nextPayment(id)).isEqualTo("2026-05-10");
  }

  @Test
  void aLineWithOtherDatesMovesToASubscriptionOfItsOwn() {
    Sku beans = SHOP.shop.storefront().product("Beans", ProductKind.PHYSICAL, "10.00");
    SubscriptionId id =
        SHOP.buys(
            SHOP.order()
                .with(SHOP.club, 1, SHOP.offer(SHOP.club, SHOP.basic))
                .with(beans, 1, SHOP.offer(beans, SHOP.basic)));
    SHOP.on("2026-04-16");
    ChangeRequest yearly = new ChangeRequest.SwitchPlan(SHOP.line(id, "Club").id(), SHOP.yearly);

    ChangeQuote quote = SHOP.quote(id, yearly);
    SubscriptionId own = SHOP.makes(id, yearly);

    assertThat(quote.recurring()).isEqualTo(usd("100.00"));
    assertThat(quote.notes()).anyMatch(note -> note.contains("subscription of its own"));
    assertThat(own).isNotEqualTo(id);
    assertThat(SHOP.changes.of(own)).isEqualTo(SHOP.changes.of(id)).hasSize(1);
    assertThat(SHOP.get(id).lines()).singleElement().matches(line -> line.name().equals("Beans"));
    assertThat(SHOP.nextPayment(id)).isEqualTo("2026-05-01");
    assertThat(SHOP.nextPayment(own)).isEqualTo("2027-04-16");
    assertThat(SHOP.charges()).containsExactly("CHANGE USD 104.50");
    assertThat(SHOP.quote(own, new ChangeRequest.Quantity(SHOP.line(own), 2)).dueNow())
        .isEqualTo(usd("100.00"));
  }

  @Test
  void aLineThatKeepsTheDatesStaysWithTheOthers() {
    Sku beans = SHOP.shop.storefront().product("Beans", ProductKind.PHYSICAL, "10.00");
    SubscriptionId id =
        SHOP.buys(
            SHOP.order()
                .with(SHOP.club, 1, SHOP.offer(SHOP.club, SHOP.basic))
                .with(beans, 1, SHOP.offer(beans, SHOP.basic)));
    SHOP.on("2026-04-16");

    SHOP.makes(id, new ChangeRequest.SwitchPlan(SHOP.line(id, "Club").id(), SHOP.plus));

    assertThat(SHOP.get(id).lines()).hasSize(2);
    // no parcel goes out for the difference of a membership
    assertThat(SHOP.charges()).containsExactly("CHANGE USD 5.50");
    SHOP.renewsOn("2026-05-01");
    assertThat(SHOP.charges()).endsWith("RENEWAL USD 38.50");
  }

  @Test
  void anItemIsAddedForTheDaysLeftAndTakenOutAtTheNextPayment() {
    Sku beans = SHOP.shop.storefront().product("Beans", ProductKind.PHYSICAL, "10.00");
    SubscriptionId id = SHOP.buys(SHOP.order().with(beans, 1, SHOP.offer(beans, SHOP.basic)));
    SHOP.on("2026-04-16");

    SHOP.makes(id, new ChangeRequest.AddItem(SHOP.club.id(), SHOP.plus, 1));
    assertThat(SHOP.charges()).containsExactly("CHANGE USD 11.00");
    assertThat(SHOP.get(id).lines()).hasSize(2);

    ChangeResult result =
        SHOP.confirm(id, new ChangeRequest.RemoveItem(SHOP.line(id, "Beans").id()));
    assertThat(result).isInstanceOf(ChangeResult.Scheduled.class);
    SHOP.renewsOn("2026-05-01");
    assertThat(SHOP.get(id).lines()).singleElement().matches(line -> line.name().equals("Club"));
    assertThat(SHOP.charges()).endsWith("RENEWAL USD 22.00");
  }

  @Test
  void daysInAPauseAreNotUsedUp() {
    SubscriptionId id = SHOP.buys(SHOP.club, 1, SHOP.basic);
    SHOP.on("2026-04-16");
    PauseCommands pauses = SHOP.shop.get(PauseCommands.class);
    pauses.pause(Seen.any(id), ChangeShop.ADA, Optional.empty());
    SHOP.on("2026-06-16");
    pauses.resume(Seen.any(id), ChangeShop.ADA);

    ChangeQuote quote = SHOP.quote(id, to(id, SHOP.plus));

    assertThat(quote.dueNow()).isEqualTo(usd("5.00"));
    assertThat(quote.nextPaymentAt().map(SHOP::day)).contains("2026-07-01");
  }

  @Test
  void aSkippedPaymentStretchesTheTermForOldAndNewAlike() {
    SubscriptionId id = SHOP.buys(SHOP.club, 1, SHOP.basic);
    SHOP.on("2026-04-16");
    SHOP.shop.get(DateCommands.class).skipNext(Seen.any(id), ChangeShop.ADA);

    ChangeQuote quote = SHOP.quote(id, to(id, SHOP.plus));

    // 46 of 61 days are left, of 10 and of 20
    assertThat(quote.dueNow()).isEqualTo(usd("7.54"));
  }

  @Test
  void paymentsThatFallOnACertainDayStayOnIt() {
    SHOP.settings(settings().upgrade(Upgrade.RESTART));
    AlignmentDay first = new AlignmentDay.DayOfMonth(1);
    PlanId small = SHOP.plan(DraftBuilder.plan("Small").proratedTo(first), "30.00");
    PlanId large = SHOP.plan(DraftBuilder.plan("Large").proratedTo(first), "60.00");
    SHOP.on("2026-04-16");
    SubscriptionId id = SHOP.buys(SHOP.club, 1, small);
    SHOP.on("2026-04-21");

    ChangeQuote quote = SHOP.quote(id, to(id, large));
    SHOP.makes(id, to(id, large));

    // 15.00 paid for 15 days, of which 10 are left; a whole month has 30
    assertThat(quote.dueNow()).isEqualTo(usd("10.00"));
    assertThat(SHOP.nextPayment(id)).isEqualTo("2026-05-01");
    SHOP.renewsOn("2026-05-01");
    assertThat(SHOP.charges()).endsWith("RENEWAL USD 66.00");
  }

  @Test
  void theSignUpFeeAndTheLengthGoByTheirPolicies() {
    SHOP.settings(settings().signUpFee(SignUpFee.DIFFERENCE).length(Length.SUBTRACT_PAID));
    PlanId course =
        SHOP.plan(DraftBuilder.plan("Course").signUpFee(usd("3.00")).payments(6), "10.00");
    PlanId longer =
        SHOP.plan(DraftBuilder.plan("Long course").signUpFee(usd("8.00")).payments(12), "20.00");
    SubscriptionId id = SHOP.buys(SHOP.club, 1, course);
    SHOP.renewsOn("2026-05-01");
    SHOP.on("2026-05-16");

    ChangeQuote quote = SHOP.quote(id, to(id, longer));
    SHOP.makes(id, to(id, longer));

    // 16 of 31 days at 10 more, and 5 more for signing up
    assertThat(quote.dueNow()).isEqualTo(usd("10.16"));
    Subscription after = SHOP.get(id);
    assertThat(after.paymentsLeft()).isEqualTo(OptionalInt.of(10));
  }
}
