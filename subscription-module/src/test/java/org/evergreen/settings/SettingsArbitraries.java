package org.evergreen.settings;

import java.math.BigDecimal;
import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.evergreen.money.Percentage;

/** Merchant settings of every kind. */
final class SettingsArbitraries {

  private SettingsArbitraries() {}

  static Arbitrary<MerchantSettings> settings() {
    return Combinators.combine(
            selfService(),
            changes(),
            billing(),
            dunning(),
            grouping(),
            notices(),
            checkout(),
            saveOffers())
        .as(MerchantSettings::new);
  }

  private static Arbitrary<DunningRules> dunning() {
    Arbitrary<Boolean> flag = Arbitraries.of(true, false);
    Arbitrary<RetryLadder.Step> steps =
        Combinators.combine(
                Arbitraries.integers().between(1, RetryLadder.MAX_HOURS).map(Duration::ofHours),
                Arbitraries.of(RetryLadder.ShopperMail.class),
                flag,
                flag)
            .as(RetryLadder.Step::new);
    return Combinators.combine(
            steps.list().ofMinSize(1).ofMaxSize(RetryLadder.MAX_STEPS).map(RetryLadder::new),
            Arbitraries.of(DunningRules.FinalAction.class),
            Arbitraries.of(DunningRules.GroupDecline.class))
        .as(DunningRules::new);
  }

  private static Arbitrary<GroupingRules> grouping() {
    Arbitrary<Boolean> flag = Arbitraries.of(true, false);
    return Combinators.combine(
            flag,
            Arbitraries.integers().between(0, GroupingRules.MAX_WINDOW_DAYS),
            flag,
            Arbitraries.integers().between(1, GroupingRules.MAX_LINES))
        .as(GroupingRules::new);
  }

  private static Arbitrary<NoticeRules> notices() {
    Arbitrary<Integer> days = Arbitraries.integers().between(1, NoticeRules.MAX_DAYS);
    Arbitrary<NoticeRules.Reminder> reminders =
        Combinators.combine(Arbitraries.of(true, false), days).as(NoticeRules.Reminder::new);
    return Combinators.combine(
            reminders,
            days,
            reminders,
            reminders,
            reminders,
            Arbitraries.of("", "merchant@shop.example"))
        .as(NoticeRules::new);
  }

  private static Arbitrary<SelfService> selfService() {
    return Combinators.combine(
            Arbitraries.of(SelfService.Action.class).set(), Arbitraries.integers().between(0, 99))
        .as(SelfService::new);
  }

  private static Arbitrary<ChangePolicies> changes() {
    return Combinators.combine(
            Arbitraries.of(ChangePolicies.Switching.class),
            Arbitraries.of(ChangePolicies.Upgrade.class),
            Arbitraries.of(ChangePolicies.Downgrade.class),
            Arbitraries.of(ChangePolicies.SignUpFee.class),
            Arbitraries.of(ChangePolicies.Length.class),
            Arbitraries.of(ChangePolicies.AppliesTo.class))
        .as(ChangePolicies::new);
  }

  private static Arbitrary<BillingRules> billing() {
    return Combinators.combine(
            Arbitraries.of(BillingRules.MissedCycles.class),
            Arbitraries.of(BillingRules.LatePayment.class),
            Arbitraries.integers().between(0, 365),
            Arbitraries.integers().between(1, 365))
        .as(BillingRules::new);
  }

  private static Arbitrary<CheckoutRules> checkout() {
    Arbitrary<Boolean> flag = Arbitraries.of(true, false);
    return Combinators.combine(flag, flag, flag).as(CheckoutRules::new);
  }

  private static Arbitrary<SaveOffer> saveOffers() {
    Arbitrary<Percentage> percentages =
        Arbitraries.integers()
            .between(1, 1_000_000)
            .map(parts -> new Percentage(BigDecimal.valueOf(parts, 4)));
    Arbitrary<SaveOffer> discounts =
        Combinators.combine(percentages, Arbitraries.integers().between(1, 120))
            .as(SaveOffer.Discount::new);
    return Arbitraries.oneOf(
        Arbitraries.of(new SaveOffer.None(), new SaveOffer.Pause(), new SaveOffer.CheaperPlan()),
        discounts);
  }
}
