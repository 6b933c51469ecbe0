package org.evergreen.testing;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;
import org.evergreen.plan.PlanId;
import org.evergreen.plan.PlanOffer;
import org.evergreen.terms.BillingInterval;
import org.evergreen.terms.IntervalUnit;
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

  public PlanOffer build() {
    return new PlanOffer(plan, planName, interval, unitPrice, signUpFee, trial, length);
  }
}
