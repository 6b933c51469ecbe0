package org.evergreen.terms;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** What must fit together in the terms of a plan. */
public enum TermsRule {
  /** Weeks are aligned to a weekday, months to a day of the month, years to a day of the year. */
  DAY_FITS_INTERVAL("the day on which payments fall does not fit the interval") {
    @Override
    boolean isBroken(Parts terms) {
      return terms.both(
          terms.alignment(),
          terms.interval(),
          (alignment, interval) -> alignment.day().unit() != interval.unit());
    }
  },
  /** A grace that is longer than the interval would swallow whole payments. */
  GRACE_WITHIN_INTERVAL("the grace is longer than the interval") {
    @Override
    boolean isBroken(Parts terms) {
      return terms.both(
          terms.alignment(),
          terms.interval(),
          (alignment, interval) -> alignment.graceDays() > interval.fewestDays());
    }
  },
  /** A trial and a part of the price for the same days contradict each other. */
  NO_TRIAL_WHEN_PRORATED("there is a trial although the first payment is prorated") {
    @Override
    boolean isBroken(Parts terms) {
      return terms.both(
          terms.alignment(),
          terms.trial(),
          (alignment, trial) -> alignment.firstPayment() == Alignment.FirstPayment.PRORATED);
    }
  },
  /** In a trial nothing is sent with the first order, so no order would ever pay for shipping. */
  NO_TRIAL_WHEN_SHIPPING_ONCE("there is a trial although shipping is charged only once") {
    @Override
    boolean isBroken(Parts terms) {
      return terms.both(
          terms.conditions(), terms.trial(), (conditions, trial) -> conditions.shippingOnce());
    }
  },
  /** Nobody can make more payments than there are. */
  MINIMUM_WITHIN_LENGTH("more payments are required before cancelling than there are") {
    @Override
    boolean isBroken(Parts terms) {
      return terms.length().isPresent()
          && terms
              .conditions()
              .filter(
                  conditions ->
                      conditions.commitment().minimumPayments() > terms.length().getAsInt())
              .isPresent();
    }
  };

  private final String complaint;

  TermsRule(String complaint) {
    this.complaint = complaint;
  }

  abstract boolean isBroken(Parts terms);

  /**
   * Terms as far as they are known. What a form could not be read to is empty and breaks no rule.
   */
  public record Parts(
      Optional<BillingInterval> interval,
      Optional<Trial> trial,
      OptionalInt length,
      Optional<Alignment> alignment,
      Optional<PlanConditions> conditions) {

    private interface Test<A, B> {
      boolean test(A one, B other);
    }

    private <A, B> boolean both(Optional<A> one, Optional<B> other, Test<A, B> test) {
      return one.isPresent() && other.isPresent() && test.test(one.get(), other.get());
    }
  }

  /** All rules that are broken. */
  public static Set<TermsRule> brokenBy(Parts terms) {
    return Arrays.stream(values())
        .filter(rule -> rule.isBroken(terms))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(TermsRule.class)));
  }

  static void requireAll(Parts terms) {
    Set<TermsRule> broken = brokenBy(terms);
    if (!broken.isEmpty()) {
      throw new IllegalArgumentException(
          broken.stream()
              .map(rule -> rule.complaint)
              .collect(Collectors.joining("; ", "These are no terms: ", "")));
    }
  }
}
