package org.evergreen.site.selfservice;

import java.util.Optional;
import org.evergreen.payment.Charge;
import org.evergreen.payment.ChargeState;
import org.evergreen.payment.ShopperConfirmations;
import org.evergreen.renewal.ConfirmLinks;

/** Where shoppers confirm payments with their banks. */
public class ConfirmPaths {
  private final ShopperConfirmations confirmations;
  private final ConfirmLinks links;

  ConfirmPaths(ShopperConfirmations confirmations, ConfirmLinks links) {
    this.confirmations = confirmations;
    this.links = links;
  }

  /** The page for a charge, within the site; empty when it cannot be confirmed. */
  public Optional<String> of(Charge charge) {
    return charge.state() == ChargeState.ACTION_REQUIRED && confirmations.isOfferedFor(charge)
        ? Optional.of(ConfirmLinks.PATH + "?token=" + links.token(charge.id()))
        : Optional.empty();
  }
}
