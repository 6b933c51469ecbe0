package org.evergreen.storefront;

import java.util.List;
import java.util.Map;

/**
 * Where the host sends things to, for addresses that are typed outside of its checkout. A host that
 * has no rules of its own leaves this port out.
 */
public interface Destinations {

  /** ISO 3166 codes of the countries, those that are picked most first; never empty. */
  List<String> countries();

  /**
   * What is wrong with an address, every problem at once.
   *
   * @return a sentence for the shopper by field: name, line1, line2, city, region, postalCode,
   *     country, phone; empty when it can be sent to
   */
  Map<String, String> problems(PostalAddress address);
}
