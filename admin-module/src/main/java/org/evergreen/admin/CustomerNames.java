package org.evergreen.admin;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.evergreen.storefront.CustomerId;
import org.evergreen.storefront.CustomerProfile;
import org.evergreen.storefront.Customers;

/** What customers are called on the merchant's pages. */
public class CustomerNames {

  private static final int SHORTEST_SEARCH = 3;
  private static final int MOST_FOUND = 100;

  private final Customers customers;

  public CustomerNames(Customers customers) {
    this.customers = customers;
  }

  /**
   * A customer.
   *
   * @param name first and last name, or his number when the host does not know him
   * @param email may be empty
   */
  public record Name(String name, String email) {}

  /** The names of customers, those that the host has lost too. */
  public Map<CustomerId, Name> of(Collection<CustomerId> ids) {
    Map<CustomerId, CustomerProfile> profiles =
        customers.profiles(ids.stream().distinct().toList());
    Map<CustomerId, Name> names = new HashMap<>();
    ids.forEach(id -> names.put(id, name(id, profiles.get(id))));
    return names;
  }

  /**
   * Customers whose e-mail address or name has this text in it, as far as the host can tell. A text
   * of one or two characters finds none: it would find too many.
   */
  public Set<CustomerId> search(String text) {
    return text.length() < SHORTEST_SEARCH
        ? Set.of()
        : Set.copyOf(customers.search(text, MOST_FOUND));
  }

  private static Name name(CustomerId id, CustomerProfile profile) {
    if (profile == null) {
      return new Name("Customer " + id, "");
    }
    String name = (profile.firstName() + " " + profile.lastName()).strip();
    return new Name(name.isEmpty() ? "Customer " + id : name, profile.email());
  }
}
