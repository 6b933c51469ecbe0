package org.evergreen.payment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Refunds as the gateway has them: those that the shop asked for move forward, and those that were
 * made in the gateway's own pages are written down once.
 */
final class AdoptedRefunds {

  private static final Logger LOG = LoggerFactory.getLogger(AdoptedRefunds.class);
  private static final String KEY = "refund-at-gateway-";
  private static final String MADE_ELSEWHERE = "Made at the payment gateway";
  private static final int LONGEST_REASON = 500;

  private final TransactionOperations transactions;
  private final GatewayRequests gateway;
  private final Charges charges;
  private final RefundRows rows;
  private final RefundSettlement settlement;

  AdoptedRefunds(
      TransactionOperations transactions,
      GatewayRequests gateway,
      Charges charges,
      RefundRows rows,
      RefundSettlement settlement) {
    this.transactions = transactions;
    this.gateway = gateway;
    this.charges = charges;
    this.rows = rows;
    this.settlement = settlement;
  }

  /** Whether the shop never asked for it, so that the gateway does not know it by its key. */
  static boolean isMadeElsewhere(Refund refund) {
    return refund.key().value().startsWith(KEY);
  }

  List<Refund> adopt(String gatewayName, String reference) {
    List<Refund> known = new ArrayList<>();
    List<RefundFacts> all =
        gateway.ask(gatewayName, "read-refunds", asked -> asked.refunds(reference));
    for (RefundFacts facts : all) {
      charges
          .byReference(gatewayName, facts.charge())
          .flatMap(charge -> adopt(charge, facts))
          .ifPresent(known::add);
    }
    return known;
  }

  private Optional<Refund> adopt(Charge charge, RefundFacts facts) {
    Optional<Refund> known = transactions.execute(status -> foundOrWritten(charge, facts));
    return known.map(refund -> settlement.learn(refund, facts.outcome()));
  }

  private Optional<Refund> foundOrWritten(Charge charge, RefundFacts facts) {
    // Refunds out of one charge wait for each other, as those that the shop asks for do.
    charges.lock(List.of(charge.id()));
    Optional<Refund> ours = facts.key().flatMap(rows::find);
    if (ours.isPresent()) {
      return ours.filter(refund -> refund.charge().equals(charge.id()));
    }
    Optional<Refund> written = rows.byReference(charge.id(), facts.reference());
    boolean nothing = facts.outcome().state() == RefundState.FAILED;
    if (written.isPresent() || nothing) {
      return written;
    }
    IdempotencyKey key = facts.key().orElseGet(() -> new IdempotencyKey(KEY + facts.reference()));
    LOG.info("{} was refunded {} at the gateway: {}", charge, facts.amount(), facts.reference());
    rows.adopt(key, charge.id(), withReason(facts));
    return rows.find(key);
  }

  private static RefundFacts withReason(RefundFacts facts) {
    String text = facts.reason().isEmpty() ? MADE_ELSEWHERE : facts.reason();
    return new RefundFacts(
        facts.reference(),
        facts.charge(),
        facts.key(),
        facts.amount(),
        text.length() <= LONGEST_REASON ? text : text.substring(0, LONGEST_REASON),
        facts.outcome(),
        facts.madeAt());
  }
}
