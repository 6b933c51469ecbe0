package org.evergreen.storefront;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The host's customer accounts. */
public interface Customers {

  /** The customer whose browser sent the request that is being served, if he has signed in. */
  Optional<CustomerId> signedIn();

  /** Profiles of the customers that exist; an id the host does not know is left out. */
  Map<CustomerId, CustomerProfile> profiles(Collection<CustomerId> ids);

  /**
   * Customers for the merchant to find. A host that cannot search finds none.
   *
   * @param text part of an e-mail address or of a name, in any case
   * @param limit the most that are returned
   */
  default List<CustomerId> search(String text, int limit) {
    return List.of();
  }
}
