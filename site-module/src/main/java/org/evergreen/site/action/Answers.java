package org.evergreen.site.action;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.evergreen.form.Typed;

/** What the shopper has answered: text that may be anything, without what is not text. */
public final class Answers {
  private static final int LONGEST = 500;
  private static final Answers NONE = new Answers(Map.of());

  private final Map<String, String> values;

  private Answers(Map<String, String> values) {
    this.values = values;
  }

  public static Answers none() {
    return NONE;
  }

  /** The fields of a form as a browser sends them. */
  public static Answers of(Map<String, String> fields) {
    return new Answers(
        fields.entrySet().stream()
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, it -> clean(it.getValue()))));
  }

  /** What the fields of a page hold, preselected answers too. */
  static Answers of(List<Field> fields) {
    return of(
        fields.stream()
            .filter(field -> field.matters(fields))
            .collect(Collectors.toMap(Field::name, Field::value, (first, second) -> first)));
  }

  private static String clean(String typed) {
    String text = Typed.line(typed);
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }

  /** What was answered, empty text when nothing was. */
  public String text(String name) {
    return values.getOrDefault(name, "");
  }

  public boolean has(String name) {
    return !text(name).isEmpty();
  }

  /** The calendar day, written like 2027-02-28; empty when it is none, such as 2027-02-31. */
  public Optional<LocalDate> date(String name) {
    try {
      return Optional.of(LocalDate.parse(text(name)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The whole number of up to nine digits; empty when it is none. */
  public OptionalInt number(String name) {
    String text = text(name);
    return text.matches("[0-9]{1,9}")
        ? OptionalInt.of(Integer.parseInt(text))
        : OptionalInt.empty();
  }
}
