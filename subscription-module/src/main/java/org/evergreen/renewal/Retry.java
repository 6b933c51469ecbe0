package org.evergreen.renewal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.evergreen.money.StoredMoney;
import org.evergreen.payment.PaymentMethodId;
import org.evergreen.storefront.CustomerId;
import org.joda.money.Money;

/**
 * The next attempt for a group that is owed.
 *
 * @param attempt its number
 * @param failed whether the retry ladder has begun
 * @param renewals how many there are in the group
 */
record Retry(
    RenewalGroupId group,
    long account,
    CustomerId customer,
    int attempt,
    Money toPay,
    Paying paying,
    boolean failed,
    int renewals) {

  /**
   * What a group may be paid with.
   *
   * @param method empty when there is none
   * @param chosen whether the shopper chose it for this payment
   * @param byHand whether automatic renewal of a subscription in it is off
   * @param refused whether it is not charged for this group again without the shopper
   * @param restsUntil before when its network allows no other attempt
   */
  record Paying(
      Optional<PaymentMethodId> method,
      boolean chosen,
      boolean byHand,
      boolean refused,
      Optional<Instant> restsUntil) {

    private boolean isRefused() {
      return refused || restsUntil.isPresent();
    }
  }

  static Retry read(ResultSet row, int number) throws SQLException {
    Optional<PaymentMethodId> method = method(row, "method");
    boolean refused = method.isPresent() && method.equals(method(row, "refused_method_id"));
    return new Retry(
        new RenewalGroupId(row.getLong("id")),
        row.getLong("billing_account_id"),
        new CustomerId(row.getString("customer_id")),
        row.getInt("attempts") + 1,
        StoredMoney.of(row.getString("currency"), row.getBigDecimal("to_pay")),
        new Paying(method, false, row.getBoolean("by_hand"), refused, Optional.empty()),
        row.getBoolean("failed"),
        row.getInt("renewals"));
  }

  private static Optional<PaymentMethodId> method(ResultSet row, String column)
      throws SQLException {
    return Optional.ofNullable(row.getObject(column, Long.class)).map(PaymentMethodId::new);
  }

  /** With a method that the shopper chose for it. */
  Retry chosen(PaymentMethodId method) {
    return with(new Paying(Optional.of(method), true, paying.byHand(), false, Optional.empty()));
  }

  /** With a card that may have to rest. */
  Retry resting(Optional<Instant> until) {
    return with(
        new Paying(paying.method(), paying.chosen(), paying.byHand(), paying.refused(), until));
  }

  /** Left to the shopper as a whole. */
  Retry byHand() {
    return with(new Paying(Optional.empty(), false, true, false, Optional.empty()));
  }

  private Retry with(Paying other) {
    return new Retry(group, account, customer, attempt, toPay, other, failed, renewals);
  }

  Optional<PaymentMethodId> method() {
    return paying.method();
  }

  Long chosenMethod() {
    return paying.chosen() ? paying.method().orElseThrow().value() : null;
  }

  /** Whether a part of it is charged by itself and the shopper pays the other part by hand. */
  boolean isPartlyByHand() {
    return isCharged() && paying.byHand() && !paying.chosen();
  }

  boolean isCharged() {
    return toPay.isPositive() && paying.method().isPresent() && !paying.isRefused();
  }

  /** What comes of it when nothing is charged. */
  GroupOutcome withoutCharge() {
    if (toPay.isZero()) {
      return GroupOutcome.paid(group);
    }
    if (paying.restsUntil().isPresent()) {
      return GroupOutcome.tiredCard(group, paying.restsUntil().get());
    }
    if (paying.method().isPresent()) {
      return GroupOutcome.refusedCard(group);
    }
    String why = paying.byHand() ? GroupOutcome.BY_HAND : GroupOutcome.NO_METHOD;
    return failed ? GroupOutcome.withoutMethod(group, why) : GroupOutcome.waiting(group, why);
  }
}
