package org.evergreen.admin.settings;

import java.util.List;
import java.util.stream.Stream;
import org.evergreen.settings.SelfService.Action;
import org.evergreen.settings.Setting;
import org.evergreen.settings.ShopSettings;

/** All settings of the page, those about one thing together. */
final class SettingSections {

  /**
   * Settings about one thing.
   *
   * @param intro what they are for, in a sentence
   */
  record Section(String title, String intro, List<SettingField> fields) {}

  static final List<Section> ALL =
      List.of(
          selfService(),
          changes(),
          billing(),
          FailedPaymentSections.failedPayments(),
          FailedPaymentSections.grouping(),
          NoticeSection.notices(),
          checkout(),
          saveOffer());

  private SettingSections() {}

  private static Section selfService() {
    return new Section(
        "What shoppers may do themselves",
        "In My Account. What is switched off here, you can still do for them.",
        Stream.concat(
                actions(),
                Stream.of(
                    field(
                        ShopSettings.PAUSES_PER_YEAR,
                        "Pauses a year",
                        "How often a shopper may pause one subscription in a calendar year.")))
            .toList());
  }

  private static Stream<SettingField> actions() {
    return Stream.of(
        action(Action.PAUSE, "Pause and resume", "Nothing is charged while it is paused."),
        action(Action.SKIP, "Skip the next payment", "One cycle is left out."),
        action(Action.MOVE_DATE, "Move the next payment", "Only this once or from now on."),
        action(Action.CHANGE_QUANTITY, "Change quantities", "Priced as a change within the term."),
        action(Action.ADD_ITEM, "Add items", "From the plans of the change group."),
        action(Action.REMOVE_ITEM, "Remove items", "All but the last one."),
        action(Action.RENEW_EARLY, "Renew early", "The next date moves by one cycle."),
        action(Action.CHANGE_METHOD, "Change the payment method", "Of one subscription or of all."),
        action(Action.CHANGE_ADDRESS, "Change the address", "Of one subscription or of all."),
        action(
            Action.AUTOMATIC_RENEWAL,
            "Turn automatic renewal off and on",
            "When it is off, the shopper pays each renewal himself."),
        action(
            Action.CANCEL,
            "Cancel",
            "It runs to the end of what is paid. Some countries require that shoppers can do it"
                + " online."),
        action(Action.RESUBSCRIBE, "Subscribe again", "On the same terms, without trial and fee."));
  }

  private static SettingField action(Action action, String label, String help) {
    return field(ShopSettings.allowed(action), label, help);
  }

  private static Section changes() {
    return new Section(
        "Changes within a paid term",
        "How a change of plan, product or quantity is priced. A change group can have policies of"
            + " its own.",
        List.of(
            field(
                ShopSettings.SWITCHING,
                "Shoppers may switch",
                "Within the change group of their plan."),
            field(
                ShopSettings.UPGRADE,
                "For more per day",
                "What happens when the new plan or quantity costs more per day."),
            field(
                ShopSettings.DOWNGRADE,
                "For less per day",
                "What happens when the new plan or quantity costs less per day."),
            field(
                ShopSettings.SIGN_UP_FEE, "Sign-up fee of the new plan", "What is charged of it."),
            field(
                ShopSettings.LENGTH,
                "Number of payments of the new plan",
                "How they are counted when it has an end."),
            field(ShopSettings.APPLIES_TO, "Switching is for", "")));
  }

  private static Section billing() {
    return new Section(
        "Late and missed payments",
        "",
        List.of(
            field(
                ShopSettings.MISSED_CYCLES,
                "When whole cycles were missed, bill",
                "For example after the shop was down for weeks."),
            field(
                ShopSettings.LATE_PAYMENT,
                "When a payment comes late",
                "For example after a declined card was replaced."),
            field(
                ShopSettings.ACCESS_DAYS,
                "Days of access while a payment is overdue",
                "For example to downloads. 0 ends access at once."),
            field(
                ShopSettings.UNPAID_ORDER_DAYS,
                "Days until an unpaid first order is given up",
                "Its subscriptions are cancelled then.")));
  }

  private static Section checkout() {
    return new Section(
        "Cart and checkout",
        "",
        List.of(
            field(
                ShopSettings.MIXING,
                "One order may mix one-time items and subscriptions",
                "Otherwise a cart holds either."),
            field(
                ShopSettings.BILLING_DAY,
                "Offer the shopper his existing billing day",
                "A new subscription can join the day on which others of his are paid."),
            field(
                ShopSettings.GIFTS,
                "Subscriptions can be given as gifts",
                "The giver pays, somebody else gets it.")));
  }

  private static Section saveOffer() {
    return new Section(
        "Before a shopper cancels",
        "",
        List.of(
            field(ShopSettings.SAVE_OFFER, "Offer him", "Once, with the way out beside it."),
            field(
                ShopSettings.SAVE_OFFER_PERCENT,
                "Percent off",
                "Only for a discount. A subscription gets it once."),
            field(
                ShopSettings.SAVE_OFFER_PAYMENTS,
                "Off how many payments",
                "Only for a discount.")));
  }

  private static SettingField field(Setting<?> setting, String label, String help) {
    return new SettingField(setting, label, help);
  }
}
