package org.evergreen.payment;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.evergreen.log.LogIds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Calls gateways for many charges at once, never more at a time than is allowed in flight. A call
 * that fails in any way is an answer that is not known; it never disturbs the other calls.
 */
public class GatewayCalls implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(GatewayCalls.class);

  private final Gateways gateways;
  private final PaymentMethodRows methods;
  private final GatewayCall call;
  private final ThreadPoolExecutor threads;

  GatewayCalls(
      Gateways gateways, PaymentMethodRows methods, GatewayObserver observer, int inFlight) {
    this.gateways = gateways;
    this.methods = methods;
    this.call = new GatewayCall(observer);
    this.threads =
        new ThreadPoolExecutor(
            inFlight, inFlight, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), this::thread);
    threads.allowCoreThreadTimeOut(true);
  }

  /**
   * Asks for charges that are committed as {@code SUBMITTED}. A method that must not be charged
   * while the shopper is away, and a gateway that the shop no longer has, are declined without a
   * call.
   *
   * @throws IllegalStateException within a database transaction
   */
  public List<ChargeResult> charge(List<Charge> charges) {
    Set<PaymentMethodId> blocked = blockedAmong(charges);
    return forEach(charges, charge -> new ChargeResult(charge.id(), chargeOne(charge, blocked)));
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
    return forEach(charges, this::lookUpOne);
  }

  /**
   * Gives up a charge that waits for the shopper.
   *
   * @throws IllegalStateException within a database transaction
   */
  LookUp cancel(Charge charge) {
    return forEach(List.of(charge), this::cancelOne).get(0);
  }

  /**
   * Asks for a refund that is committed.
   *
   * @throws IllegalStateException within a database transaction
   */
  RefundOutcome refund(Charge charge, Refund refund) {
    return forEach(List.of(charge), paid -> refundOne(paid, refund)).get(0);
  }

  /**
   * Asks what became of a refund.
   *
   * @throws IllegalStateException within a database transaction
   */
  RefundLookUp lookUpRefund(Charge charge, Refund refund) {
    return forEach(List.of(charge), paid -> lookUpRefundOne(paid, refund)).get(0);
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
    return call.answer(
        charge.gateway(),
        "look-up",
        () -> gateways.named(charge.gateway()).lookUp(charge.trace()),
        failure -> new LookUp.Unavailable(failure.toString()));
  }

  private <R> List<R> forEach(List<Charge> charges, Function<Charge, R> call) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("A gateway is called outside of database transactions only");
    }
    List<Callable<R>> calls = new ArrayList<>(charges.size());
    LogIds work = LogIds.current();
    for (Charge charge : charges) {
      calls.add(() -> work.call(() -> ChargeLog.ids(charge).call(() -> call.apply(charge))));
    }
    try {
      List<R> answers = new ArrayList<>(charges.size());
      for (Future<R> answer : threads.invokeAll(calls)) {
        answers.add(answer.get());
      }
      return answers;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(
          "Stopped while the gateway was asked; recovery finds out what came of it", interrupted);
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException("A gateway call broke", failure.getCause());
    }
  }

  private Thread thread(Runnable work) {
    Thread thread = new Thread(work, "evergreen-gateway");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
