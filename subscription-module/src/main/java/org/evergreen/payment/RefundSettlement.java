package org.evergreen.payment;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/** The one way in which a refund moves forward, whoever learned of its outcome. */
final class RefundSettlement {

  private static final Logger LOG = LoggerFactory.getLogger(RefundSettlement.class);

  private final TransactionOperations transactions;
  private final RefundRows rows;
  private final Supplier<Stream<RefundListener>> listeners;

  RefundSettlement(
      TransactionOperations transactions,
      RefundRows rows,
      Supplier<Stream<RefundListener>> listeners) {
    this.transactions = transactions;
    this.rows = rows;
    this.listeners = listeners;
  }

  /**
   * What became of a refund.
   *
   * @param before its state until then
   */
  record Settled(RefundState before, Refund now) {

    boolean isNews() {
      return now.state() != before;
    }
  }

  /** Moves a refund forward to what the gateway said; anything else changes nothing. */
  Settled settle(Refund refund, RefundOutcome outcome) {
    return transactions.execute(
        status -> {
          Refund now = rows.lock(refund.id());
          if (now.state().canBecome(outcome.state())) {
            move(now, outcome);
          } else if (outcome instanceof RefundOutcome.Unknown unknown) {
            LOG.warn("{} is not known yet: {}", now, unknown.detail());
          }
          return new Settled(now.state(), rows.lock(refund.id()));
        });
  }

  /** The same for news that nobody waits for: listeners are told. */
  Refund learn(Refund refund, RefundOutcome outcome) {
    return transactions.execute(
        status -> {
          Settled settled = settle(refund, outcome);
          if (settled.isNews()) {
            listeners.get().forEach(each -> each.moved(settled.before(), settled.now()));
          }
          return settled.now();
        });
  }

  private void move(Refund refund, RefundOutcome outcome) {
    if (outcome instanceof RefundOutcome.Succeeded succeeded) {
      Optional<String> reference = Optional.of(succeeded.gatewayReference());
      rows.move(refund.id(), RefundState.SUCCEEDED, reference, Optional.empty());
    } else if (outcome instanceof RefundOutcome.Pending pending) {
      Optional<String> reference = Optional.of(pending.gatewayReference());
      rows.move(refund.id(), RefundState.PENDING, reference, Optional.empty());
    } else if (outcome instanceof RefundOutcome.Refused refused) {
      LOG.warn("{} of charge {} failed: {}", refund, refund.charge(), refused.reason());
      Optional<String> problem = Optional.of(refused.reason());
      rows.move(refund.id(), RefundState.FAILED, Optional.empty(), problem);
    }
  }
}
