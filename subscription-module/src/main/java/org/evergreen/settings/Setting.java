package org.evergreen.settings;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.evergreen.money.Percentage;

/**
 * One thing that the merchant decides: under which name it is stored and typed, which values it
 * takes, and which one holds until he decides.
 *
 * @param <T> what a value is
 */
public sealed interface Setting<T> {

  /** Its name in the database and in the form, for example {@code billing.access-days}. */
  String name();

  /** The value that holds until the merchant decides. */
  T byDefault();

  /** The value of a text; empty when the text is none. */
  Optional<T> parse(String text);

  /** A value as text, which {@link #parse} reads again. */
  String write(T value);

  /** Which texts are values, as a sentence without a full stop that tells what to do. */
  String requirement();

  /** The default as text. */
  default String writtenDefault() {
    return write(byDefault());
  }

  /** Yes or no. */
  record Flag(String name, Boolean byDefault) implements Setting<Boolean> {

    @Override
    public Optional<Boolean> parse(String text) {
      return switch (text.strip()) {
        case "true" -> Optional.of(true);
        case "false" -> Optional.of(false);
        default -> Optional.empty();
      };
    }

    @Override
    public String write(Boolean value) {
      return value.toString();
    }

    @Override
    public String requirement() {
      return "Say yes or no";
    }
  }

  /** A whole number between two others. */
  record Count(String name, int least, int most, Integer byDefault) implements Setting<Integer> {

    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,9}");

    @Override
    public Optional<Integer> parse(String text) {
      return Optional.of(text.strip())
          .filter(digits -> DIGITS.matcher(digits).matches())
          .map(Integer::valueOf)
          .filter(value -> value >= least && value <= most);
    }

    @Override
    public String write(Integer value) {
      return value.toString();
    }

    @Override
    public String requirement() {
      return "Enter a whole number from " + least + " to " + most;
    }
  }

  /** One of several. */
  record Choice<E extends Enum<E>>(String name, E byDefault) implements Setting<E> {

    /** Everything that may be chosen. */
    public List<E> values() {
      return Arrays.asList(byDefault.getDeclaringClass().getEnumConstants());
    }

    @Override
    public Optional<E> parse(String text) {
      String chosen = text.strip();
      return values().stream().filter(value -> value.name().equals(chosen)).findFirst();
    }

    @Override
    public String write(E value) {
      return value.name();
    }

    @Override
    public String requirement() {
      return "Choose one of the values in the list";
    }
  }

  /** An e-mail address or none, which is the default. */
  record Email(String name) implements Setting<String> {

    private static final int LONGEST = 254;
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>,;\"]+@[^\\s@<>,;\"]+");

    @Override
    public String byDefault() {
      return "";
    }

    @Override
    public Optional<String> parse(String text) {
      return Optional.of(text.strip())
          .filter(email -> email.isEmpty() || ADDRESS.matcher(email).matches())
          .filter(email -> email.length() <= LONGEST);
    }

    @Override
    public String write(String value) {
      return value;
    }

    @Override
    public String requirement() {
      return "Enter one e-mail address, or nothing";
    }
  }

  /** More than 0 and at most 100 percent, with up to four digits after the point. */
  record Percent(String name, Percentage byDefault) implements Setting<Percentage> {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,4})?");

    public Percent {
      Objects.requireNonNull(byDefault, "byDefault");
    }

    @Override
    public Optional<Percentage> parse(String text) {
      return Optional.of(text.strip())
          .filter(number -> NUMBER.matcher(number).matches())
          .map(BigDecimal::new)
          .filter(value -> value.signum() > 0 && value.compareTo(BigDecimal.valueOf(100)) <= 0)
          .map(Percentage::new);
    }

    @Override
    public String write(Percentage value) {
      return value.value().toPlainString();
    }

    @Override
    public String requirement() {
      return "Enter a percentage above 0 and at most 100, for example 12.5";
    }
  }
}
