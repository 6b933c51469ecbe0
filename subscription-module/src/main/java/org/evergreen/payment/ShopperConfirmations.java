package org.evergreen.payment;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a shopper confirm a charge with his bank in a page of the shop: the page gets what his
 * browser needs, and afterwards the charge is read again at the gateway. What the browser says is
 * never believed. Call it outside of transactions.
 */
public class ShopperConfirmations {

  /**
   * How long a payment that the shopper asked for himself waits for him to confirm it: nothing else
   * is done with its subscription meanwhile.
   */
  public static final Duration LIFE = Duration.ofHours(1);

  private static final Logger LOG = LoggerFactory.getLogger(ShopperConfirmations.class);

  private final Charges charges;
  private final Gateways gateways;
  private final GatewayRequests requests;
  private final GatewayCalls calls;
  private final ChargeSettlement settlement;

  ShopperConfirmations(
      Charges charges,
      Gateways gateways,
      GatewayRequests requests,
      GatewayCalls calls,
      ChargeSettlement settlement) {
    this.charges = charges;
    this.gateways = gateways;
    this.requests = requests;
    this.calls = calls;
    this.settlement = settlement;
  }

  /**
   * What the shopper's browser needs; empty when the charge does not wait for him, when its gateway
   * confirms elsewhere, does not answer now, or is not set up any more.
   */
  public Optional<BrowserPayment> of(Charge charge) {
    boolean asks = charge.state() == ChargeState.ACTION_REQUIRED && isOfferedFor(charge);
    if (!asks) {
      return Optional.empty();
    }
    try {
      return requests.ask(
          charge.gateway(),
          "read-confirmation",
          gateway -> gateway.confirmation(charge.atGateway()));
    } catch (GatewayUnavailableException unavailable) {
      LOG.warn("{} cannot be confirmed now: {}", charge, unavailable.toString());
      return Optional.empty();
    }
  }

  /** Whether the charge's gateway lets shoppers confirm in a page of the shop. */
  public boolean isOfferedFor(Charge charge) {
    return gateways.find(charge.gateway()).flatMap(PaymentGateway::browserSide).isPresent();
  }

  /**
   * Asks the gateway what became of a charge, and settles it. Repeatable; a charge that is over is
   * not asked for.
   *
   * @return the charge as it is now; empty when there is none
   */
  public Optional<Charge> settle(ChargeId id) {
    Optional<Charge> charge = charges.find(id).filter(found -> !found.state().isFinal());
    if (charge.isEmpty() || charge.get().state() == ChargeState.OPEN) {
      return charges.find(id);
    }
    LookUp answer = calls.lookUp(List.of(charge.get())).get(0);
    if (answer instanceof LookUp.Found found) {
      settlement.settle(List.of(new ChargeResult(id, found.outcome())));
    } else {
      LOG.warn("{} could not be looked up: {}", charge.get(), answer);
    }
    return charges.find(id);
  }
}
