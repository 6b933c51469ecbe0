package org.evergreen.settings;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.evergreen.settings.RetryLadder.ShopperMail;
import org.evergreen.settings.RetryLadder.Step;
import org.evergreen.settings.Setting.Choice;
import org.evergreen.settings.Setting.Count;
import org.evergreen.settings.Setting.Flag;

/**
 * The settings that make up a {@link RetryLadder}: a row for each step that it may have. A row of 0
 * hours is no step.
 *
 * @param number of the row, from 1
 * @param hours how long it waits; the first always does
 * @param mail what the shopper is written when it begins
 * @param merchant whether the merchant is written when it begins
 * @param access whether a subscriber keeps access during it
 */
public record LadderSettings(
    int number, Count hours, Choice<ShopperMail> mail, Flag merchant, Flag access) {

  private static final RetryLadder DEFAULT = DunningRules.defaults().ladder();

  /** What a row says whose step is not in the default ladder. */
  private static final Step UNUSED = new Step(Duration.ofHours(1), ShopperMail.PLAIN, false, true);

  /** All rows, first to last. */
  public static final List<LadderSettings> ROWS =
      IntStream.rangeClosed(1, RetryLadder.MAX_STEPS).mapToObj(LadderSettings::row).toList();

  private static LadderSettings row(int number) {
    boolean used = number <= DEFAULT.size();
    Step step = used ? DEFAULT.steps().get(number - 1) : UNUSED;
    String name = "dunning-step-" + number + ".";
    int hours = used ? (int) step.after().toHours() : 0;
    return new LadderSettings(
        number,
        new Count(name + "hours", number == 1 ? 1 : 0, RetryLadder.MAX_HOURS, hours),
        new Choice<>(name + "mail", step.mail()),
        new Flag(name + "merchant", step.tellsMerchant()),
        new Flag(name + "access", step.access()));
  }

  Stream<Setting<?>> all() {
    return Stream.of(hours, mail, merchant, access);
  }

  static RetryLadder read(ShopSettings.Values values) {
    List<Step> steps = new ArrayList<>();
    ROWS.forEach(row -> row.step(values).ifPresent(steps::add));
    return new RetryLadder(steps);
  }

  /** Every setting is read, so that all that are wrong are named at once. */
  private Optional<Step> step(ShopSettings.Values values) {
    int wait = values.of(hours);
    ShopperMail told = values.of(mail);
    boolean tellsMerchant = values.of(merchant);
    boolean keepsAccess = values.of(access);
    return wait == 0
        ? Optional.empty()
        : Optional.of(new Step(Duration.ofHours(wait), told, tellsMerchant, keepsAccess));
  }

  static void write(RetryLadder ladder, ShopSettings.Texts texts) {
    for (LadderSettings row : ROWS) {
      boolean used = row.number <= ladder.size();
      if (used) {
        Step step = ladder.steps().get(row.number - 1);
        texts.put(row.hours, (int) step.after().toHours());
        texts.put(row.mail, step.mail());
        texts.put(row.merchant, step.tellsMerchant());
        texts.put(row.access, step.access());
      } else {
        texts.put(row.hours, 0);
      }
    }
  }
}
