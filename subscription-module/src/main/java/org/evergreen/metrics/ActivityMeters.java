package org.evergreen.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.evergreen.payment.Charge;
import org.evergreen.payment.ChargeListener;
import org.evergreen.payment.GatewayObserver;
import org.evergreen.renewal.RenewalListener;
import org.evergreen.renewal.SettledRenewal;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Meters of what this node has done since it started; the nodes' figures add up. What is settled
 * counts once it is committed.
 */
final class ActivityMeters
    implements MeterBinder, GatewayObserver, ChargeListener, RenewalListener {

  private final List<MeterRegistry> registries = new CopyOnWriteArrayList<>();

  @Override
  public void bindTo(MeterRegistry registry) {
    registries.add(registry);
  }

  @Override
  public void answered(String gateway, String operation, String outcome, Duration took) {
    for (MeterRegistry registry : registries) {
      Timer.builder("evergreen.gateway.calls")
          .description("Calls of payment gateways")
          .tag("gateway", gateway)
          .tag("operation", operation)
          .tag("outcome", outcome)
          .register(registry)
          .record(took);
    }
  }

  @Override
  public void settled(List<Charge> charges) {
    afterCommit(() -> charges.forEach(charge -> each(registry -> count(registry, charge))));
  }

  private static void count(MeterRegistry registry, Charge charge) {
    Counter.builder("evergreen.charges")
        .description("Charges by what became of them")
        .baseUnit("charges")
        .tag("gateway", charge.gateway())
        .tag("purpose", word(charge.purpose()))
        .tag("outcome", word(charge.state()))
        .tag("decline", charge.decline().map(d -> word(d.declineClass())).orElse("none"))
        .register(registry)
        .increment();
  }

  @Override
  public void renewed(List<SettledRenewal> groups) {
    count("paid", groups);
  }

  @Override
  public void failed(List<SettledRenewal> groups) {
    count("failed", groups);
  }

  @Override
  public void waiting(List<SettledRenewal> groups) {
    count("waiting", groups);
  }

  private void count(String result, List<SettledRenewal> groups) {
    long subscriptions = groups.stream().mapToLong(group -> group.subscriptions().size()).sum();
    afterCommit(() -> each(registry -> count(registry, result, subscriptions)));
  }

  private static void count(MeterRegistry registry, String result, long subscriptions) {
    Counter.builder("evergreen.renewals")
        .description("Renewals of subscriptions by result; one that fails again counts again")
        .baseUnit("renewals")
        .tag("result", result)
        .register(registry)
        .increment(subscriptions);
  }

  private void each(Consumer<MeterRegistry> counting) {
    registries.forEach(counting);
  }

  private static void afterCommit(Runnable counting) {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      counting.run();
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            counting.run();
          }
        });
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
