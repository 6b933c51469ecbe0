package org.evergreen.payment;

import java.util.List;
import java.util.Optional;
import org.evergreen.installation.ChargingPermission;
import org.evergreen.storefront.CustomerId;
import org.joda.money.Money;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes money for what shoppers ask for themselves, an order or a change, while they wait for the
 * answer. Call it outside of transactions.
 */
public class ShopperCharges {

  private static final Logger LOG = LoggerFactory.getLogger(ShopperCharges.class);

  private final TransactionOperations transactions;
  private final PaymentMethods methods;
  private final Charges charges;
  private final GatewayCalls gateway;
  private final ChargeSettlement settlement;
  private final ChargingPermission permission;

  public ShopperCharges(
      TransactionOperations transactions,
      PaymentMethods methods,
      Charges charges,
      GatewayCalls gateway,
      ChargeSettlement settlement,
      ChargingPermission permission) {
    this.transactions = transactions;
    this.methods = methods;
    this.charges = charges;
    this.gateway = gateway;
    this.settlement = settlement;
    this.permission = permission;
  }

  /**
   * Charges a stored method for a subject: the charge is written down and committed, the gateway is
   * called, the answer is settled. Repeatable: a subject that is paid, or may still be, is not
   * charged again but answered with its charge; after a decline the next call is the next attempt.
   * In a copy of the shop every charge is declined, and the gateway hears of none.
   *
   * @param subject what is paid, for example {@code checkout-1001} or {@code change-12}
   * @param amount more than zero
   * @return the charge, with the amount that was really asked for; still {@code SUBMITTED} when the
   *     gateway's answer is not known yet, which recovery finds out
   * @throws UnknownPaymentMethodException if the customer has no such method
   */
  public Charge charge(
      String subject,
      ChargePurpose purpose,
      CustomerId customer,
      PaymentMethodId method,
      Money amount,
      String description) {
    PaymentMethod payment =
        methods.find(customer, method).orElseThrow(UnknownPaymentMethodException::notStored);
    NewCharge first = new NewCharge(subject, purpose, 1, customer, payment, amount, description);
    Charge charge = aliveOrOpened(first);
    boolean unanswered = charges.mayBeAskedForAgain(charge);
    if (unanswered && !permission.granted()) {
      return refuse(charge);
    }
    return unanswered ? submit(charge) : charge;
  }

  /** A subject's charge that waits for the shopper to confirm it with his bank. */
  public Optional<Charge> waiting(String subject) {
    return charges.latest(subject).filter(charge -> charge.state() == ChargeState.ACTION_REQUIRED);
  }

  /**
   * Gives up a charge that waits for the shopper to confirm it with his bank: it is canceled at the
   * gateway and settled as {@code CANCELED}, and its subject may be charged again. A charge in any
   * other state stays as it is. Repeatable.
   *
   * @return the subject's last charge as it is now: {@code SUCCEEDED} when the shopper was faster,
   *     still {@code ACTION_REQUIRED} when the gateway did not answer; empty when there is none
   */
  public Optional<Charge> cancel(String subject) {
    Optional<Charge> waiting = waiting(subject);
    if (waiting.isPresent() && permission.granted()) {
      giveUp(waiting.get());
    }
    return charges.latest(subject);
  }

  private void giveUp(Charge waiting) {
    LookUp answer = gateway.cancel(waiting);
    if (answer instanceof LookUp.Found found) {
      settlement.settle(List.of(new ChargeResult(waiting.id(), found.outcome())));
    } else {
      LOG.warn("{} could not be given up: {}", waiting, answer);
    }
  }

  private Charge aliveOrOpened(NewCharge wanted) {
    try {
      return transactions.execute(status -> aliveOrNextAttempt(wanted));
    } catch (DuplicateKeyException openedElsewhere) {
      return charges.latest(wanted.subject()).orElseThrow(() -> openedElsewhere);
    }
  }

  private Charge aliveOrNextAttempt(NewCharge wanted) {
    Optional<Charge> latest = charges.latest(wanted.subject());
    if (latest.filter(Charge::isAlive).isPresent()) {
      return latest.get();
    }
    int attempt = latest.map(Charge::attempt).orElse(0) + 1;
    return charges.open(List.of(wanted.asAttempt(attempt))).get(0);
  }

  /** What the gateway may have heard of in the shop itself stays unknown here. */
  private Charge refuse(Charge charge) {
    if (charge.state() == ChargeState.SUBMITTED) {
      return charge;
    }
    settlement.settle(List.of(ChargeResult.inACopy(charge.id())));
    return charges.latest(charge.subject()).orElseThrow();
  }

  private Charge submit(Charge charge) {
    transactions.executeWithoutResult(status -> charges.submit(List.of(charge.id())));
    settlement.settle(gateway.charge(List.of(charge)));
    return charges.latest(charge.subject()).orElseThrow();
  }
}
