package org.evergreen.broadleaf.tryout.site;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.evergreen.form.Typed;
import org.evergreen.storefront.PostalAddress;

/** An address in the United States as it was typed in. */
public record AddressForm(
    String name, String line1, String line2, String city, String region, String postalCode) {

  private static final int LONGEST = 100;

  public AddressForm {
    name = Typed.line(name);
    line1 = Typed.line(line1);
    line2 = Typed.line(line2);
    city = Typed.line(city);
    region = Typed.line(region);
    postalCode = Typed.line(postalCode);
  }

  static AddressForm empty() {
    return new AddressForm("", "", "", "", "", "");
  }

  /** What is wrong, by field. */
  Map<String, String> problems() {
    Map<String, String> problems = new LinkedHashMap<>();
    require(problems, "name", name, "Please give the name on the parcel.");
    require(problems, "line1", line1, "Please give street and number.");
    limit(problems, "line2", line2);
    require(problems, "city", city, "Please give the city.");
    if (!region.matches("[A-Za-z]{2}")) {
      problems.put("region", "Please give the state as two letters, for example TX.");
    }
    if (!postalCode.matches("\\d{5}(-\\d{4})?")) {
      problems.put("postalCode", "Please give the ZIP code, for example 78701.");
    }
    return problems;
  }

  private static void require(
      Map<String, String> problems, String field, String value, String sentence) {
    if (value.isEmpty()) {
      problems.put(field, sentence);
    } else {
      limit(problems, field, value);
    }
  }

  private static void limit(Map<String, String> problems, String field, String value) {
    if (value.length() > LONGEST) {
      problems.put(field, "Please shorten this to " + LONGEST + " characters.");
    }
  }

  PostalAddress address() {
    return new PostalAddress(
        name, line1, line2, city, region.toUpperCase(Locale.ROOT), postalCode, "US", "");
  }

  /** Personal data stays out of logs. */
  @Override
  public String toString() {
    return "AddressForm";
  }
}
