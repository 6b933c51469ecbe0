package org.evergreen.site.selfservice;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.evergreen.site.action.Answers;
import org.evergreen.site.action.Field;
import org.evergreen.storefront.Destinations;
import org.evergreen.storefront.PostalAddress;

/** An address as it is typed. Where the host has rules of its own, they hold too. */
final class AddressForm {
  private static final int LONG = 200;
  private static final int CITY = 120;
  private static final int CODE = 32;
  private static final int PHONE = 40;

  private final Locale locale;
  private final Optional<Destinations> destinations;

  AddressForm(Locale locale, Optional<Destinations> destinations) {
    this.locale = locale;
    this.destinations = destinations;
  }

  /**
   * The fields.
   *
   * @param filled what stands in them while nothing is typed
   */
  List<Field> fields(Answers answers, Optional<PostalAddress> filled) {
    boolean typed = answers.has("line1") || answers.has("name") || answers.has("city");
    Answers shown = typed ? answers : filled.map(AddressForm::answers).orElse(answers);
    return List.of(
        line("name", "Recipient", LONG, "name", shown),
        line("line1", "Street and number", LONG, "address-line1", shown),
        line("line2", "Apartment, floor (optional)", LONG, "address-line2", shown),
        line("city", "City", CITY, "address-level2", shown),
        line("region", "State or region", CITY, "address-level1", shown),
        line("postalCode", "Postal code", CODE, "postal-code", shown),
        Field.list("country", "Country", countries(), shown.text("country")),
        line("phone", "Phone, for the carrier (optional)", PHONE, "tel", shown));
  }

  private static Field line(
      String name, String label, int most, String autocomplete, Answers shown) {
    return Field.line(name, label, most, autocomplete, shown.text(name));
  }

  private static Answers answers(PostalAddress address) {
    return Answers.of(
        Map.of(
            "name", address.name(),
            "line1", address.line1(),
            "line2", address.line2(),
            "city", address.city(),
            "region", address.region(),
            "postalCode", address.postalCode(),
            "country", address.country(),
            "phone", address.phone()));
  }

  private List<Field.Option> countries() {
    return destinations
        .map(host -> host.countries().stream().map(this::country).toList())
        .orElseGet(this::everyCountry);
  }

  private List<Field.Option> everyCountry() {
    return Arrays.stream(Locale.getISOCountries())
        .map(this::country)
        .sorted(Comparator.comparing(Field.Option::label))
        .toList();
  }

  private Field.Option country(String code) {
    return new Field.Option(code, new Locale("", code).getDisplayCountry(locale));
  }

  /** What is wrong, by field, all at once. */
  Map<String, String> problems(Answers answers) {
    Map<String, String> problems = basics(answers);
    destinations
        .map(host -> host.problems(address(answers)))
        .ifPresent(host -> host.forEach(problems::putIfAbsent));
    return problems;
  }

  /** What is missing or too long. */
  private static Map<String, String> basics(Answers answers) {
    Map<String, String> problems = new LinkedHashMap<>();
    require(problems, answers, "name", LONG, "Please enter the name of the recipient.");
    require(problems, answers, "line1", LONG, "Please enter street and number.");
    limit(problems, answers, "line2", LONG);
    require(problems, answers, "city", CITY, "Please enter the city.");
    limit(problems, answers, "region", CITY);
    limit(problems, answers, "postalCode", CODE);
    limit(problems, answers, "phone", PHONE);
    return problems;
  }

  private static void require(
      Map<String, String> problems, Answers answers, String field, int most, String advice) {
    if (answers.has(field)) {
      limit(problems, answers, field, most);
    } else {
      problems.put(field, advice);
    }
  }

  private static void limit(Map<String, String> problems, Answers answers, String field, int most) {
    if (answers.text(field).length() > most) {
      problems.put(field, "Please shorten this to " + most + " characters.");
    }
  }

  /** The address that was typed without problems. */
  static PostalAddress address(Answers answers) {
    return new PostalAddress(
        answers.text("name"),
        answers.text("line1"),
        answers.text("line2"),
        answers.text("city"),
        answers.text("region"),
        answers.text("postalCode"),
        answers.text("country"),
        answers.text("phone"));
  }
}
