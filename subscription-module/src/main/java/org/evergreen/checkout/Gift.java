package org.evergreen.checkout;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.evergreen.storefront.PostalAddress;
import org.evergreen.subscription.Recipient;

/**
 * A line is for somebody else: the giver pays, the recipient gets it.
 *
 * @param shipTo where it is sent; empty when nothing ships
 */
public record Gift(Recipient recipient, Optional<PostalAddress> shipTo) {

  public Gift {
    Objects.requireNonNull(recipient, "recipient");
    Objects.requireNonNull(shipTo, "shipTo");
  }

  /** The recipient's e-mail address in small letters, by which gifts to one person are found. */
  String person() {
    return recipient.email().toLowerCase(Locale.ROOT);
  }

  /** Personal data stays out of logs. */
  @Override
  public String toString() {
    return "Gift";
  }
}
