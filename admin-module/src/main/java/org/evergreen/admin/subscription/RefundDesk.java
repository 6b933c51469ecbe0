package org.evergreen.admin.subscription;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.evergreen.admin.AdminWords;
import org.evergreen.change.PaidCharges;
import org.evergreen.money.Rounding;
import org.evergreen.payment.Charge;
import org.evergreen.payment.ChargeId;
import org.evergreen.payment.ChargePurpose;
import org.evergreen.payment.IdempotencyKey;
import org.evergreen.payment.NewRefund;
import org.evergreen.payment.Refund;
import org.evergreen.payment.RefundResult;
import org.evergreen.payment.RefundState;
import org.evergreen.payment.Refunds;
import org.evergreen.renewal.RenewalGroupId;
import org.evergreen.renewal.SubscriptionRefunds;
import org.evergreen.subscription.ActionRefusedException;
import org.evergreen.subscription.Actor;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionEvent;
import org.evergreen.subscription.SubscriptionHistory;
import org.evergreen.time.ShopTime;
import org.joda.money.Money;

/** Gives money back out of the charges that a subscription was paid with. */
class RefundDesk {

  private final PaidCharges paid;
  private final Refunds refunds;
  private final SubscriptionRefunds shares;
  private final SubscriptionHistory history;
  private final ShopTime time;
  private final AdminWords words;

  RefundDesk(
      PaidCharges paid,
      Refunds refunds,
      SubscriptionRefunds shares,
      SubscriptionHistory history,
      ShopTime time,
      AdminWords words) {
    this.paid = paid;
    this.refunds = refunds;
    this.shares = shares;
    this.history = history;
    this.time = time;
    this.words = words;
  }

  /**
   * A charge of a subscription that succeeded.
   *
   * @param paid with it for this subscription, others may have been paid with it too
   * @param left what can be given back of that
   * @param lines what it consists of; empty when it was not for a renewal
   */
  record Payment(Charge charge, Money paid, Money left, List<SubscriptionRefunds.Line> lines) {

    /** Whether it paid an order, which may hold more than this subscription. */
    public boolean isOfAnOrder() {
      return charge.purpose() == ChargePurpose.CHECKOUT;
    }

    /** Whether other subscriptions were paid with it. */
    public boolean isShared() {
      return paid.isLessThan(charge.amount());
    }

    /** What can be given back for a line, or for all of it. */
    Money most(OptionalLong line) {
      return line.isEmpty()
          ? left
          : lines.stream()
              .filter(one -> one.line() == line.getAsLong())
              .map(SubscriptionRefunds.Line::left)
              .findFirst()
              .orElseThrow(() -> new ActionRefusedException("Choose what it is for."));
    }
  }

  /**
   * What can be given back when a subscription is cancelled now.
   *
   * @param most what is left of the last charge, of this subscription's part of it when others were
   *     paid with it
   * @param unused the part of the recurring amount for the days that are left, at most that
   */
  record Refundable(Money most, Money unused) {

    /** The unused part as it stands in the form. */
    public String suggestion() {
      return unused.isZero() ? "" : unused.getAmount().toPlainString();
    }
  }

  /** Empty when nothing can be given back. */
  Optional<Refundable> refundable(Subscription subscription) {
    return lastPaid(subscription)
        .map(Payment::left)
        .filter(Money::isPositive)
        .filter(left -> left.getCurrencyUnit().equals(subscription.currency()))
        .map(left -> new Refundable(left, least(unused(subscription), left)));
  }

  /** A charge that paid this subscription; empty for any other. */
  Optional<Payment> payment(Subscription subscription, ChargeId charge) {
    return payments(subscription).filter(one -> one.charge().id().equals(charge)).findFirst();
  }

  /** The charge that paid this subscription last. */
  Optional<Payment> lastPaid(Subscription subscription) {
    return payments(subscription).findFirst();
  }

  private Stream<Payment> payments(Subscription subscription) {
    return paid.of(subscription.id()).stream()
        .flatMap(charge -> payment(subscription, charge).stream());
  }

  private Optional<Payment> payment(Subscription subscription, Charge charge) {
    return RenewalGroupId.of(charge.subject())
        .map(group -> ofRenewal(subscription, group, charge))
        .orElseGet(
            () ->
                Optional.of(new Payment(charge, charge.amount(), refunds.left(charge), List.of())));
  }

  private Optional<Payment> ofRenewal(
      Subscription subscription, RenewalGroupId group, Charge charge) {
    return shares
        .of(subscription.id(), group)
        .map(share -> new Payment(charge, share.paid(), share.left(), share.lines()));
  }

  private Money unused(Subscription subscription) {
    Money amount = subscription.recurringAmount();
    Money none = Money.zero(amount.getCurrencyUnit());
    if (subscription.termStartedAt().isEmpty() || subscription.paidUntil().isEmpty()) {
      return none;
    }
    LocalDate end = time.dateOf(subscription.paidUntil().get());
    long term = ChronoUnit.DAYS.between(time.dateOf(subscription.termStartedAt().get()), end);
    long left = Math.min(term, ChronoUnit.DAYS.between(time.today(), end));
    if (term <= 0 || left <= 0) {
      return none;
    }
    BigDecimal exact =
        amount
            .getAmount()
            .multiply(BigDecimal.valueOf(left))
            .divide(BigDecimal.valueOf(term), MathContext.DECIMAL128);
    return Rounding.round(amount.getCurrencyUnit(), exact);
  }

  private static Money least(Money one, Money other) {
    return one.isGreaterThan(other) ? other : one;
  }

  /**
   * A refund that is possible.
   *
   * @param line that it is booked to, if to one
   * @param reference asked for twice under one, it is given back once
   * @throws ActionRefusedException if less is left, or another one was asked for under the
   *     reference
   */
  NewRefund wanted(
      Subscription subscription,
      Payment payment,
      OptionalLong line,
      Money amount,
      String reason,
      String reference) {
    NewRefund wanted =
        new NewRefund(
            new IdempotencyKey("refund-" + reference),
            payment.charge().id(),
            amount,
            reason,
            OptionalLong.of(subscription.id().value()),
            line);
    Optional<Refund> asked = asked(wanted);
    Optional<String> objection =
        asked.isEmpty()
            ? objection(payment.most(line), amount)
            : asked
                .filter(known -> !known.isThatOf(wanted))
                .map(
                    known ->
                        "Another refund was made with this form before. Send it again to make this one too.");
    objection.ifPresent(
        sentence -> {
          throw new ActionRefusedException(sentence);
        });
    return wanted;
  }

  private Optional<String> objection(Money most, Money amount) {
    return most.isSameCurrency(amount) && !amount.isGreaterThan(most)
        ? Optional.empty()
        : Optional.of("Refund at most " + words.money(most) + ", which is left.");
  }

  private Optional<Refund> asked(NewRefund wanted) {
    return refunds.of(wanted.charge()).stream()
        .filter(refund -> refund.key().equals(wanted.key()))
        .findFirst();
  }

  /** Gives it back, unless another refund has taken what was left meanwhile. */
  RefundResult giveBack(Subscription subscription, Actor actor, NewRefund wanted) {
    RefundResult result = refunds.refund(wanted, () -> objection(subscription, wanted));
    if (result instanceof RefundResult.Entered entered
        && entered.news()
        && entered.refund().state() == RefundState.SUCCEEDED) {
      note(subscription, actor, wanted);
    }
    return result;
  }

  private Optional<String> objection(Subscription subscription, NewRefund wanted) {
    return payment(subscription, wanted.charge())
        .map(payment -> objection(payment.most(wanted.line()), wanted.amount()))
        .orElseGet(() -> Optional.of("It did not pay for this subscription."));
  }

  private void note(Subscription subscription, Actor actor, NewRefund wanted) {
    history.append(
        List.of(
            new SubscriptionEvent(
                subscription.id(),
                time.now(),
                actor,
                SubscriptionEvent.What.REFUNDED,
                Optional.of(subscription.status()),
                subscription.status(),
                words.money(wanted.amount()))));
  }
}
