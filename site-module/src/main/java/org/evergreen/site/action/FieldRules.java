package org.evergreen.site.action;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.evergreen.site.words.SiteWords;

/** What is wrong with answers, whatever they are for: choices, days and numbers out of bounds. */
final class FieldRules {
  private final SiteWords words;

  FieldRules(SiteWords words) {
    this.words = words;
  }

  /** The problems by field, all at once; a day that was not picked yet is none. */
  Map<String, String> problems(List<Field> fields) {
    Map<String, String> problems = new LinkedHashMap<>();
    Answers answers = Answers.of(fields);
    fields.stream()
        .filter(field -> field.matters(fields))
        .forEach(
            field ->
                problem(field, answers)
                    .ifPresent(text -> problems.putIfAbsent(field.name(), text)));
    return problems;
  }

  /** Whether something that matters is still to be picked. */
  static boolean isUnanswered(List<Field> fields) {
    return fields.stream()
        .filter(field -> field.matters(fields))
        .anyMatch(field -> mustBeAnswered(field) && field.value().isEmpty());
  }

  private static boolean mustBeAnswered(Field field) {
    return switch (field.kind()) {
      case CHOICE, LIST, DATE, NUMBER -> true;
      case LINE, REMARK, CARD, HIDDEN -> false;
    };
  }

  private Optional<String> problem(Field field, Answers answers) {
    if (field.value().isEmpty()) {
      return Optional.empty();
    }
    return switch (field.kind()) {
      case CHOICE, LIST -> notOffered(field);
      case DATE -> day(field, answers.date(field.name()));
      case NUMBER -> number(field, answers.number(field.name()));
      case LINE, REMARK, CARD, HIDDEN -> Optional.empty();
    };
  }

  private static Optional<String> notOffered(Field field) {
    return field.options().stream().anyMatch(option -> option.value().equals(field.value()))
        ? Optional.empty()
        : Optional.of("This is not one of the choices any more. Please pick another one.");
  }

  private Optional<String> day(Field field, Optional<LocalDate> day) {
    if (day.isEmpty()) {
      return Optional.of("The calendar has no day " + field.value() + ". Please pick another one.");
    }
    if (!field.least().isEmpty() && day.get().isBefore(LocalDate.parse(field.least()))) {
      String least = words.date(LocalDate.parse(field.least()));
      return Optional.of(
          words.date(day.get()) + " is too early. Please pick " + least + " or a later day.");
    }
    if (!field.most().isEmpty() && day.get().isAfter(LocalDate.parse(field.most()))) {
      String most = words.date(LocalDate.parse(field.most()));
      return Optional.of(
          words.date(day.get()) + " is too late. Please pick " + most + " or an earlier day.");
    }
    return Optional.empty();
  }

  private static Optional<String> number(Field field, OptionalInt number) {
    int least = Integer.parseInt(field.least());
    int most = Integer.parseInt(field.most());
    boolean fits = number.isPresent() && number.getAsInt() >= least && number.getAsInt() <= most;
    return fits
        ? Optional.empty()
        : Optional.of("Please enter a whole number from " + least + " to " + most + ".");
  }
}
