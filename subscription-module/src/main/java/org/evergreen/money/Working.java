package org.evergreen.money;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.Money;

/**
 * How an amount came about, line by line, so that a person can follow every cent. It can be kept as
 * text and read again.
 */
public record Working(List<Line> lines) {

  private static final Working NOTHING = new Working(List.of());

  /**
   * A step.
   *
   * @param text in plain words, on one line
   * @param amount what it comes to, where it comes to an amount
   */
  public record Line(String text, Optional<Money> amount) {

    public Line {
      Objects.requireNonNull(amount, "amount");
      text = text.replaceAll("\\s+", " ").strip();
    }
  }

  public Working {
    lines = List.copyOf(lines);
  }

  public static Working nothing() {
    return NOTHING;
  }

  /** This working with one more step. */
  public Working and(String text, Money amount) {
    return and(new Line(text, Optional.of(amount)));
  }

  /** This working with a sentence. */
  public Working and(String text) {
    return and(new Line(text, Optional.empty()));
  }

  private Working and(Line line) {
    List<Line> more = new ArrayList<>(lines);
    more.add(line);
    return new Working(more);
  }

  /** Both, one after the other. */
  public Working and(Working other) {
    List<Line> more = new ArrayList<>(lines);
    more.addAll(other.lines);
    return new Working(more);
  }

  /** As text: a line for each step, the amount first, a tab between. */
  public String asText() {
    StringBuilder text = new StringBuilder();
    for (Line line : lines) {
      line.amount().ifPresent(text::append);
      text.append('\t').append(line.text()).append('\n');
    }
    return text.toString();
  }

  /**
   * What {@link #asText} wrote.
   *
   * @throws IllegalArgumentException if it is something else
   */
  public static Working parse(String text) {
    return new Working(text.lines().map(Working::parseLine).toList());
  }

  private static Line parseLine(String line) {
    int tab = line.indexOf('\t');
    if (tab < 0) {
      throw new IllegalArgumentException("Not a line of a working: '" + line + "'");
    }
    String amount = line.substring(0, tab);
    return new Line(
        line.substring(tab + 1),
        amount.isEmpty() ? Optional.empty() : Optional.of(Money.parse(amount)));
  }
}
