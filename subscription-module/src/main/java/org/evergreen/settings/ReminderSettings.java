package org.evergreen.settings;

import java.util.List;
import org.evergreen.settings.NoticeRules.Reminder;
import org.evergreen.settings.Setting.Count;
import org.evergreen.settings.Setting.Email;
import org.evergreen.settings.Setting.Flag;

/**
 * The settings that make up {@link NoticeRules}: two for each reminder.
 *
 * @param on whether it is written
 * @param days how many days before
 */
public record ReminderSettings(Flag on, Count days) {

  private static final NoticeRules DEFAULTS = NoticeRules.defaults();

  public static final ReminderSettings UPCOMING = of("upcoming", DEFAULTS.upcoming());
  public static final Count BANK_DEBIT_DAYS = days("bank-debit", DEFAULTS.bankDebitDays());
  public static final ReminderSettings TRIAL = of("trial", DEFAULTS.trial());
  public static final ReminderSettings TERM = of("term", DEFAULTS.term());
  public static final ReminderSettings CARD = of("card", DEFAULTS.card());
  public static final Email MERCHANT_EMAIL = new Email("notices.merchant-email");

  private static ReminderSettings of(String name, Reminder byDefault) {
    return new ReminderSettings(
        new Flag("notices." + name, byDefault.on()), days(name, byDefault.days()));
  }

  private static Count days(String name, int byDefault) {
    return new Count("notices." + name + "-days", 1, NoticeRules.MAX_DAYS, byDefault);
  }

  static List<Setting<?>> all() {
    return List.of(
        UPCOMING.on,
        UPCOMING.days,
        BANK_DEBIT_DAYS,
        TRIAL.on,
        TRIAL.days,
        TERM.on,
        TERM.days,
        CARD.on,
        CARD.days,
        MERCHANT_EMAIL);
  }

  static NoticeRules read(ShopSettings.Values values) {
    return new NoticeRules(
        UPCOMING.reminder(values),
        values.of(BANK_DEBIT_DAYS),
        TRIAL.reminder(values),
        TERM.reminder(values),
        CARD.reminder(values),
        values.of(MERCHANT_EMAIL));
  }

  private Reminder reminder(ShopSettings.Values values) {
    return new Reminder(values.of(on), values.of(days));
  }

  static void write(NoticeRules rules, ShopSettings.Texts texts) {
    UPCOMING.write(rules.upcoming(), texts);
    texts.put(BANK_DEBIT_DAYS, rules.bankDebitDays());
    TRIAL.write(rules.trial(), texts);
    TERM.write(rules.term(), texts);
    CARD.write(rules.card(), texts);
    texts.put(MERCHANT_EMAIL, rules.merchantEmail());
  }

  private void write(Reminder reminder, ShopSettings.Texts texts) {
    texts.put(on, reminder.on());
    texts.put(days, reminder.days());
  }
}
