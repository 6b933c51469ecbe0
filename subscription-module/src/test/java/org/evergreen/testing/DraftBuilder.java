package org.evergreen.testing;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.evergreen.plan.ChangeGroupId;
import org.evergreen.plan.PlanDraft;
import org.evergreen.storefront.ProductId;
import org.evergreen.terms.Alignment.FirstPayment;
import org.evergreen.terms.AlignmentDay;
import org.evergreen.terms.BillingInterval;
import org.evergreen.terms.IntervalUnit;
import org.evergreen.terms.PlanTerms;
import org.evergreen.terms.PriceRule;
import org.evergreen.terms.PurchaseLimit;
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
  private final TermsBuilder more = new TermsBuilder();
  private Optional<ChangeGroupId> changeGroup = Optional.empty();
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

  /** A trial that a customer gets once for a product. */
  public DraftBuilder trialOnce(int count, IntervalUnit unit) {
    trial = Optional.of(new Trial(BillingInterval.every(count, unit), true));
    return this;
  }

  /** All payments on a day; nothing is paid until then. */
  public DraftBuilder nothingUntil(AlignmentDay day) {
    more.align(day, FirstPayment.NOTHING_UNTIL_DAY, 0);
    return this;
  }

  /** All payments on a day; the time until then is paid in part. */
  public DraftBuilder proratedTo(AlignmentDay day) {
    more.align(day, FirstPayment.PRORATED, 0);
    return this;
  }

  /** All payments on a day; the first one is full and now. */
  public DraftBuilder fullNowThenOn(AlignmentDay day) {
    more.align(day, FirstPayment.FULL_NOW, 0);
    return this;
  }

  /** Days before the day within which the first payment is for the cycle that starts on it. */
  public DraftBuilder grace(int days) {
    more.grace(days);
    return this;
  }

  public DraftBuilder shippingOnce() {
    more.shippingOnce();
    return this;
  }

  public DraftBuilder limit(PurchaseLimit limit) {
    more.limit(limit);
    return this;
  }

  /** At least so many payments before it may be cancelled, and so many days of notice. */
  public DraftBuilder commitment(int payments, int noticeDays) {
    more.commitment(payments, noticeDays);
    return this;
  }

  /** Files that are added later come after the next paid renewal. */
  public DraftBuilder drip() {
    more.drip();
    return this;
  }

  /** Subscribers may switch within a group. */
  public DraftBuilder group(ChangeGroupId group) {
    changeGroup = Optional.of(group);
    return this;
  }

  public PlanDraft build() {
    PlanTerms terms =
        new PlanTerms(
            interval, price, signUpFee, trial, length, more.alignment(), more.conditions());
    return new PlanDraft(name, active, storewide, terms, products, changeGroup);
  }
}
