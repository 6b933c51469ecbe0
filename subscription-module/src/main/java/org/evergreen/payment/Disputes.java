package org.evergreen.payment;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Payments that cardholders contest at their banks. What is true of one is read at the gateway; its
 * state only moves forward, in whatever order news of it comes.
 */
public class Disputes {

  private static final Logger LOG = LoggerFactory.getLogger(Disputes.class);

  private final TransactionOperations transactions;
  private final DisputeRows rows;
  private final Charges charges;
  private final GatewayRequests gateway;
  private final Supplier<Stream<DisputeListener>> listeners;

  Disputes(
      TransactionOperations transactions,
      DisputeRows rows,
      Charges charges,
      GatewayRequests gateway,
      Supplier<Stream<DisputeListener>> listeners) {
    this.transactions = transactions;
    this.rows = rows;
    this.charges = charges;
    this.gateway = gateway;
    this.listeners = listeners;
  }

  /**
   * Reads a dispute again at the gateway and writes it down, or moves it forward. Repeatable; call
   * it outside of transactions.
   *
   * @param reference the gateway's key of the dispute
   * @return the dispute as it is now; empty when the gateway does not know it or the payment is not
   *     the shop's
   * @throws GatewayUnavailableException if the gateway does not answer
   */
  public Optional<Dispute> refresh(String gatewayName, String reference) {
    Optional<DisputeFacts> facts =
        gateway.ask(gatewayName, "read-dispute", asked -> asked.dispute(reference));
    Optional<Charge> charge =
        facts.flatMap(known -> charges.byReference(gatewayName, known.charge()));
    if (charge.isEmpty()) {
      LOG.info("The dispute {} is about no payment of this shop", reference);
      return Optional.empty();
    }
    return transactions.execute(status -> written(charge.get(), facts.get()));
  }

  private Optional<Dispute> written(Charge charge, DisputeFacts facts) {
    boolean isNew = rows.open(charge.id(), charge.gateway(), facts);
    Dispute before = rows.lock(charge.gateway(), facts.reference()).orElseThrow();
    boolean moves = before.state().canBecome(facts.state());
    if (moves) {
      rows.move(before.id(), facts);
    }
    Dispute now = rows.lock(charge.gateway(), facts.reference()).orElseThrow();
    if (isNew || moves) {
      listeners.get().forEach(listener -> listener.changed(now));
    }
    return Optional.of(now);
  }

  /** The disputes about a charge, oldest first. */
  public List<Dispute> of(ChargeId charge) {
    return rows.of(charge);
  }

  /** The disputes about any of the charges, latest first. */
  public List<Dispute> of(Collection<ChargeId> charges) {
    return charges.isEmpty() ? List.of() : rows.of(charges);
  }

  /** How many disputes the merchant may still answer. */
  public long toAnswer() {
    return rows.toAnswer();
  }

  /** Disputes that are not over, those first that must be answered soonest. */
  public List<Dispute> running(int limit) {
    return rows.running(limit);
  }

  /** All disputes, latest first. */
  public List<Dispute> latest(int limit) {
    return rows.latest(limit);
  }
}
