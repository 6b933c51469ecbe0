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
   * The e-mail address that a customer has shown to be his, for example by opening a link that was
   * sent to it; empty while he has not. What others give to this address is his: he sees it in My
   * Account and fetches its files. A host that answers with what somebody only typed at
   * registration hands gifts to whoever types the receiver's address first; see {@code
   * docs/08-security.md}.
   */
  Optional<String> verifiedEmail(CustomerId customer);

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
