package org.evergreen.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Reads single fields of a form and collects what is wrong with them, one message per field: the
 * first that was found.
 */
public final class FormFields {

  public static final BigDecimal MAX_AMOUNT = new BigDecimal("999999999.99");

  private static final Pattern WHOLE = Pattern.compile("[0-9]+");
  private static final Pattern DECIMAL = Pattern.compile("[0-9]+(\\.[0-9]+)?");
  private static final Pattern NEGATIVE = Pattern.compile("-\\s*[0-9.,]+");
  private static final Pattern DATE = Pattern.compile("(19[7-9]|2[0-9]{2})[0-9]-[0-9]{2}-[0-9]{2}");
  private static final int MAX_DIGITS = 30;
  private static final int MAX_KEY = 64;

  private final List<FieldViolation> violations = new ArrayList<>();

  public List<FieldViolation> violations() {
    return violations;
  }

  public static boolean isBlank(String text) {
    return text == null || text.isBlank();
  }

  /** A text of 1 to {@code most} characters without control characters. */
  public Optional<String> text(String field, String typed, int most) {
    if (isBlank(typed)) {
      return violation(field, "Give it a name");
    }
    String text = typed.strip();
    if (text.length() > most) {
      return violation(field, "Use at most " + most + " characters; these are " + text.length());
    }
    if (text.chars().anyMatch(Character::isISOControl)) {
      return violation(field, "Use one line without control characters");
    }
    return Optional.of(text);
  }

  /** A whole number from 1 to {@code most}. */
  public OptionalInt count(String field, String typed, int most) {
    return count(field, typed, 1, most);
  }

  /** A whole number from 0 to {@code most}; 0 when nothing was typed. */
  public OptionalInt countOrNone(String field, String typed, int most) {
    return isBlank(typed) ? OptionalInt.of(0) : count(field, typed, 0, most);
  }

  private OptionalInt count(String field, String typed, int least, int most) {
    String range = "Enter a whole number from " + least + " to " + most;
    if (isBlank(typed)) {
      return noCount(field, range);
    }
    String text = typed.strip();
    if (!WHOLE.matcher(text).matches()) {
      return noCount(field, range + ", not '" + shown(text) + "'");
    }
    if (!isWithin(text, least, most)) {
      return noCount(field, range + ", not '" + shown(text) + "'");
    }
    return OptionalInt.of(Integer.parseInt(text));
  }

  private static boolean isWithin(String digits, int least, int most) {
    if (digits.length() > MAX_DIGITS) {
      return false;
    }
    BigDecimal value = new BigDecimal(digits);
    return value.compareTo(BigDecimal.valueOf(least)) >= 0
        && value.compareTo(BigDecimal.valueOf(most)) <= 0;
  }

  private OptionalInt noCount(String field, String message) {
    violation(field, message);
    return OptionalInt.empty();
  }

  /**
   * A number from 0 to {@code most}.
   *
   * @param decimals the most digits after the point
   * @param what it is, for the message
   */
  public Optional<BigDecimal> decimal(
      String field, String typed, BigDecimal most, int decimals, String what) {
    if (isBlank(typed)) {
      return violation(field, "Enter " + what);
    }
    String text = typed.strip();
    if (NEGATIVE.matcher(text).matches()) {
      return violation(field, "Enter " + what + " of 0 or more, not '" + shown(text) + "'");
    }
    if (text.indexOf(',') >= 0) {
      return violation(
          field, "Write " + what + " with a point and without commas, for example 12.50");
    }
    if (!DECIMAL.matcher(text).matches()) {
      return violation(
          field, "Enter " + what + " as a number, for example 12.50; '" + shown(text) + "' is not");
    }
    if (text.length() > MAX_DIGITS || new BigDecimal(text).compareTo(most) > 0) {
      return violation(field, "Enter " + what + " of at most " + most.toPlainString());
    }
    return withDecimals(field, new BigDecimal(text), decimals, what);
  }

  private Optional<BigDecimal> withDecimals(
      String field, BigDecimal value, int decimals, String what) {
    if (value.stripTrailingZeros().scale() > decimals) {
      String allowed =
          decimals == 0
              ? " without digits after the point"
              : " with at most " + decimals + " digits after the point";
      return violation(field, "Enter " + what + allowed);
    }
    return Optional.of(value);
  }

  /** A calendar day as browsers send it, for example 2026-12-31. */
  public Optional<LocalDate> date(String field, String typed) {
    String text = typed == null ? "" : typed.strip();
    if (DATE.matcher(text).matches()) {
      try {
        return Optional.of(LocalDate.parse(text));
      } catch (DateTimeParseException e) {
        return violation(field, "There is no such day: '" + text + "'");
      }
    }
    return violation(field, "Enter a day as year-month-day, for example 2026-12-31");
  }

  /** One of the names of an enum. */
  public <E extends Enum<E>> Optional<E> choice(
      String field, String typed, Class<E> choices, String message) {
    Optional<E> chosen =
        Arrays.stream(choices.getEnumConstants())
            .filter(choice -> typed != null && choice.name().equals(typed.strip()))
            .findFirst();
    if (chosen.isEmpty()) {
      violation(field, message);
    }
    return chosen;
  }

  /** The host's key of something. */
  public Optional<String> key(String field, String typed) {
    boolean good =
        !isBlank(typed)
            && typed.length() <= MAX_KEY
            && typed.equals(typed.strip())
            && typed.chars().noneMatch(Character::isISOControl);
    return good
        ? Optional.of(typed)
        : violation(field, "Pick products from the list; '" + shown(typed) + "' is not one");
  }

  /** Says what is wrong with a field, unless something was said already; always empty. */
  public <T> Optional<T> violation(String field, String message) {
    if (violations.stream().noneMatch(known -> known.field().equals(field))) {
      violations.add(new FieldViolation(field, message));
    }
    return Optional.empty();
  }

  /** What was typed, shortened for a message. */
  public static String shown(String text) {
    if (text == null) {
      return "";
    }
    return text.length() <= 40 ? text : text.substring(0, 40) + "...";
  }
}
