package org.evergreen.testing;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;
import org.evergreen.plan.PlanId;
import org.evergreen.plan.PlanOffer;
import org.evergreen.terms.Alignment.FirstPayment;
import org.evergreen.terms.AlignmentDay;
import org.evergreen.terms.BillingInterval;
import org.evergreen.terms.IntervalUnit;
import org.evergreen.terms.PurchaseLimit;
import org.evergreen.terms.Trial;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Offers for tests, for example {@code OfferBuilder.monthly("9.90").trial(14, DAY).build()}. */
public final class OfferBuilder {

  private final BillingInterval interval;
  private final Money unitPrice;
  private Money signUpFee;
  private Optional<Trial> trial = Optional.empty();
  private OptionalInt length = OptionalInt.empty();
  private final TermsBuilder more = new TermsBuilder();
  private PlanId plan = new PlanId(1);
  private String planName = "Test plan";

  private OfferBuilder(BillingInterval interval, Money unitPrice) {
    this.interval = interval;
    this.unitPrice = unitPrice;
    this.signUpFee = Money.zero(unitPrice.getCurrencyUnit());
  }

  public static OfferBuilder every(int count, IntervalUnit unit, String price) {
    return new OfferBuilder(BillingInterval.every(count, unit), usd(price));
  }

  public static OfferBuilder monthly(String price) {
    return every(1, IntervalUnit.MONTH, price);
  }

  public static OfferBuilder yearly(String price) {
    return every(1, IntervalUnit.YEAR, price);
  }

  /** An amount in US dollars. */
  public static Money usd(String amount) {
    return Money.of(CurrencyUnit.USD, new BigDecimal(amount));
  }

  public OfferBuilder plan(long id, String name) {
    plan = new PlanId(id);
    planName = name;
    return this;
  }

  public OfferBuilder signUpFee(String amount) {
    signUpFee = usd(amount);
    return this;
  }

  public OfferBuilder trial(int count, IntervalUnit unit) {
    trial = Optional.of(new Trial(BillingInterval.every(count, unit)));
    return this;
  }

  public OfferBuilder payments(int count) {
    length = OptionalInt.of(count);
    return this;
  }

  /** A trial that a customer gets once for a product. */
  public OfferBuilder trialOnce(int count, IntervalUnit unit) {
    trial = Optional.of(new Trial(BillingInterval.every(count, unit), true));
    return this;
  }

  /** All payments on a day; nothing is paid until then. */
  public OfferBuilder nothingUntil(AlignmentDay day) {
    more.align(day, FirstPayment.NOTHING_UNTIL_DAY, 0);
    return this;
  }

  /** All payments on a day; the time until then is paid in part. */
  public OfferBuilder proratedTo(AlignmentDay day) {
    more.align(day, FirstPayment.PRORATED, 0);
    return this;
  }

  /** All payments on a day; the first one is full and now. */
  public OfferBuilder fullNowThenOn(AlignmentDay day) {
    more.align(day, FirstPayment.FULL_NOW, 0);
    return this;
  }

  /** Days before the day within which the first payment is for the cycle that starts on it. */
  public OfferBuilder grace(int days) {
    more.grace(days);
    return this;
  }

  public OfferBuilder shippingOnce() {
    more.shippingOnce();
    return this;
  }

  public OfferBuilder limit(PurchaseLimit limit) {
    more.limit(limit);
    return this;
  }

  /** At least so many payments before it may be cancelled, and so many days of notice. */
  public OfferBuilder commitment(int payments, int noticeDays) {
    more.commitment(payments, noticeDays);
    return this;
  }

  /** Files that are added later come after the next paid renewal. */
  public OfferBuilder drip() {
    more.drip();
    return this;
  }

  public PlanOffer build() {
    return new PlanOffer(
        plan,
        planName,
        interval,
        unitPrice,
        signUpFee,
        trial,
        length,
        more.alignment(),
        more.conditions());
  }
}
