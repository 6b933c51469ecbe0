package org.evergreen.site.selfservice;

import java.util.List;
import java.util.Optional;
import org.evergreen.payment.BrowserSide;
import org.evergreen.payment.MethodDetails;

/**
 * How a shopper brings a payment method that he has not stored yet. The shop's gateway decides how
 * that is done: with Stripe he enters it in Stripe's form, with the sandbox it is one of its test
 * cards.
 */
public interface NewCards {

  /**
   * A card that may be picked.
   *
   * @param token the gateway's key of it
   * @param label for the list
   */
  record NewCard(String token, String label, MethodDetails details) {}

  /** The cards to pick from; none when the gateway takes new ones in another way. */
  List<NewCard> offered();

  /** What the page needs for the gateway's own form; empty when the gateway has none. */
  default Optional<BrowserSide> form() {
    return Optional.empty();
  }
}
