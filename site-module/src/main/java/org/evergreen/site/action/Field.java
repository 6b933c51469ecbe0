package org.evergreen.site.action;

import java.util.List;

/**
 * Something that an action asks the shopper.
 *
 * @param name of the form's field
 * @param hint below the field; empty for none
 * @param value what is answered or preselected
 * @param options to pick from, for the kinds that have them
 * @param least the smallest number or the earliest date; empty for none
 * @param most the largest number, the latest date, or the most characters; empty for none
 * @param autocomplete what browsers may fill in; empty for nothing
 * @param onlyWhen {@code name=value} of the answer that makes this field matter; empty for always
 */
public record Field(
    Kind kind,
    String name,
    String label,
    String hint,
    String value,
    List<Option> options,
    String least,
    String most,
    String autocomplete,
    String onlyWhen) {

  /** How a field is asked for. */
  public enum Kind {
    /** One of several, all in sight. */
    CHOICE,
    /** One of many, in a list that opens. */
    LIST,
    DATE,
    NUMBER,
    LINE,
    /** Several lines that change nothing about the effect, such as a reason. */
    REMARK,
    /** The gateway's own form for a new card, which changes nothing about the effect. */
    CARD,
    /** Known already. */
    HIDDEN
  }

  /**
   * One answer of several.
   *
   * @param note below the label; empty for none
   */
  public record Option(String value, String label, String note) {

    public Option(String value, String label) {
      this(value, label, "");
    }
  }

  public Field {
    options = List.copyOf(options);
  }

  /** One of several; the first is preselected while nothing is answered. */
  public static Field choice(String name, String label, List<Option> options, String answered) {
    return pick(Kind.CHOICE, name, label, options, answered);
  }

  /** One of many; the first is preselected while nothing is answered. */
  public static Field list(String name, String label, List<Option> options, String answered) {
    return pick(Kind.LIST, name, label, options, answered);
  }

  private static Field pick(
      Kind kind, String name, String label, List<Option> options, String answered) {
    String first = options.isEmpty() ? "" : options.get(0).value();
    String value = answered.isEmpty() ? first : answered;
    return new Field(kind, name, label, "", value, options, "", "", "", "");
  }

  /** One of several, with none preselected. */
  public static Field undecided(String name, String label, List<Option> options, String answered) {
    return new Field(Kind.CHOICE, name, label, "", answered, options, "", "", "", "");
  }

  public static Field hidden(String name, String value) {
    return new Field(Kind.HIDDEN, name, "", "", value, List.of(), "", "", "", "");
  }

  /** A calendar day, both bounds included. */
  public static Field date(String name, String label, String least, String most, String value) {
    return new Field(Kind.DATE, name, label, "", value, List.of(), least, most, "", "");
  }

  /** A whole number, both bounds included. */
  public static Field number(String name, String label, int least, int most, String value) {
    return new Field(
        Kind.NUMBER,
        name,
        label,
        "",
        value,
        List.of(),
        Integer.toString(least),
        Integer.toString(most),
        "",
        "");
  }

  public static Field line(String name, String label, int most, String autocomplete, String value) {
    return new Field(
        Kind.LINE, name, label, "", value, List.of(), "", Integer.toString(most), autocomplete, "");
  }

  public static Field remark(String name, String label, int most, String value) {
    return new Field(
        Kind.REMARK, name, label, "", value, List.of(), "", Integer.toString(most), "", "");
  }

  /** The gateway's own form for a new card, whose reference is sent as the answer. */
  public static Field card(String name, String label, String value) {
    return new Field(Kind.CARD, name, label, "", value, List.of(), "", "", "", "");
  }

  public Field hinted(String text) {
    return new Field(kind, name, label, text, value, options, least, most, autocomplete, onlyWhen);
  }

  /** This field, asked only when another one has this answer. */
  public Field onlyWhen(String other, String answer) {
    return new Field(
        kind, name, label, hint, value, options, least, most, autocomplete, other + "=" + answer);
  }

  /** Whether it matters, given what is answered to the others. */
  public boolean matters(List<Field> all) {
    if (onlyWhen.isEmpty()) {
      return true;
    }
    return all.stream().anyMatch(other -> onlyWhen.equals(other.name() + "=" + other.value()));
  }

  /** Whether another answer has another effect. */
  public boolean changesTheEffect() {
    return kind != Kind.REMARK && kind != Kind.CARD;
  }

  /** Whether the shopper can answer otherwise than the page has it. */
  public boolean isAsked() {
    return kind != Kind.HIDDEN;
  }
}
