package org.evergreen.demo.checkout;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What an address must have to be sent to. */
public final class AddressRules {

  private static final int LONGEST_LINE = 200;
  private static final int LONGEST_CITY = 120;
  private static final int LONGEST_CODE = 32;
  private static final int LONGEST_PHONE = 40;

  private static final Set<String> STATES =
      Arrays.stream(
              ("AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE"
                      + " NV NH NJ NM NY NC ND OH OK OR PA PR RI SC SD TN TX UT VT VA WA WV WI WY")
                  .split(" "))
          .collect(Collectors.toUnmodifiableSet());

  private AddressRules() {}

  /** Where the shop sends things: code and name, in the order of the list to pick from. */
  public static Map<String, String> countries() {
    Map<String, String> countries = new LinkedHashMap<>();
    for (String code : new String[] {"US", "CA", "GB", "IE", "DE", "FR", "NL", "AU", "NZ"}) {
      countries.put(code, new Locale("", code).getDisplayCountry(Locale.US));
    }
    return countries;
  }

  /** What is wrong, by field; every problem at once. */
  public static Map<String, String> problems(AddressForm form) {
    Map<String, String> problems = new LinkedHashMap<>();
    require(problems, "name", form.name(), LONGEST_LINE, "Please enter the name of the recipient.");
    require(problems, "line1", form.line1(), LONGEST_LINE, "Please enter street and number.");
    limit(problems, "line2", form.line2(), LONGEST_LINE);
    require(problems, "city", form.city(), LONGEST_CITY, "Please enter the city.");
    if (!countries().containsKey(form.country())) {
      problems.put("country", "Please choose a country that we send to.");
    }
    checkRegion(problems, form);
    checkPostalCode(problems, form);
    limit(problems, "phone", form.phone(), LONGEST_PHONE);
    return problems;
  }

  /** The region as it is kept: states in capital letters. */
  static String region(AddressForm form) {
    return isUs(form) ? form.region().toUpperCase(Locale.ROOT) : form.region();
  }

  private static void checkRegion(Map<String, String> problems, AddressForm form) {
    if (isUs(form) && !STATES.contains(form.region().toUpperCase(Locale.ROOT))) {
      problems.put("region", "Please enter the state as two letters, for example NY.");
    } else {
      limit(problems, "region", form.region(), LONGEST_CITY);
    }
  }

  private static void checkPostalCode(Map<String, String> problems, AddressForm form) {
    if (isUs(form) && !form.postalCode().matches("\\d{5}(-\\d{4})?")) {
      problems.put("postalCode", "Please enter a ZIP code, for example 12345.");
    } else if (!form.country().equals("IE")) {
      require(
          problems, "postalCode", form.postalCode(), LONGEST_CODE, "Please enter the postal code.");
    } else {
      limit(problems, "postalCode", form.postalCode(), LONGEST_CODE);
    }
  }

  private static boolean isUs(AddressForm form) {
    return form.country().equals("US");
  }

  private static void require(
      Map<String, String> problems, String field, String value, int longest, String advice) {
    if (value.isEmpty()) {
      problems.put(field, advice);
    } else {
      limit(problems, field, value, longest);
    }
  }

  private static void limit(Map<String, String> problems, String field, String value, int longest) {
    if (value.length() > longest) {
      problems.put(field, "Please shorten this to " + longest + " characters.");
    }
  }
}
