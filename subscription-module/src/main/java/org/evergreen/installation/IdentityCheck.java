package org.evergreen.installation;

import java.time.Instant;
import java.util.Optional;

/** Whether this process is the shop to which the database belongs. */
public sealed interface IdentityCheck {

  /** It is. */
  record SameShop() implements IdentityCheck {}

  /** The database belonged to nobody and belongs to this installation from now on. */
  record FirstStart() implements IdentityCheck {}

  /**
   * It is not, or it has moved and nobody has said so yet.
   *
   * @param recorded to whom the database belongs
   * @param here which installation this is
   * @param declared set when somebody has said that this is a copy
   */
  record Copy(Recorded recorded, Installation here, Optional<Declared> declared)
      implements IdentityCheck {

    /** What differs, as a sentence. */
    public String difference() {
      boolean sameAddress = here.isAtSameAddressAs(recorded.installation());
      boolean sameId = here.id().equals(recorded.installation().id());
      if (sameAddress) {
        return "The address is the same, but this installation has another id: it is a copy, its"
            + " installation file was lost, or it is one of several nodes that have not been given"
            + " the same evergreen.shop.installation-id.";
      }
      return sameId
          ? "This installation has the same id at another address."
          : "This is another installation at another address.";
    }
  }

  /**
   * Nobody knows, because the installation's id cannot be read.
   *
   * @param problem what is wrong and what to do about it
   */
  record Unreadable(String problem) implements IdentityCheck {}

  /**
   * To whom the database belongs.
   *
   * @param at since when
   * @param by who said so
   */
  record Recorded(Installation installation, Instant at, String by) {}

  /** When it was said that an installation is a copy, and by whom. */
  record Declared(Instant at, String by) {}

  /** Whether this process may charge and write to people. */
  default boolean isTheShop() {
    return this instanceof SameShop || this instanceof FirstStart;
  }
}
