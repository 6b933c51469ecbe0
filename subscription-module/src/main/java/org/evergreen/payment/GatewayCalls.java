package org.evergreen.payment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evergreen.payment.GatewayPace.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls gateways for many charges at once, never more at a time than is allowed in flight and no
 * faster than they take it. A call that fails in any way is an answer that is not known; it never
 * disturbs the other calls.
 */
public class GatewayCalls implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(GatewayCalls.class);

  /** How often a gateway that asks for patience is asked again at once, more slowly each time. */
  private static final int MOST_ROUNDS = 5;

  private final Gateways gateways;
  private final PaymentMethodRows methods;
  private final GatewayCall call;
  private final GatewayPace pace;
  private final GatewayThreads threads;

  GatewayCalls(
      Gateways gateways,
      PaymentMethodRows methods,
      GatewayObserver observer,
      GatewayPace pace,
      int inFlight) {
    this.gateways = gateways;
    this.methods = methods;
    this.call = new GatewayCall(observer);
    this.pace = pace;
    this.threads = new GatewayThreads(pace, inFlight);
  }

  /**
   * Asks for charges that are committed as {@code SUBMITTED}. A method that must not be charged
   * while the shopper is away, and a gateway that the shop no longer has, are declined without a
   * call. A gateway that asks for patience is asked again under the same keys, more slowly.
   *
   * @return the answers in the order of the charges
   * @throws IllegalStateException within a database transaction
   */
  public List<ChargeResult> charge(List<Charge> charges) {
    Set<PaymentMethodId> blocked = blockedAmong(charges);
    Function<Charge, ChargeResult> ask =
        charge -> new ChargeResult(charge.id(), chargeOne(charge, blocked));
    List<ChargeResult> answers = threads.forEach(charges, Kind.CHARGES, ask);
    List<Charge> again = askedForPatience(charges, answers);
    for (int round = 1; round < MOST_ROUNDS && !again.isEmpty(); round++) {
      LOG.warn("A gateway asks for patience; {} charges are asked for more slowly", again.size());
      pace.slowDown(again.get(0).gateway(), Kind.CHARGES);
      List<ChargeResult> second = threads.forEach(again, Kind.CHARGES, ask);
      answers = replaced(answers, second);
      again = askedForPatience(again, second);
    }
    return answers;
  }

  private static List<Charge> askedForPatience(List<Charge> charges, List<ChargeResult> answers) {
    List<Charge> again = new ArrayList<>();
    for (int i = 0; i < charges.size(); i++) {
      if (answers.get(i).outcome() instanceof ChargeOutcome.TooManyRequests) {
        again.add(charges.get(i));
      }
    }
    return again;
  }

  private static List<ChargeResult> replaced(List<ChargeResult> old, List<ChargeResult> later) {
    Map<ChargeId, ChargeResult> byCharge =
        later.stream().collect(Collectors.toMap(ChargeResult::charge, Function.identity()));
    return old.stream().map(result -> byCharge.getOrDefault(result.charge(), result)).toList();
  }

  private Set<PaymentMethodId> blockedAmong(List<Charge> charges) {
    List<PaymentMethodId> away =
        charges.stream()
            .filter(charge -> !charge.details().shopperPresent())
            .map(Charge::method)
            .toList();
    return away.isEmpty() ? Set.of() : Set.copyOf(methods.blocked(away));
  }

  /**
   * Asks what became of charges; the answers are in the order of the charges.
   *
   * @throws IllegalStateException within a database transaction
   */
  public List<LookUp> lookUp(List<Charge> charges) {
    return threads.forEach(charges, Kind.OTHER_REQUESTS, this::lookUpOne);
  }

  /**
   * Looks everywhere for charges of which nothing was heard for too long; the answers are in the
   * order of the charges.
   *
   * @throws IllegalStateException within a database transaction
   */
  List<LookUp> lookUpEverywhere(List<Charge> charges) {
    return threads.forEach(
        charges,
        Kind.OTHER_REQUESTS,
        charge -> lookUp(charge, gateway -> gateway.lookUpEverywhere(charge.trace())));
  }

  /**
   * Gives up a charge that waits for the shopper.
   *
   * @throws IllegalStateException within a database transaction
   */
  LookUp cancel(Charge charge) {
    return single(charge, this::cancelOne);
  }

  /** Whether the shop still has the gateway of a charge. */
  boolean isSetUp(Charge charge) {
    return gateways.find(charge.gateway()).isPresent();
  }

  /**
   * Asks for a refund that is committed.
   *
   * @throws IllegalStateException within a database transaction
   */
  RefundOutcome refund(Charge charge, Refund refund) {
    return single(charge, paid -> refundOne(paid, refund));
  }

  /**
   * Asks what became of a refund.
   *
   * @throws IllegalStateException within a database transaction
   */
  RefundLookUp lookUpRefund(Charge charge, Refund refund) {
    return single(charge, paid -> lookUpRefundOne(paid, refund));
  }

  private <R> R single(Charge charge, Function<Charge, R> ask) {
    return threads.forEach(List.of(charge), Kind.OTHER_REQUESTS, ask).get(0);
  }

  private RefundOutcome refundOne(Charge charge, Refund refund) {
    return call.answer(
        charge.gateway(),
        "refund",
        () -> gateways.named(charge.gateway()).refund(request(charge, refund)),
        failure -> new RefundOutcome.Unknown(failure.toString()));
  }

  private RefundLookUp lookUpRefundOne(Charge charge, Refund refund) {
    return call.answer(
        charge.gateway(),
        "look-up-refund",
        () -> gateways.named(charge.gateway()).lookUpRefund(request(charge, refund)),
        failure -> new RefundLookUp.Unavailable(failure.toString()));
  }

  private static RefundRequest request(Charge charge, Refund refund) {
    return new RefundRequest(refund.key(), charge.atGateway(), refund.amount(), refund.reason());
  }

  private ChargeOutcome chargeOne(Charge charge, Set<PaymentMethodId> blocked) {
    // What was sent before may have charged, whatever stands in its way now.
    if (charge.state() == ChargeState.OPEN) {
      if (blocked.contains(charge.method())) {
        return NotSent.blocked();
      }
      if (gateways.find(charge.gateway()).isEmpty()) {
        LOG.error(
            "{} is not sent: the gateway '{}' is not set up; set up are {}",
            charge,
            charge.gateway(),
            gateways.names());
        return NotSent.gatewayIsGone();
      }
    }
    return call.answer(
        charge.gateway(),
        "charge",
        () -> gateways.named(charge.gateway()).charge(charge.request()),
        failure -> new ChargeOutcome.Unknown(failure.toString()));
  }

  private LookUp cancelOne(Charge charge) {
    return call.answer(
        charge.gateway(),
        "cancel",
        () -> gateways.named(charge.gateway()).cancel(charge.atGateway()),
        failure -> new LookUp.Unavailable(failure.toString()));
  }

  private LookUp lookUpOne(Charge charge) {
    return lookUp(charge, gateway -> gateway.lookUp(charge.trace()));
  }

  private LookUp lookUp(Charge charge, Function<PaymentGateway, LookUp> ask) {
    return call.answer(
        charge.gateway(),
        "look-up",
        () -> ask.apply(gateways.named(charge.gateway())),
        failure -> new LookUp.Unavailable(failure.toString()));
  }

  @Override
  public void close() {
    threads.close();
  }
}
