package org.evergreen.admin.settings;

import java.util.List;
import org.evergreen.settings.ReminderSettings;

/** The section about what is written before something happens, and to the merchant. */
final class NoticeSection {

  private static final String DAYS = "Calendar days of the shop, 1 to 60.";

  private NoticeSection() {}

  static SettingSections.Section notices() {
    return new SettingSections.Section(
        "E-mails before something happens",
        "Each is written once. After a day on which the shop was down they go out late.",
        List.of(
            on(ReminderSettings.UPCOMING, "Before a renewal is charged", "With what and when."),
            days(ReminderSettings.UPCOMING, "Days before a renewal", DAYS),
            new SettingField(
                ReminderSettings.BANK_DEBIT_DAYS,
                "Days before a renewal that a bank account pays",
                "Debit schemes usually ask for 14 calendar days."),
            on(
                ReminderSettings.TRIAL,
                "Before a trial ends",
                "Card schemes ask for it when a trial turns into payments."),
            days(ReminderSettings.TRIAL, "Days before a trial ends", DAYS),
            on(
                ReminderSettings.TERM,
                "Before a subscription ends whose payments are all made",
                "So that the shopper can subscribe again."),
            days(ReminderSettings.TERM, "Days before it ends", DAYS),
            on(
                ReminderSettings.CARD,
                "When a card will have expired by the next payment",
                "Once for each card."),
            days(ReminderSettings.CARD, "Days before that payment", DAYS),
            new SettingField(
                ReminderSettings.MERCHANT_EMAIL,
                "Your e-mail address",
                "For what you should know: failed payments and refunds, disputes and renewals set"
                    + " aside. Empty when you look yourself.")));
  }

  private static SettingField on(ReminderSettings reminder, String label, String help) {
    return new SettingField(reminder.on(), label, help);
  }

  private static SettingField days(ReminderSettings reminder, String label, String help) {
    return new SettingField(reminder.days(), label, help);
  }
}
