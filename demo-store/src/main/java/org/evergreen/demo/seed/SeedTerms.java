package org.evergreen.demo.seed;

import java.util.Optional;
import java.util.OptionalInt;
import org.evergreen.terms.Alignment;
import org.evergreen.terms.AlignmentDay;
import org.evergreen.terms.BillingInterval;
import org.evergreen.terms.Commitment;
import org.evergreen.terms.DownloadRelease;
import org.evergreen.terms.PlanConditions;
import org.evergreen.terms.PlanTerms;
import org.evergreen.terms.PriceRule;
import org.evergreen.terms.PurchaseLimit;
import org.evergreen.terms.Trial;
import org.joda.money.Money;

/** Terms for a plan of the seed, plain unless told otherwise. */
final class SeedTerms {

  private final BillingInterval interval;
  private final PriceRule price;
  private Money signUpFee = Money.parse("USD 0");
  private Optional<Trial> trial = Optional.empty();
  private OptionalInt length = OptionalInt.empty();
  private Optional<Alignment> alignment = Optional.empty();
  private boolean shippingOnce;
  private PurchaseLimit limit = PurchaseLimit.NONE;
  private Commitment commitment = Commitment.none();
  private DownloadRelease downloads = DownloadRelease.ALL_AT_ONCE;

  SeedTerms(BillingInterval interval, PriceRule price) {
    this.interval = interval;
    this.price = price;
  }

  SeedTerms signUpFee(Money amount) {
    signUpFee = amount;
    return this;
  }

  SeedTerms trial(Trial time) {
    trial = Optional.of(time);
    return this;
  }

  SeedTerms payments(int count) {
    length = OptionalInt.of(count);
    return this;
  }

  SeedTerms on(AlignmentDay day, Alignment.FirstPayment first, int graceDays) {
    alignment = Optional.of(new Alignment(day, first, graceDays));
    return this;
  }

  SeedTerms shippingOnce() {
    shippingOnce = true;
    return this;
  }

  SeedTerms limit(PurchaseLimit most) {
    limit = most;
    return this;
  }

  SeedTerms commitment(Commitment agreed) {
    commitment = agreed;
    return this;
  }

  SeedTerms downloads(DownloadRelease release) {
    downloads = release;
    return this;
  }

  PlanTerms build() {
    return new PlanTerms(
        interval,
        price,
        signUpFee,
        trial,
        length,
        alignment,
        new PlanConditions(shippingOnce, limit, commitment, downloads));
  }
}
