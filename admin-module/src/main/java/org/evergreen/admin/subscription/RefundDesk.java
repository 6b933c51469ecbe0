package org.evergreen.admin.subscription;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.evergreen.admin.AdminWords;
import org.evergreen.money.Rounding;
import org.evergreen.payment.Charge;
import org.evergreen.payment.ChargeState;
import org.evergreen.payment.IdempotencyKey;
import org.evergreen.payment.NewRefund;
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

/** Gives money back out of the last charge of a subscription that a merchant ends at once. */
class RefundDesk {

  private final SubscriptionPayments payments;
  private final Refunds refunds;
  private final SubscriptionRefunds shares;
  private final SubscriptionHistory history;
  private final ShopTime time;
  private final AdminWords words;

  RefundDesk(
      SubscriptionPayments payments,
      Refunds refunds,
      SubscriptionRefunds shares,
      SubscriptionHistory history,
      ShopTime time,
      AdminWords words) {
    this.payments = payments;
    this.refunds = refunds;
    this.shares = shares;
    this.history = history;
    this.time = time;
    this.words = words;
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
        .map(charge -> left(subscription, charge))
        .filter(Money::isPositive)
        .filter(left -> left.getCurrencyUnit().equals(subscription.currency()))
        .map(left -> new Refundable(left, least(unused(subscription), left)));
  }

  private Optional<Charge> lastPaid(Subscription subscription) {
    return payments.of(subscription).charges().stream()
        .filter(charge -> charge.state() == ChargeState.SUCCEEDED)
        .findFirst();
  }

  /** A charge that was not for a renewal is for one subscription, or the merchant's to judge. */
  private Money left(Subscription subscription, Charge charge) {
    return RenewalGroupId.of(charge.subject())
        .flatMap(group -> shares.of(subscription.id(), group))
        .map(SubscriptionRefunds.Share::left)
        .orElseGet(() -> refunds.left(charge));
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
   * @param reference asked for twice under one, it is given back once
   * @throws ActionRefusedException if less is left of the last charge
   */
  NewRefund wanted(Subscription subscription, Money amount, String reference) {
    IdempotencyKey key = new IdempotencyKey("refund-" + reference);
    Charge charge =
        lastPaid(subscription)
            .orElseThrow(() -> new ActionRefusedException("Nothing was paid; refund nothing."));
    Money left = left(subscription, charge);
    if (!isAsked(subscription, key)
        && (!left.isSameCurrency(amount) || amount.isGreaterThan(left))) {
      throw new ActionRefusedException(
          "Refund at most " + words.money(left) + ", which is left of the last charge.");
    }
    return new NewRefund(
        key,
        charge.id(),
        amount,
        "Subscription " + subscription.id() + " cancelled",
        OptionalLong.of(subscription.id().value()),
        OptionalLong.empty());
  }

  private boolean isAsked(Subscription subscription, IdempotencyKey key) {
    return refunds.ofSubscription(subscription.id().value()).stream()
        .anyMatch(refund -> refund.key().equals(key));
  }

  /** Gives it back; the answer is the second half of a sentence that says what came of it. */
  String giveBack(Subscription subscription, Actor actor, NewRefund wanted) {
    boolean repeated = isAsked(subscription, wanted.key());
    String amount = words.money(wanted.amount());
    RefundResult result = refunds.refund(wanted);
    if (result instanceof RefundResult.Refused refused) {
      return ", but " + amount + " are not refunded: " + refused.sentence();
    }
    RefundState state = ((RefundResult.Entered) result).refund().state();
    if (!repeated && state != RefundState.FAILED) {
      note(subscription, actor, amount);
    }
    return switch (state) {
      case SUCCEEDED -> " and " + amount + " are refunded.";
      case FAILED -> ", but the gateway refused to refund " + amount + ".";
      case OPEN, PENDING -> " and the refund of " + amount + " is under way.";
    };
  }

  private void note(Subscription subscription, Actor actor, String amount) {
    history.append(
        List.of(
            new SubscriptionEvent(
                subscription.id(),
                time.now(),
                actor,
                SubscriptionEvent.What.REFUNDED,
                Optional.of(subscription.status()),
                subscription.status(),
                amount)));
  }
}
