package org.evergreen.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evergreen.form.FieldViolation;

/**
 * The settings as they were typed into the page: text by the names of {@link ShopSettings} that may
 * be wrong in any way. A box that is not ticked is missing.
 */
public record SettingsForm(Map<String, String> typed) {

  private static final int SHOWN = 40;

  public SettingsForm {
    typed = Map.copyOf(typed);
  }

  /** The form that shows settings, what a discount would be included. */
  public static SettingsForm of(MerchantSettings settings) {
    Map<String, String> texts = ShopSettings.write(settings);
    for (Setting<?> setting : ShopSettings.all()) {
      texts.putIfAbsent(setting.name(), setting.writtenDefault());
    }
    return new SettingsForm(texts);
  }

  /** What became of a form. */
  public sealed interface Reading {

    /** They can be saved. */
    record Valid(MerchantSettings settings) implements Reading {}

    /** They cannot; every wrong field is named at once. */
    record Invalid(List<FieldViolation> violations) implements Reading {

      public Invalid {
        violations = List.copyOf(violations);
      }
    }
  }

  /** Settings that can be saved, or everything that is wrong with the form. */
  public Reading read() {
    List<FieldViolation> violations = new ArrayList<>();
    MerchantSettings settings =
        ShopSettings.read(
            new ShopSettings.Values() {
              @Override
              public <T> T of(Setting<T> setting) {
                return valueOf(setting)
                    .orElseGet(
                        () -> {
                          violations.add(violation(setting));
                          return setting.byDefault();
                        });
              }
            });
    return violations.isEmpty() ? new Reading.Valid(settings) : new Reading.Invalid(violations);
  }

  private <T> Optional<T> valueOf(Setting<T> setting) {
    boolean notTicked = setting instanceof Setting.Flag && !typed.containsKey(setting.name());
    return setting.parse(notTicked ? "false" : typed.getOrDefault(setting.name(), ""));
  }

  private FieldViolation violation(Setting<?> setting) {
    String text = typed.getOrDefault(setting.name(), "").strip();
    if (text.isEmpty() || setting instanceof Setting.Choice) {
      return new FieldViolation(setting.name(), setting.requirement());
    }
    String shown = text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
    return new FieldViolation(setting.name(), setting.requirement() + ", not '" + shown + "'");
  }
}
