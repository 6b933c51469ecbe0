package org.evergreen.testing;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.evergreen.plan.PlanDraft;
import org.evergreen.storefront.ProductId;
import org.evergreen.terms.BillingInterval;
import org.evergreen.terms.IntervalUnit;
import org.evergreen.terms.PlanTerms;
import org.evergreen.terms.PriceRule;
import org.evergreen.terms.Trial;
import org.joda.money.Money;

/** Plans for tests: active, monthly and at the product's price unless told otherwise. */
public final class DraftBuilder {

  private final String name;
  private boolean active = true;
  private boolean storewide;
  private BillingInterval interval = BillingInterval.every(1, IntervalUnit.MONTH);
  private PriceRule price = new PriceRule.PercentOff(BigDecimal.ZERO);
  private Money signUpFee = OfferBuilder.usd("0");
  private Optional<Trial> trial = Optional.empty();
  private OptionalInt length = OptionalInt.empty();
  private final Set<ProductId> products = new HashSet<>();

  private DraftBuilder(String name) {
    this.name = name;
  }

  public static DraftBuilder plan(String name) {
    return new DraftBuilder(name);
  }

  public DraftBuilder inactive() {
    active = false;
    return this;
  }

  public DraftBuilder storewide() {
    storewide = true;
    return this;
  }

  public DraftBuilder on(ProductId product) {
    products.add(product);
    return this;
  }

  public DraftBuilder every(int count, IntervalUnit unit) {
    interval = BillingInterval.every(count, unit);
    return this;
  }

  public DraftBuilder percentOff(String percent) {
    price = new PriceRule.PercentOff(new BigDecimal(percent));
    return this;
  }

  public DraftBuilder price(PriceRule rule) {
    price = rule;
    return this;
  }

  public DraftBuilder signUpFee(Money amount) {
    signUpFee = amount;
    return this;
  }

  public DraftBuilder trial(int count, IntervalUnit unit) {
    trial = Optional.of(new Trial(BillingInterval.every(count, unit)));
    return this;
  }

  public DraftBuilder payments(int count) {
    length = OptionalInt.of(count);
    return this;
  }

  public PlanDraft build() {
    PlanTerms terms = new PlanTerms(interval, price, signUpFee, trial, length);
    return new PlanDraft(name, active, storewide, terms, products);
  }
}
