package org.evergreen.admin.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.evergreen.admin.Option;
import org.evergreen.settings.Setting;

/**
 * A setting as a field of the page.
 *
 * @param setting which values it takes
 * @param label its name on the page
 * @param help what it does, in a sentence or two
 */
record SettingField(Setting<?> setting, String label, String help) {

  public String name() {
    return setting.name();
  }

  public boolean isFlag() {
    return setting instanceof Setting.Flag;
  }

  public boolean isChoice() {
    return setting instanceof Setting.Choice;
  }

  /** How a phone's keyboard should be. */
  public String mode() {
    if (setting instanceof Setting.Email) {
      return "email";
    }
    return setting instanceof Setting.Percent ? "decimal" : "numeric";
  }

  /** How it stands on the page; nothing for one that has a row of its own. */
  public String style() {
    List<String> styles = new ArrayList<>();
    if (!isFlag() && !isChoice()) {
      styles.add("admin-short");
      if (name().startsWith("save-offer.")) {
        styles.add("admin-if-discount");
      }
    }
    if (name().startsWith("dunning-step-")) {
      styles.add("admin-step");
    }
    return styles.isEmpty() ? null : String.join(" ", styles);
  }

  /** What a choice offers. */
  public List<Option> options() {
    return setting instanceof Setting.Choice<?> choice
        ? choice.values().stream()
            .map(value -> new Option(value.name(), ChoiceLabels.of(value)))
            .toList()
        : List.of();
  }

  /** The help, and the default by name. */
  public String helpWithDefault() {
    return (help + " Default: " + defaultInWords() + ".").strip();
  }

  private String defaultInWords() {
    if (setting instanceof Setting.Flag flag) {
      return flag.byDefault() ? "yes" : "no";
    }
    if (setting instanceof Setting.Choice<?> choice) {
      return ChoiceLabels.of(choice.byDefault()).toLowerCase(Locale.ROOT);
    }
    return setting.writtenDefault().isEmpty() ? "none" : setting.writtenDefault();
  }
}
