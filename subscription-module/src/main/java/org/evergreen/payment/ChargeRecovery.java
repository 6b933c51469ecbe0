package org.evergreen.payment;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.evergreen.time.ShopTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/** Finds out what became of charges whose answer never came. */
public class ChargeRecovery {

  private static final Logger LOG = LoggerFactory.getLogger(ChargeRecovery.class);
  private static final int BATCH = 100;

  private final TransactionOperations transactions;
  private final Charges charges;
  private final GatewayCalls gateway;
  private final ChargeSettlement settlement;
  private final ShopTime time;
  private final PaymentSettings settings;

  public ChargeRecovery(
      TransactionOperations transactions,
      Charges charges,
      GatewayCalls gateway,
      ChargeSettlement settlement,
      ShopTime time,
      PaymentSettings settings) {
    this.transactions = transactions;
    this.charges = charges;
    this.gateway = gateway;
    this.settlement = settlement;
    this.time = time;
    this.settings = settings;
  }

  /**
   * Asks the gateway for every charge whose answer is overdue and settles it. Repeatable, and safe
   * to run on several nodes at once.
   *
   * @return how many charges were settled
   */
  public int recover() {
    int settled = 0;
    List<Charge> overdue = takeOverdue();
    while (!overdue.isEmpty()) {
      settled += recover(overdue);
      overdue = takeOverdue();
    }
    return settled;
  }

  /** Each is taken once a run: its next look is put off before the gateway is asked. */
  private List<Charge> takeOverdue() {
    return transactions.execute(
        status -> {
          List<Charge> overdue = charges.lockOverdue(BATCH);
          putOff(overdue, ChargeState::takesTime, settings.processingPoll());
          putOff(overdue, Predicate.not(ChargeState::takesTime), settings.recoverAfter());
          return overdue;
        });
  }

  private void putOff(List<Charge> overdue, Predicate<ChargeState> those, Duration time) {
    List<ChargeId> ids =
        overdue.stream().filter(charge -> those.test(charge.state())).map(Charge::id).toList();
    charges.recoverAgainAt(ids, this.time.now().plus(time));
  }

  private int recover(List<Charge> overdue) {
    List<ChargeResult> results = new ArrayList<>();
    List<Charge> unheardOf = settled(overdue, gateway.lookUp(overdue), results);
    List<Charge> again = unheardOf.stream().filter(charges::mayBeAskedForAgain).toList();
    List<Charge> tooOld =
        unheardOf.stream()
            .filter(charge -> charge.state() == ChargeState.SUBMITTED)
            .filter(charge -> !charges.mayBeAskedForAgain(charge))
            .toList();
    results.addAll(chargeAgain(again));
    results.addAll(giveUp(tooOld));
    return settlement.settleApart(results).size();
  }

  /** Adds what became of the charges, and answers those that the gateway does not know. */
  private static List<Charge> settled(
      List<Charge> charges, List<LookUp> answers, List<ChargeResult> results) {
    List<Charge> unheardOf = new ArrayList<>();
    for (int i = 0; i < charges.size(); i++) {
      Charge charge = charges.get(i);
      LookUp answer = answers.get(i);
      if (answer instanceof LookUp.Found found) {
        results.add(new ChargeResult(charge.id(), found.outcome()));
      } else if (answer instanceof LookUp.NotFound) {
        unheardOf.add(charge);
      } else if (answer instanceof LookUp.Unavailable unavailable) {
        ChargeLog.ids(charge)
            .run(() -> LOG.warn("{} is still unknown: {}", charge, unavailable.detail()));
      }
    }
    return unheardOf;
  }

  /** Under the same key, which the gateway would recognise if the first request still arrived. */
  private List<ChargeResult> chargeAgain(List<Charge> again) {
    return again.isEmpty()
        ? List.of()
        : gateway.charge(transactions.execute(status -> submit(again)));
  }

  /**
   * The gateway has forgotten the keys of these, so they are not asked for again. Those that are
   * nowhere never arrived.
   */
  private List<ChargeResult> giveUp(List<Charge> tooOld) {
    List<ChargeResult> results = new ArrayList<>();
    if (!tooOld.isEmpty()) {
      for (Charge charge : settled(tooOld, gateway.lookUpEverywhere(tooOld), results)) {
        ChargeLog.ids(charge)
            .run(() -> LOG.warn("{} never reached the gateway; it is given up", charge));
        ChargeOutcome nothing = new ChargeOutcome.Canceled(ChargeOutcome.Canceled.NEVER_ARRIVED);
        results.add(new ChargeResult(charge.id(), nothing));
      }
    }
    return results;
  }

  private List<Charge> submit(List<Charge> again) {
    List<ChargeId> ids = again.stream().map(Charge::id).toList();
    charges.submit(ids);
    Set<ChargeId> unanswered =
        charges.unanswered(ids).stream().map(Charge::id).collect(Collectors.toSet());
    return again.stream().filter(charge -> unanswered.contains(charge.id())).toList();
  }
}
