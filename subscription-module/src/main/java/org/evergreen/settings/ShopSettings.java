package org.evergreen.settings;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evergreen.money.Percentage;
import org.evergreen.settings.Setting.Choice;
import org.evergreen.settings.Setting.Count;
import org.evergreen.settings.Setting.Flag;
import org.evergreen.settings.Setting.Percent;

/** Every setting by itself, and how all of them make up {@link MerchantSettings}. */
public final class ShopSettings {

  private static final MerchantSettings DEFAULTS = MerchantSettings.defaults();

  public static final Count PAUSES_PER_YEAR =
      new Count(
          "self-service.pauses-per-year",
          0,
          SelfService.MAX_PAUSES_PER_YEAR,
          DEFAULTS.selfService().pausesPerYear());

  public static final Choice<ChangePolicies.Switching> SWITCHING =
      new Choice<>("changes.allowed", DEFAULTS.changes().allowed());
  public static final Choice<ChangePolicies.Upgrade> UPGRADE =
      new Choice<>("changes.upgrade", DEFAULTS.changes().upgrade());
  public static final Choice<ChangePolicies.Downgrade> DOWNGRADE =
      new Choice<>("changes.downgrade", DEFAULTS.changes().downgrade());
  public static final Choice<ChangePolicies.SignUpFee> SIGN_UP_FEE =
      new Choice<>("changes.sign-up-fee", DEFAULTS.changes().signUpFee());
  public static final Choice<ChangePolicies.Length> LENGTH =
      new Choice<>("changes.length", DEFAULTS.changes().length());
  public static final Choice<ChangePolicies.AppliesTo> APPLIES_TO =
      new Choice<>("changes.applies-to", DEFAULTS.changes().appliesTo());

  public static final Choice<BillingRules.MissedCycles> MISSED_CYCLES =
      new Choice<>("billing.missed-cycles", DEFAULTS.billing().missedCycles());
  public static final Choice<BillingRules.LatePayment> LATE_PAYMENT =
      new Choice<>("billing.late-payment", DEFAULTS.billing().latePayment());
  public static final Count ACCESS_DAYS =
      new Count("billing.access-days", 0, BillingRules.MAX_DAYS, DEFAULTS.billing().accessDays());
  public static final Count UNPAID_ORDER_DAYS =
      new Count(
          "billing.unpaid-order-days",
          1,
          BillingRules.MAX_DAYS,
          DEFAULTS.billing().unpaidOrderDays());

  public static final Choice<DunningRules.FinalAction> FINAL_ACTION =
      new Choice<>("dunning.final-action", DEFAULTS.dunning().atEnd());
  public static final Choice<DunningRules.GroupDecline> GROUP_DECLINE =
      new Choice<>("dunning.group-decline", DEFAULTS.dunning().groupDecline());

  public static final Flag CONSOLIDATES =
      new Flag("grouping.consolidate", DEFAULTS.grouping().consolidates());
  public static final Count WINDOW_DAYS =
      new Count(
          "grouping.window-days",
          0,
          GroupingRules.MAX_WINDOW_DAYS,
          DEFAULTS.grouping().windowDays());
  public static final Flag OPT_OUT = new Flag("grouping.opt-out", DEFAULTS.grouping().optOut());
  public static final Count MAX_LINES =
      new Count("grouping.max-lines", 1, GroupingRules.MAX_LINES, DEFAULTS.grouping().maxLines());

  public static final Flag MIXING = new Flag("checkout.mixing", DEFAULTS.checkout().mixing());
  public static final Flag BILLING_DAY =
      new Flag("checkout.billing-day", DEFAULTS.checkout().billingDay());
  public static final Flag GIFTS = new Flag("checkout.gifts", DEFAULTS.checkout().gifts());

  /** The kinds of {@link SaveOffer}. */
  public enum SaveOfferKind {
    NONE,
    PAUSE,
    DISCOUNT,
    CHEAPER_PLAN
  }

  public static final Choice<SaveOfferKind> SAVE_OFFER =
      new Choice<>("save-offer.kind", SaveOfferKind.NONE);
  public static final Percent SAVE_OFFER_PERCENT =
      new Percent("save-offer.percent", Percentage.of("20"));
  public static final Count SAVE_OFFER_PAYMENTS = new Count("save-offer.payments", 1, 120, 3);

  private static final Map<SelfService.Action, Flag> ACTIONS =
      Arrays.stream(SelfService.Action.values())
          .collect(
              Collectors.toMap(
                  action -> action,
                  ShopSettings::flag,
                  (one, other) -> one,
                  () -> new EnumMap<>(SelfService.Action.class)));

  private ShopSettings() {}

  private static Flag flag(SelfService.Action action) {
    String name = action.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return new Flag("self-service." + name, DEFAULTS.selfService().allows(action));
  }

  /** Whether shoppers may do something by themselves. */
  public static Flag allowed(SelfService.Action action) {
    return ACTIONS.get(action);
  }

  /** All of them, those about one thing together. */
  public static List<Setting<?>> all() {
    return Stream.of(
            ACTIONS.values().stream(),
            LadderSettings.ROWS.stream().flatMap(LadderSettings::all),
            ReminderSettings.all().stream(),
            Stream.of(
                PAUSES_PER_YEAR,
                SWITCHING,
                UPGRADE,
                DOWNGRADE,
                SIGN_UP_FEE,
                LENGTH,
                APPLIES_TO,
                MISSED_CYCLES,
                LATE_PAYMENT,
                ACCESS_DAYS,
                UNPAID_ORDER_DAYS,
                FINAL_ACTION,
                GROUP_DECLINE,
                CONSOLIDATES,
                WINDOW_DAYS,
                OPT_OUT,
                MAX_LINES,
                MIXING,
                BILLING_DAY,
                GIFTS,
                SAVE_OFFER,
                SAVE_OFFER_PERCENT,
                SAVE_OFFER_PAYMENTS))
        .<Setting<?>>flatMap(settings -> settings)
        .toList();
  }

  /** Where the value of a setting is taken from. */
  interface Values {
    <T> T of(Setting<T> setting);
  }

  static MerchantSettings read(Values values) {
    return new MerchantSettings(
        new SelfService(
            ACTIONS.entrySet().stream()
                .filter(action -> values.of(action.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet()),
            values.of(PAUSES_PER_YEAR)),
        new ChangePolicies(
            values.of(SWITCHING),
            values.of(UPGRADE),
            values.of(DOWNGRADE),
            values.of(SIGN_UP_FEE),
            values.of(LENGTH),
            values.of(APPLIES_TO)),
        new BillingRules(
            values.of(MISSED_CYCLES),
            values.of(LATE_PAYMENT),
            values.of(ACCESS_DAYS),
            values.of(UNPAID_ORDER_DAYS)),
        new DunningRules(
            LadderSettings.read(values), values.of(FINAL_ACTION), values.of(GROUP_DECLINE)),
        new GroupingRules(
            values.of(CONSOLIDATES),
            values.of(WINDOW_DAYS),
            values.of(OPT_OUT),
            values.of(MAX_LINES)),
        ReminderSettings.read(values),
        new CheckoutRules(values.of(MIXING), values.of(BILLING_DAY), values.of(GIFTS)),
        saveOffer(values));
  }

  private static SaveOffer saveOffer(Values values) {
    return switch (values.of(SAVE_OFFER)) {
      case NONE -> new SaveOffer.None();
      case PAUSE -> new SaveOffer.Pause();
      case DISCOUNT ->
          new SaveOffer.Discount(values.of(SAVE_OFFER_PERCENT), values.of(SAVE_OFFER_PAYMENTS));
      case CHEAPER_PLAN -> new SaveOffer.CheaperPlan();
    };
  }

  /**
   * The settings as texts by name. What a discount would be is left out while none is offered, and
   * what a step of the ladder would do that is not there.
   *
   * @throws IllegalArgumentException when one of them is a value that no form takes
   */
  public static Map<String, String> write(MerchantSettings settings) {
    Texts texts = new Texts();
    ACTIONS.forEach((action, flag) -> texts.put(flag, settings.selfService().allows(action)));
    texts.put(PAUSES_PER_YEAR, settings.selfService().pausesPerYear());
    ChangePolicies changes = settings.changes();
    texts.put(SWITCHING, changes.allowed());
    texts.put(UPGRADE, changes.upgrade());
    texts.put(DOWNGRADE, changes.downgrade());
    texts.put(SIGN_UP_FEE, changes.signUpFee());
    texts.put(LENGTH, changes.length());
    texts.put(APPLIES_TO, changes.appliesTo());
    BillingRules billing = settings.billing();
    texts.put(MISSED_CYCLES, billing.missedCycles());
    texts.put(LATE_PAYMENT, billing.latePayment());
    texts.put(ACCESS_DAYS, billing.accessDays());
    texts.put(UNPAID_ORDER_DAYS, billing.unpaidOrderDays());
    LadderSettings.write(settings.dunning().ladder(), texts);
    texts.put(FINAL_ACTION, settings.dunning().atEnd());
    texts.put(GROUP_DECLINE, settings.dunning().groupDecline());
    GroupingRules grouping = settings.grouping();
    texts.put(CONSOLIDATES, grouping.consolidates());
    texts.put(WINDOW_DAYS, grouping.windowDays());
    texts.put(OPT_OUT, grouping.optOut());
    texts.put(MAX_LINES, grouping.maxLines());
    ReminderSettings.write(settings.notices(), texts);
    texts.put(MIXING, settings.checkout().mixing());
    texts.put(BILLING_DAY, settings.checkout().billingDay());
    texts.put(GIFTS, settings.checkout().gifts());
    write(settings.saveOffer(), texts);
    return texts.byName;
  }

  private static void write(SaveOffer offer, Texts texts) {
    if (offer instanceof SaveOffer.Pause) {
      texts.put(SAVE_OFFER, SaveOfferKind.PAUSE);
    } else if (offer instanceof SaveOffer.CheaperPlan) {
      texts.put(SAVE_OFFER, SaveOfferKind.CHEAPER_PLAN);
    } else if (offer instanceof SaveOffer.Discount discount) {
      texts.put(SAVE_OFFER, SaveOfferKind.DISCOUNT);
      texts.put(SAVE_OFFER_PERCENT, discount.percent());
      texts.put(SAVE_OFFER_PAYMENTS, discount.payments());
    } else {
      texts.put(SAVE_OFFER, SaveOfferKind.NONE);
    }
  }

  static final class Texts {

    private final Map<String, String> byName = new LinkedHashMap<>();

    <T> void put(Setting<T> setting, T value) {
      String text = setting.write(value);
      if (!setting.parse(text).equals(Optional.of(value))) {
        throw new IllegalArgumentException(
            "Not a value of " + setting.name() + ": " + text + ". " + setting.requirement());
      }
      byName.put(setting.name(), text);
    }
  }
}
