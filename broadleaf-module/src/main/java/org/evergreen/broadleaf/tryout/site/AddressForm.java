package org.evergreen.broadleaf.tryout.site;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.evergreen.storefront.PostalAddress;

/** An address in the United States as it was typed in. */
public record AddressForm(
    String name, String line1, String line2, String city, String region, String postalCode) {

  static AddressForm empty() {
    return new AddressForm("", "", "", "", "", "");
  }

  /** What is wrong, by field. */
  Map<String, String> problems() {
    Map<String, String> problems = new LinkedHashMap<>();
    require(problems, "name", name, "Please give the name on the parcel.");
    require(problems, "line1", line1, "Please give street and number.");
    require(problems, "city", city, "Please give the city.");
    if (region == null || !region.strip().matches("[A-Za-z]{2}")) {
      problems.put("region", "Please give the state as two letters, for example TX.");
    }
    if (postalCode == null || !postalCode.strip().matches("\\d{5}(-\\d{4})?")) {
      problems.put("postalCode", "Please give the ZIP code, for example 78701.");
    }
    return problems;
  }

  private static void require(
      Map<String, String> problems, String field, String value, String sentence) {
    if (value == null || value.isBlank() || value.length() > 100) {
      problems.put(field, sentence);
    }
  }

  PostalAddress address() {
    String state = region.strip().toUpperCase(Locale.ROOT);
    return new PostalAddress(
        name.strip(), line1.strip(), line2, city.strip(), state, postalCode.strip(), "US", "");
  }
}
