package org.evergreen.change;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.evergreen.payment.Charge;
import org.evergreen.payment.Charges;
import org.evergreen.payment.IdempotencyKey;
import org.evergreen.payment.NewRefund;
import org.evergreen.payment.RefundResult;
import org.evergreen.payment.RefundState;
import org.evergreen.payment.Refunds;
import org.evergreen.subscription.SubscriptionId;
import org.joda.money.Money;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pays back to the card what a change left over, out of the charge that paid the running term. It
 * is asked for after the change is made, and once more by recovery when the process died between.
 */
final class MoneyBack {

  /** What the key of such a refund begins with. */
  static final String KEY = "refund-change-";

  private static final String REASON = "Change ";

  private static final Logger LOG = LoggerFactory.getLogger(MoneyBack.class);

  private final PaidCharges paid;
  private final Charges charges;
  private final Refunds refunds;
  private final ChangeRows rows;

  MoneyBack(PaidCharges paid, Charges charges, Refunds refunds, ChangeRows rows) {
    this.paid = paid;
    this.charges = charges;
    this.refunds = refunds;
    this.rows = rows;
  }

  /**
   * Lets a refund pass that can be made.
   *
   * @throws NotPossible if no charge has so much left
   */
  void requirePossible(SubscriptionId subscription, Money amount) {
    if (amount.isPositive() && charge(subscription, amount).isEmpty()) {
      throw NotPossible.because(
          "No charge of this subscription has "
              + amount
              + " left that could be paid back; choose to credit it instead.");
    }
  }

  private Optional<Charge> charge(SubscriptionId subscription, Money amount) {
    return paid.of(subscription).stream()
        .filter(charge -> charge.amount().isSameCurrency(amount))
        .filter(charge -> !refunds.left(charge).isLessThan(amount))
        .findFirst();
  }

  /** Pays back what changes left over that are made. Repeatable, outside of transactions. */
  void payBack(List<ChangeRow> changes) {
    changes.stream()
        .filter(row -> row.plan().amounts().refunded().isPositive() && row.problem().isEmpty())
        .forEach(this::payBack);
  }

  private void payBack(ChangeRow row) {
    Money amount = row.plan().amounts().refunded();
    Optional<Charge> charge = charge(row.subscription(), amount);
    if (charge.isEmpty()) {
      failed(row, amount, "No charge has " + amount + " left to pay back.");
      return;
    }
    RefundResult result =
        refunds.refund(
            new NewRefund(
                key(row),
                charge.get().id(),
                amount,
                REASON + row.id() + ": " + row.summary(),
                OptionalLong.of(row.subscription().value()),
                row.request().changedLine()));
    if (result instanceof RefundResult.Refused refused) {
      failed(row, amount, refused.sentence());
    } else {
      failure(result).ifPresent(problem -> failed(row, amount, problem));
    }
  }

  /** Gives back what was paid for changes that could not be made. Repeatable, like the above. */
  void giveBack(List<ChangeRow> changes) {
    changes.forEach(
        row -> charges.latest(row.id().reference()).ifPresent(paid -> giveBack(row, paid)));
  }

  private void giveBack(ChangeRow row, Charge paid) {
    Money left = refunds.left(paid);
    if (left.isPositive()) {
      RefundResult result =
          refunds.refund(
              new NewRefund(
                  key(row),
                  paid.id(),
                  left,
                  REASON + row.id() + " was paid and could not be made: " + row.summary(),
                  OptionalLong.of(row.subscription().value()),
                  OptionalLong.empty()));
      if (result instanceof RefundResult.Refused refused) {
        // It may only be too early: recovery asks again.
        LOG.error("Of change {} {} is not paid back: {}", row.id(), left, refused.sentence());
        return;
      }
      Optional<String> failure = failure(result);
      if (failure.isPresent()) {
        failed(row, left, "It was paid too late to be made. " + failure.get());
        return;
      }
    }
    rows.payBack(row.id(), false);
  }

  private static IdempotencyKey key(ChangeRow row) {
    return new IdempotencyKey(KEY + row.id().value());
  }

  /** What the merchant reads when the gateway has refused; under one key it is asked once. */
  private static Optional<String> failure(RefundResult result) {
    return Optional.of(result)
        .filter(RefundResult.Entered.class::isInstance)
        .map(entered -> ((RefundResult.Entered) entered).refund())
        .filter(refund -> refund.state() == RefundState.FAILED)
        .map(
            refund ->
                "The gateway refused to refund "
                    + refund.amount()
                    + ", which must be paid back by hand. "
                    + refund.problem().orElse(""));
  }

  private void failed(ChangeRow row, Money amount, String problem) {
    LOG.error(
        "Of change {} of subscription {} {} is not paid back: {}",
        row.id(),
        row.subscription(),
        amount,
        problem);
    rows.notPaidBack(row.id(), problem);
  }
}
