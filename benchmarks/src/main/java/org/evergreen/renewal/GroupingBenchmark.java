package org.evergreen.renewal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.evergreen.calendar.Schedule;
import org.evergreen.payment.MethodDetails;
import org.evergreen.payment.PaymentMethod;
import org.evergreen.payment.PaymentMethodId;
import org.evergreen.settings.MerchantSettings;
import org.evergreen.storefront.CustomerId;
import org.evergreen.storefront.ProductKind;
import org.evergreen.storefront.SkuId;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.terms.BillingInterval;
import org.evergreen.terms.IntervalUnit;
import org.evergreen.time.ShopTime;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What it costs to group the 600 due subscriptions of a batch. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class GroupingBenchmark {

  private static final int SUBSCRIPTIONS = 600;
  private static final ZoneId ZONE = ZoneId.of("America/Chicago");
  private static final Instant NOW = Instant.parse("2026-03-01T18:00:00Z");

  /** Due subscriptions that each customer has. */
  @Param({"1", "3"})
  int each;

  private List<DueSubscription> due;
  private GroupRenewals grouping;

  /** Makes the batch. */
  @Setup
  public void prepare() {
    grouping = new GroupRenewals(new ShopTime(Clock.fixed(NOW, ZoneOffset.UTC), ZONE));
    due = LongStream.range(0, SUBSCRIPTIONS).mapToObj(this::subscription).toList();
  }

  @Benchmark
  public int group() {
    return grouping.group(due, MerchantSettings.defaults(), subscription -> true, NOW).size();
  }

  private DueSubscription subscription(long id) {
    long account = id / each;
    CustomerId customer = new CustomerId("customer-" + account);
    MethodDetails visa = new MethodDetails("Visa", "4242", YearMonth.of(2039, 12));
    PaymentMethod method =
        new PaymentMethod(new PaymentMethodId(account), customer, "sandbox", "token", visa, true);
    DueSubscription.Line line =
        new DueSubscription.Line(
            id,
            new SkuId("sku"),
            "Membership",
            ProductKind.VIRTUAL,
            1,
            Money.of(CurrencyUnit.USD, 9),
            Money.zero(CurrencyUnit.USD),
            false);
    return new DueSubscription(
        new SubscriptionId(id),
        1,
        account,
        customer,
        CurrencyUnit.USD,
        new DueSubscription.Paying(Optional.of(method), true, Money.zero(CurrencyUnit.USD)),
        Optional.empty(),
        new DueSubscription.Dates(
            new Schedule(
                LocalDateTime.of(2026, 2, 1, 12, 0),
                BillingInterval.every(1, IntervalUnit.MONTH),
                ZONE),
            1,
            OptionalInt.empty(),
            NOW,
            false),
        List.of(line),
        List.of());
  }
}
