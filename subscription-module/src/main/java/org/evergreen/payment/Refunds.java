package org.evergreen.payment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.evergreen.installation.ChargingPermission;
import org.joda.money.Money;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Gives money back out of charges that succeeded, never more than what is left of one. A refund is
 * written down with its key before the gateway hears of it, so that it is given back once whatever
 * crashes or repeats.
 */
public class Refunds {

  private final TransactionOperations transactions;
  private final Charges charges;
  private final RefundRows rows;
  private final GatewayCalls gateway;
  private final RefundSettlement settlement;
  private final AdoptedRefunds adopted;
  private final ChargingPermission permission;

  Refunds(
      TransactionOperations transactions,
      Charges charges,
      RefundRows rows,
      GatewayCalls gateway,
      RefundSettlement settlement,
      AdoptedRefunds adopted,
      ChargingPermission permission) {
    this.transactions = transactions;
    this.charges = charges;
    this.rows = rows;
    this.gateway = gateway;
    this.settlement = settlement;
    this.adopted = adopted;
    this.permission = permission;
  }

  /**
   * Gives money back. Repeatable: under one key it is given back once, and a repetition is answered
   * with what came of it. A copy of the shop refuses. Call it outside of transactions.
   *
   * @throws IllegalArgumentException if the key was used for another charge, amount or line
   */
  public RefundResult refund(NewRefund wanted) {
    return refund(wanted, Optional::empty);
  }

  /**
   * The same, unless the caller has something against it.
   *
   * @param objection why it must not be, in a sentence; asked while other refunds out of the charge
   *     wait, and not for a repetition
   */
  public RefundResult refund(NewRefund wanted, Supplier<Optional<String>> objection) {
    if (!permission.granted()) {
      return new RefundResult.Refused(ChargingPermission.REFUSED);
    }
    RefundResult result = transactions.execute(status -> foundOrOpened(wanted, objection));
    if (result instanceof RefundResult.Entered entered
        && entered.refund().state() == RefundState.OPEN) {
      Charge charge = charges.find(wanted.charge()).orElseThrow();
      RefundOutcome outcome = gateway.refund(charge, entered.refund());
      RefundSettlement.Settled settled = settlement.settle(entered.refund(), outcome);
      return new RefundResult.Entered(settled.now(), settled.isNews());
    }
    return result;
  }

  /**
   * Reads refunds again at the gateway: those that the shop asked for move forward, and those that
   * were made in the gateway's own pages are booked once, to no subscription. Refunds out of
   * payments that are not the shop's are left alone. Repeatable; call it outside of transactions.
   *
   * @param reference the gateway's key of a refund, or of a payment with refunds
   * @return the refunds as they are now
   * @throws GatewayUnavailableException if the gateway does not answer
   */
  public List<Refund> adopt(String gateway, String reference) {
    return adopted.adopt(gateway, reference);
  }

  private RefundResult foundOrOpened(NewRefund wanted, Supplier<Optional<String>> objection) {
    // The lock on the charge makes refunds out of it wait for each other.
    Optional<Charge> charge = charges.lock(List.of(wanted.charge())).stream().findFirst();
    Optional<Refund> known = rows.find(wanted.key());
    if (known.isPresent()) {
      return found(known.get(), wanted);
    }
    if (charge.isEmpty()) {
      return new RefundResult.Refused("There is no charge " + wanted.charge() + ".");
    }
    return refusal(charge.get(), wanted.amount())
        .or(objection)
        .<RefundResult>map(RefundResult.Refused::new)
        .orElseGet(() -> new RefundResult.Entered(rows.open(wanted), false));
  }

  private static RefundResult found(Refund known, NewRefund wanted) {
    if (!known.isThatOf(wanted)) {
      throw new IllegalArgumentException(
          "The key " + wanted.key() + " belongs to " + known + ", not to " + wanted.amount());
    }
    return new RefundResult.Entered(known, false);
  }

  private Optional<String> refusal(Charge charge, Money amount) {
    if (charge.state() != ChargeState.SUCCEEDED) {
      return Optional.of("Nothing was paid with this charge.");
    }
    if (!gateway.isSetUp(charge)) {
      return Optional.of(
          "The shop no longer has the payment gateway "
              + charge.gateway()
              + ", which took it; pay it back there.");
    }
    if (!charge.amount().isSameCurrency(amount)) {
      return Optional.of(
          "The charge was made in "
              + charge.amount().getCurrencyUnit()
              + ", not in "
              + amount.getCurrencyUnit()
              + ".");
    }
    Money left = left(charge);
    return amount.isGreaterThan(left)
        ? Optional.of("Of this charge " + left + " is left, less than " + amount + ".")
        : Optional.empty();
  }

  /** What of a charge was paid and not given back; zero for one that did not succeed. */
  public Money left(Charge charge) {
    Money left =
        charge.state() == ChargeState.SUCCEEDED
            ? charge.amount()
            : Money.zero(charge.amount().getCurrencyUnit());
    for (Refund refund : rows.of(charge.id())) {
      if (refund.state() != RefundState.FAILED) {
        left = left.minus(refund.amount());
      }
    }
    return left;
  }

  /** The refunds out of a charge, oldest first. */
  public List<Refund> of(ChargeId charge) {
    return rows.of(charge);
  }

  /** The refunds that are booked to a subscription, oldest first. */
  public List<Refund> ofSubscription(long subscription) {
    return rows.ofSubscription(subscription);
  }

  /** Refunds, latest first. */
  public List<Refund> latest(int limit) {
    return rows.latest(limit);
  }

  /** Refunds that failed, those first that failed last. */
  public List<Refund> failed(int limit) {
    return rows.failed(limit);
  }

  /** How many refunds have failed since an instant. */
  public long failedSince(Instant since) {
    return rows.failedSince(since);
  }
}
