package org.evergreen.renewal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.evergreen.money.StoredMoney;
import org.evergreen.payment.Charge;
import org.evergreen.payment.ChargeId;
import org.evergreen.payment.ChargeState;
import org.evergreen.payment.Charges;
import org.evergreen.payment.IdempotencyKey;
import org.evergreen.payment.NewRefund;
import org.evergreen.payment.Refund;
import org.evergreen.payment.RefundResult;
import org.evergreen.payment.RefundState;
import org.evergreen.payment.Refunds;
import org.evergreen.subscription.SubscriptionId;
import org.joda.money.Money;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Gives back what one subscription paid in a charge that it shares with others, never more than its
 * own part of it.
 */
public class SubscriptionRefunds {

  private static final String RENEWALS =
      "select r.subscription_id, r.amount, r.tax, r.credit, r.ships, g.currency, g.shipping,"
          + " g.shipping_tax from evergreen_renewal_group g"
          + " join evergreen_renewal r on r.group_id = g.id and r.voided_at is null"
          + " where g.id = ? and g.status = 'PAID' order by r.subscription_id";
  private static final String LINES =
      "select l.line_id, l.name, l.amount + l.tax as paid from evergreen_renewal_line l"
          + " where l.group_id = ? and l.subscription_id = ? order by l.line_id";

  /**
   * A subscription's part of a charge.
   *
   * @param paid its lines with tax and its share of shipping, less its credit
   * @param left what of that has not been given back and is left of the charge
   * @param lines what it consists of
   */
  public record Share(ChargeId charge, Money paid, Money left, List<Line> lines) {}

  /**
   * A line of it.
   *
   * @param line its key
   * @param left what has not been given back for it, tax included; at most what is left of the
   *     share
   */
  public record Line(long line, String name, Money left) {}

  private record Part(ShippingShares.Part part, Money own, Money shipping, Money shippingTax) {}

  private final JdbcOperations jdbc;
  private final Charges charges;
  private final Refunds refunds;

  SubscriptionRefunds(JdbcOperations jdbc, Charges charges, Refunds refunds) {
    this.jdbc = jdbc;
    this.charges = charges;
    this.refunds = refunds;
  }

  /** What can be given back; empty when the subscription paid nothing with this renewal. */
  public Optional<Share> of(SubscriptionId subscription, RenewalGroupId group) {
    Optional<Charge> charge =
        charges.latest(group.reference()).filter(latest -> latest.state() == ChargeState.SUCCEEDED);
    List<Part> parts = jdbc.query(RENEWALS, SubscriptionRefunds::part, group.value());
    return charge.flatMap(
        paid ->
            parts.stream()
                .filter(part -> part.part().subscription().equals(subscription))
                .findFirst()
                .map(own -> share(paid, own, parts, group)));
  }

  private Share share(Charge charge, Part own, List<Part> parts, RenewalGroupId group) {
    SubscriptionId subscription = own.part().subscription();
    List<ShippingShares.Part> sharing = parts.stream().map(Part::part).toList();
    Money zero = Money.zero(own.own().getCurrencyUnit());
    Money paid =
        own.own()
            .plus(ShippingShares.of(own.shipping(), sharing).getOrDefault(subscription, zero))
            .plus(ShippingShares.of(own.shippingTax(), sharing).getOrDefault(subscription, zero));
    List<Refund> given =
        refunds.of(charge.id()).stream()
            .filter(refund -> refund.state() != RefundState.FAILED)
            .filter(refund -> refund.subscription().equals(OptionalLong.of(subscription.value())))
            .toList();
    Money left = least(paid.minus(sum(given, zero)), refunds.left(charge));
    List<Line> lines =
        jdbc.query(LINES, (row, n) -> line(row, given, left), group.value(), subscription.value());
    return new Share(charge.id(), paid, left, lines);
  }

  private static Line line(ResultSet row, List<Refund> given, Money most) throws SQLException {
    long id = row.getLong("line_id");
    Money paid = StoredMoney.of(most.getCurrencyUnit().getCode(), row.getBigDecimal("paid"));
    List<Refund> own =
        given.stream().filter(refund -> refund.line().equals(OptionalLong.of(id))).toList();
    Money zero = Money.zero(most.getCurrencyUnit());
    return new Line(id, row.getString("name"), least(paid.minus(sum(own, zero)), most));
  }

  private static Money sum(List<Refund> given, Money zero) {
    return given.stream().map(Refund::amount).reduce(zero, Money::plus);
  }

  private static Money least(Money one, Money other) {
    Money least = one.isGreaterThan(other) ? other : one;
    return least.isNegative() ? Money.zero(least.getCurrencyUnit()) : least;
  }

  private static Part part(ResultSet row, int number) throws SQLException {
    String currency = row.getString("currency");
    Money amount = StoredMoney.of(currency, row.getBigDecimal("amount"));
    return new Part(
        new ShippingShares.Part(
            new SubscriptionId(row.getLong("subscription_id")), amount, row.getBoolean("ships")),
        amount
            .plus(StoredMoney.of(currency, row.getBigDecimal("tax")))
            .minus(StoredMoney.of(currency, row.getBigDecimal("credit"))),
        StoredMoney.of(currency, row.getBigDecimal("shipping")),
        StoredMoney.of(currency, row.getBigDecimal("shipping_tax")));
  }

  /**
   * Gives a part of it back. Repeatable: under one reference it is given back once. Call it outside
   * of transactions.
   *
   * @param line that it is booked to, if to one
   * @param reference names it for ever
   */
  public RefundResult refund(
      SubscriptionId subscription,
      RenewalGroupId group,
      OptionalLong line,
      Money amount,
      String reason,
      String reference) {
    IdempotencyKey key = new IdempotencyKey("refund-" + reference);
    Optional<Share> share = of(subscription, group);
    if (share.isEmpty()) {
      return new RefundResult.Refused("Nothing was paid for this subscription.");
    }
    return refunds.refund(
        new NewRefund(
            key, share.get().charge(), amount, reason, OptionalLong.of(subscription.value()), line),
        () -> objection(subscription, group, line, amount));
  }

  private Optional<String> objection(
      SubscriptionId subscription, RenewalGroupId group, OptionalLong line, Money amount) {
    Money most = most(of(subscription, group).orElseThrow(), line);
    return amount.isSameCurrency(most) && !amount.isGreaterThan(most)
        ? Optional.empty()
        : Optional.of(
            "Of this subscription's part " + most + " is left, less than " + amount + ".");
  }

  /** Of a line that it does not have, nothing is left. */
  private static Money most(Share share, OptionalLong line) {
    return line.isEmpty()
        ? share.left()
        : share.lines().stream()
            .filter(one -> one.line() == line.getAsLong())
            .map(Line::left)
            .findFirst()
            .orElse(Money.zero(share.left().getCurrencyUnit()));
  }
}
