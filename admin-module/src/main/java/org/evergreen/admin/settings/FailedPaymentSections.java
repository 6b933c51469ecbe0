package org.evergreen.admin.settings;

import java.util.List;
import java.util.stream.Stream;
import org.evergreen.settings.LadderSettings;
import org.evergreen.settings.RetryLadder;
import org.evergreen.settings.ShopSettings;

/** The sections about payments that fail and about what is paid together. */
final class FailedPaymentSections {

  private FailedPaymentSections() {}

  static SettingSections.Section failedPayments() {
    return new SettingSections.Section(
        "Failed payments",
        "A renewal that is declined is tried again, step by step. A step begins with a failed"
            + " attempt and ends with the next one. A card that will never work is not tried"
            + " again; the shopper is asked for another one at each step instead.",
        Stream.concat(
                LadderSettings.ROWS.stream().flatMap(FailedPaymentSections::step),
                Stream.of(
                    new SettingField(
                        ShopSettings.FINAL_ACTION,
                        "When the last attempt has failed",
                        "Cancelling and pausing also strike out what is owed."),
                    new SettingField(
                        ShopSettings.GROUP_DECLINE,
                        "Subscriptions that were declined together are tried again",
                        "A smaller amount may pass where a larger one does not.")))
            .toList());
  }

  private static Stream<SettingField> step(LadderSettings row) {
    String step = "Step " + row.number() + ": ";
    boolean first = row.number() == 1;
    String hours =
        first
            ? "From the failed payment to the first retry, 1 to " + RetryLadder.MAX_HOURS + "."
            : "From the retry before to this one. 0 leaves the step out.";
    return Stream.of(
        new SettingField(row.hours(), step + "hours to wait", hours),
        new SettingField(row.mail(), step + "e-mail to the shopper", "Sent when the step begins."),
        new SettingField(row.merchant(), step + "e-mail to you", ""),
        new SettingField(
            row.access(),
            step + "the subscriber keeps access",
            "At most for the days of access above."));
  }

  static SettingSections.Section grouping() {
    return new SettingSections.Section(
        "Paid together",
        "Subscriptions of one customer that are due together are one order, one parcel and one"
            + " charge.",
        List.of(
            new SettingField(
                ShopSettings.CONSOLIDATES,
                "Charge a customer's subscriptions together",
                "Otherwise each is charged alone."),
            new SettingField(
                ShopSettings.WINDOW_DAYS,
                "Days that a payment may be taken along early",
                "0 takes along what is due on the same day. Dates stay as they are."),
            new SettingField(
                ShopSettings.OPT_OUT,
                "Shoppers may have each subscription charged alone",
                "In My Account."),
            new SettingField(
                ShopSettings.MAX_LINES, "Most lines in one order", "More become several orders.")));
  }
}
