package org.evergreen.payment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evergreen.log.LogId;
import org.evergreen.log.LogIds;
import org.evergreen.time.ShopTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/** The one way in which a charge moves forward, whoever learned of its outcome. */
public class ChargeSettlement {

  private static final Logger LOG = LoggerFactory.getLogger(ChargeSettlement.class);

  private final TransactionOperations transactions;
  private final Charges charges;
  private final PaymentMethodRows methods;
  private final ShopTime time;
  private final PaymentSettings settings;
  private final Supplier<Stream<ChargeListener>> listeners;

  /**
   * Settles charges.
   *
   * @param methods that outcomes block, or show to be good
   * @param listeners asked for at each settlement, so that a listener may itself need payments
   */
  ChargeSettlement(
      TransactionOperations transactions,
      Charges charges,
      PaymentMethodRows methods,
      ShopTime time,
      PaymentSettings settings,
      Supplier<Stream<ChargeListener>> listeners) {
    this.transactions = transactions;
    this.charges = charges;
    this.methods = methods;
    this.time = time;
    this.settings = settings;
    this.listeners = listeners;
  }

  /**
   * Moves charges to what their outcomes say and tells every {@link ChargeListener}, all in one
   * transaction. An outcome that a charge has already, or that its state does not allow, changes
   * nothing.
   *
   * @return the charges that moved
   */
  public List<Charge> settle(List<ChargeResult> results) {
    Map<ChargeId, ChargeOutcome> known =
        results.stream()
            .filter(result -> result.outcome().state() != ChargeState.SUBMITTED)
            .collect(Collectors.toMap(ChargeResult::charge, ChargeResult::outcome));
    if (known.isEmpty()) {
      return List.of();
    }
    return transactions.execute(status -> move(known));
  }

  /**
   * Settles all at once or, when that fails, each by itself, so that a charge that cannot be
   * settled does not hold back the others. It stays as it is; recovery tries it again.
   *
   * @return the charges that moved
   */
  public List<Charge> settleApart(List<ChargeResult> results) {
    try {
      return settle(results);
    } catch (RuntimeException failure) {
      LOG.warn("{} charges are settled one by one: {}", results.size(), failure.toString());
      return results.stream().flatMap(result -> settleAlone(result).stream()).toList();
    }
  }

  private List<Charge> settleAlone(ChargeResult result) {
    try {
      return settle(List.of(result));
    } catch (RuntimeException failure) {
      LogIds.of(LogId.CHARGE, result.charge())
          .run(
              () ->
                  LOG.error(
                      "Charge {} could not be settled; it is tried again",
                      result.charge(),
                      failure));
      return List.of();
    }
  }

  private List<Charge> move(Map<ChargeId, ChargeOutcome> outcomes) {
    Instant now = time.now();
    List<Charge> moved = new ArrayList<>(outcomes.size());
    for (Charge charge : charges.lock(outcomes.keySet())) {
      ChargeOutcome outcome = outcomes.get(charge.id());
      if (charge.state().canBecome(outcome.state())) {
        moved.add(charge.moved(outcome, now, recoverAgainAt(outcome, now)));
      } else if (charge.state() != outcome.state()) {
        ChargeLog.ids(charge)
            .run(
                () ->
                    LOG.warn(
                        "The gateway says {} of {}, which cannot follow", outcome.state(), charge));
      }
    }
    if (!moved.isEmpty()) {
      charges.move(moved);
      learnAboutMethods(moved);
      listeners.get().forEach(listener -> listener.settled(moved));
    }
    return moved;
  }

  private void learnAboutMethods(List<Charge> moved) {
    for (Charge charge : moved) {
      charge
          .decline()
          .filter(decline -> decline.declineClass() == DeclineClass.NEVER_AGAIN)
          .ifPresent(decline -> methods.block(charge.method(), decline.code()));
    }
    // He agreed when he paid, which may be days before a debit arrives.
    moved.stream()
        .filter(charge -> charge.state() == ChargeState.SUCCEEDED)
        .filter(charge -> charge.details().shopperPresent())
        .forEach(charge -> methods.confirmed(charge.method(), charge.openedAt()));
  }

  private Optional<Instant> recoverAgainAt(ChargeOutcome outcome, Instant now) {
    // What the gateway tells by itself may get lost, so it is asked now and then.
    return outcome.state().takesTime()
        ? Optional.of(now.plus(settings.processingPoll()))
        : Optional.empty();
  }
}
