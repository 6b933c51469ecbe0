package org.evergreen.testing;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.evergreen.money.Percentage;
import org.evergreen.settings.BillingRules;
import org.evergreen.settings.ChangePolicies;
import org.evergreen.settings.ChangePolicies.Downgrade;
import org.evergreen.settings.ChangePolicies.Length;
import org.evergreen.settings.ChangePolicies.SignUpFee;
import org.evergreen.settings.ChangePolicies.Switching;
import org.evergreen.settings.ChangePolicies.Upgrade;
import org.evergreen.settings.CheckoutRules;
import org.evergreen.settings.DunningRules;
import org.evergreen.settings.GroupingRules;
import org.evergreen.settings.MerchantSettings;
import org.evergreen.settings.NoticeRules;
import org.evergreen.settings.RetryLadder;
import org.evergreen.settings.SaveOffer;
import org.evergreen.settings.SelfService;

/**
 * A merchant's settings for tests: the defaults unless told otherwise, for example {@code
 * settings().upgrade(RESTART).build()}. Hand them to {@link TestShop#settings}, or to a class under
 * test as {@code () -> settings}.
 */
public final class SettingsBuilder {

  private final Set<SelfService.Action> allowed = EnumSet.allOf(SelfService.Action.class);
  private int pausesPerYear = SelfService.defaults().pausesPerYear();
  private ChangePolicies changes = ChangePolicies.defaults();
  private BillingRules billing = BillingRules.defaults();
  private DunningRules dunning = DunningRules.defaults();
  private GroupingRules grouping = GroupingRules.defaults();
  private NoticeRules notices = NoticeRules.defaults();
  private CheckoutRules checkout = CheckoutRules.defaults();
  private SaveOffer saveOffer = new SaveOffer.None();

  private SettingsBuilder() {}

  public static SettingsBuilder settings() {
    return new SettingsBuilder();
  }

  /** Shoppers may not do these by themselves. */
  public SettingsBuilder forbid(SelfService.Action... actions) {
    Arrays.asList(actions).forEach(allowed::remove);
    return this;
  }

  public SettingsBuilder pausesPerYear(int count) {
    pausesPerYear = count;
    return this;
  }

  public SettingsBuilder changes(ChangePolicies policies) {
    changes = policies;
    return this;
  }

  public SettingsBuilder switching(Switching value) {
    return changes(
        new ChangePolicies(
            value,
            changes.upgrade(),
            changes.downgrade(),
            changes.signUpFee(),
            changes.length(),
            changes.appliesTo()));
  }

  public SettingsBuilder upgrade(Upgrade value) {
    return changes(
        new ChangePolicies(
            changes.allowed(),
            value,
            changes.downgrade(),
            changes.signUpFee(),
            changes.length(),
            changes.appliesTo()));
  }

  public SettingsBuilder downgrade(Downgrade value) {
    return changes(
        new ChangePolicies(
            changes.allowed(),
            changes.upgrade(),
            value,
            changes.signUpFee(),
            changes.length(),
            changes.appliesTo()));
  }

  public SettingsBuilder signUpFee(SignUpFee value) {
    return changes(
        new ChangePolicies(
            changes.allowed(),
            changes.upgrade(),
            changes.downgrade(),
            value,
            changes.length(),
            changes.appliesTo()));
  }

  public SettingsBuilder length(Length value) {
    return changes(
        new ChangePolicies(
            changes.allowed(),
            changes.upgrade(),
            changes.downgrade(),
            changes.signUpFee(),
            value,
            changes.appliesTo()));
  }

  public SettingsBuilder missedCycles(BillingRules.MissedCycles value) {
    billing =
        new BillingRules(
            value, billing.latePayment(), billing.accessDays(), billing.unpaidOrderDays());
    return this;
  }

  public SettingsBuilder latePayment(BillingRules.LatePayment value) {
    billing =
        new BillingRules(
            billing.missedCycles(), value, billing.accessDays(), billing.unpaidOrderDays());
    return this;
  }

  public SettingsBuilder accessDays(int days) {
    billing =
        new BillingRules(
            billing.missedCycles(), billing.latePayment(), days, billing.unpaidOrderDays());
    return this;
  }

  public SettingsBuilder unpaidOrderDays(int days) {
    billing =
        new BillingRules(billing.missedCycles(), billing.latePayment(), billing.accessDays(), days);
    return this;
  }

  public SettingsBuilder ladder(RetryLadder value) {
    dunning = new DunningRules(value, dunning.atEnd(), dunning.groupDecline());
    return this;
  }

  public SettingsBuilder atEnd(DunningRules.FinalAction value) {
    dunning = new DunningRules(dunning.ladder(), value, dunning.groupDecline());
    return this;
  }

  public SettingsBuilder groupDecline(DunningRules.GroupDecline value) {
    dunning = new DunningRules(dunning.ladder(), dunning.atEnd(), value);
    return this;
  }

  public SettingsBuilder grouping(GroupingRules rules) {
    grouping = rules;
    return this;
  }

  /** What is due within so many days is paid together. */
  public SettingsBuilder window(int days) {
    return grouping(new GroupingRules(true, days, true, GroupingRules.MAX_LINES));
  }

  public SettingsBuilder notices(NoticeRules rules) {
    notices = rules;
    return this;
  }

  /** Nothing is written before something happens. */
  public SettingsBuilder withoutReminders() {
    NoticeRules.Reminder off = new NoticeRules.Reminder(false, 1);
    return notices(new NoticeRules(off, 1, off, off, off, notices.merchantEmail()));
  }

  /** The merchant is written to. */
  public SettingsBuilder merchantEmail(String address) {
    return notices(
        new NoticeRules(
            notices.upcoming(),
            notices.bankDebitDays(),
            notices.trial(),
            notices.term(),
            notices.card(),
            address));
  }

  public SettingsBuilder checkout(CheckoutRules rules) {
    checkout = rules;
    return this;
  }

  public SettingsBuilder saveOffer(SaveOffer offer) {
    saveOffer = offer;
    return this;
  }

  /** A percentage off the next payments for whoever stays. */
  public SettingsBuilder saveDiscount(String percent, int payments) {
    return saveOffer(new SaveOffer.Discount(Percentage.of(percent), payments));
  }

  public MerchantSettings build() {
    return new MerchantSettings(
        new SelfService(allowed, pausesPerYear),
        changes,
        billing,
        dunning,
        grouping,
        notices,
        checkout,
        saveOffer);
  }
}
