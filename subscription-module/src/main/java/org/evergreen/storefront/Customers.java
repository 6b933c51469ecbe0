package org.evergreen.storefront;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** The host's customer accounts. */
public interface Customers {

  /** The customer whose browser sent the request that is being served, if he has signed in. */
  Optional<CustomerId> signedIn();

  /** Profiles of the customers that exist; an id the host does not know is left out. */
  Map<CustomerId, CustomerProfile> profiles(Collection<CustomerId> ids);
}
