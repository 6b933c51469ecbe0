package org.evergreen.admin.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evergreen.admin.Option;
import org.evergreen.settings.BillingRules.LatePayment;
import org.evergreen.settings.BillingRules.MissedCycles;
import org.evergreen.settings.ChangePolicies.AppliesTo;
import org.evergreen.settings.ChangePolicies.Downgrade;
import org.evergreen.settings.ChangePolicies.Length;
import org.evergreen.settings.ChangePolicies.SignUpFee;
import org.evergreen.settings.ChangePolicies.Switching;
import org.evergreen.settings.ChangePolicies.Upgrade;
import org.evergreen.settings.DunningRules.FinalAction;
import org.evergreen.settings.DunningRules.GroupDecline;
import org.evergreen.settings.RetryLadder.ShopperMail;
import org.evergreen.settings.ShopSettings.SaveOfferKind;

/** What a merchant reads for each value that a setting may have. */
public final class ChoiceLabels {

  private static final Map<Enum<?>, String> LABELS =
      Map.ofEntries(
          Map.entry(Switching.UP_AND_DOWN, "To dearer and to cheaper plans"),
          Map.entry(Switching.UP_ONLY, "To dearer plans only"),
          Map.entry(Switching.NONE, "Not at all"),
          Map.entry(Upgrade.CHARGE_DIFFERENCE, "Pay the difference for the days left now"),
          Map.entry(Upgrade.RESTART, "Start a new cycle now, less what is left of the old one"),
          Map.entry(Upgrade.SHORTEN, "Pay nothing now, the next payment comes sooner"),
          Map.entry(Upgrade.FREE_UNTIL_RENEWAL, "Nothing until the next payment"),
          Map.entry(Downgrade.AT_RENEWAL, "Changes with the next payment"),
          Map.entry(Downgrade.CREDIT, "Changes now, the difference is credited"),
          Map.entry(Downgrade.EXTEND, "Changes now, the next payment comes later"),
          Map.entry(Downgrade.REFUND, "Changes now, the difference is refunded (merchants only)"),
          Map.entry(SignUpFee.NONE, "None"),
          Map.entry(SignUpFee.DIFFERENCE, "What it is more than the old plan's"),
          Map.entry(SignUpFee.FULL, "All of it"),
          Map.entry(Length.RESTART, "From the start"),
          Map.entry(Length.SUBTRACT_PAID, "Less the payments already made"),
          Map.entry(AppliesTo.ALL_PRODUCTS, "All products"),
          Map.entry(AppliesTo.NOT_PHYSICAL, "Virtual and downloadable products only"),
          Map.entry(MissedCycles.CURRENT_ONLY, "Only the current one"),
          Map.entry(MissedCycles.EACH, "Each missed one, one after the other"),
          Map.entry(MissedCycles.NONE, "None; billing goes on with the next date"),
          Map.entry(LatePayment.KEEP_SCHEDULE, "The dates stay as they are"),
          Map.entry(LatePayment.RESTART, "The dates are counted anew from the payment"),
          Map.entry(FinalAction.CANCEL, "Cancel the subscription"),
          Map.entry(FinalAction.PAUSE, "Pause the subscription"),
          Map.entry(FinalAction.LEAVE, "Leave the payment overdue"),
          Map.entry(GroupDecline.TOGETHER, "All in one charge again"),
          Map.entry(GroupDecline.APART, "Each by itself, the oldest debt first"),
          Map.entry(ShopperMail.NONE, "No e-mail"),
          Map.entry(ShopperMail.PLAIN, "Friendly reminder"),
          Map.entry(ShopperMail.URGENT, "Urgent reminder"),
          Map.entry(ShopperMail.LAST_CALL, "Last call"),
          Map.entry(SaveOfferKind.NONE, "Nothing"),
          Map.entry(SaveOfferKind.PAUSE, "To pause instead"),
          Map.entry(SaveOfferKind.DISCOUNT, "A discount on the next payments"),
          Map.entry(SaveOfferKind.CHEAPER_PLAN, "A cheaper plan of the change group"));

  private ChoiceLabels() {}

  /** For example "Pay the difference for the days left now". */
  public static String of(Enum<?> value) {
    return Optional.ofNullable(LABELS.get(value))
        .orElseThrow(() -> new IllegalArgumentException("No label for " + value));
  }

  /** A select field's options for all values of a kind. */
  public static <E extends Enum<E>> List<Option> options(Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(value -> new Option(value.name(), of(value)))
        .toList();
  }
}
