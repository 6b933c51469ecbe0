package org.evergreen.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.evergreen.renewal.RenewalCounts;

/**
 * Meters of how the shop's work stands. Every node says the same, because all read one database:
 * take the largest, not the sum.
 */
final class VitalsMeters implements MeterBinder {

  private final VitalsReader reader;

  VitalsMeters(VitalsReader reader) {
    this.reader = reader;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    backlog(registry);
    renewals(registry);
    notices(registry);
    webhooks(registry);
    jobs(registry);
  }

  private void backlog(MeterRegistry registry) {
    count("evergreen.backlog", v -> v.backlog().customers())
        .description("Customers whose renewals are due")
        .baseUnit("customers")
        .register(registry);
    age("evergreen.backlog.age", Vitals::backlogAge)
        .description("For how long the oldest due renewal has been due")
        .register(registry);
    count("evergreen.charges.unknown", v -> v.unknown().count())
        .description("Charges whose answer from the gateway is missing")
        .baseUnit("charges")
        .register(registry);
    age("evergreen.charges.unknown.age", Vitals::unknownAge)
        .description("Age of the charge whose answer has been missing longest")
        .register(registry);
  }

  private void renewals(MeterRegistry registry) {
    open(registry, "running", RenewalCounts::running);
    open(registry, "waiting", RenewalCounts::waiting);
    open(registry, "failed", RenewalCounts::failed);
    open(registry, "parked", RenewalCounts::parked);
    open(registry, "unplaced", RenewalCounts::unplaced);
  }

  private void open(MeterRegistry registry, String state, ToLongFunction<RenewalCounts> count) {
    count("evergreen.renewals.open", v -> count.applyAsLong(v.renewals()))
        .description("Renewals that are not done, by where they stand")
        .baseUnit("renewals")
        .tag("state", state)
        .register(registry);
  }

  private void notices(MeterRegistry registry) {
    notices(registry, "waiting", v -> v.notices().waiting());
    notices(registry, "failed", v -> v.notices().failed());
    notices(registry, "in-doubt", v -> v.notices().inDoubt());
    age("evergreen.notices.age", Vitals::noticeAge)
        .description("For how long the oldest waiting e-mail should have been sent")
        .register(registry);
  }

  private void notices(MeterRegistry registry, String state, ToLongFunction<Vitals> count) {
    count("evergreen.notices", count)
        .description("E-mails that were not sent, by where they stand")
        .baseUnit("notices")
        .tag("state", state)
        .register(registry);
  }

  private void webhooks(MeterRegistry registry) {
    webhooks(registry, "waiting", v -> v.webhooks().waiting());
    webhooks(registry, "failed", v -> v.webhooks().failed());
    age("evergreen.webhooks.lag", v -> v.webhooks().lag())
        .description("For how long the event that is due longest has waited to be worked off")
        .register(registry);
  }

  private void webhooks(MeterRegistry registry, String state, ToLongFunction<Vitals> count) {
    count("evergreen.webhooks", count)
        .description("Webhook events that are not worked off, by where they stand")
        .baseUnit("events")
        .tag("state", state)
        .register(registry);
  }

  private void jobs(MeterRegistry registry) {
    count("evergreen.disputes", Vitals::disputes)
        .description("Payments that customers contest and that the merchant may defend")
        .baseUnit("disputes")
        .register(registry);
    count("evergreen.jobs.in-trouble", v -> v.jobsInTrouble().size())
        .description("Jobs that are late, fail every time, or were left by a dead node")
        .baseUnit("jobs")
        .register(registry);
  }

  private Gauge.Builder<VitalsReader> count(String name, ToLongFunction<Vitals> count) {
    return Gauge.builder(
        name, reader, r -> r.recent().map(v -> (double) count.applyAsLong(v)).orElse(Double.NaN));
  }

  private TimeGauge.Builder<VitalsReader> age(String name, Function<Vitals, Duration> age) {
    return TimeGauge.builder(
        name,
        reader,
        TimeUnit.MILLISECONDS,
        r -> r.recent().map(v -> (double) age.apply(v).toMillis()).orElse(Double.NaN));
  }
}
