package org.evergreen.renewal;

import static java.util.stream.Collectors.groupingBy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.evergreen.money.StoredMoney;
import org.evergreen.money.Working;
import org.evergreen.subscription.SubscriptionId;
import org.joda.money.Money;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * How the amounts of renewals came about, out of what was written down when they were opened: "why
 * this amount?" has an answer for any renewal that was ever asked for.
 */
public class RenewalWorkings {

  private static final String GROUP =
      "select g.currency, g.shipping, g.shipping_tax, g.total - g.credit as to_pay"
          + " from evergreen_renewal_group g where g.id = ?";
  private static final String RENEWALS =
      "select r.subscription_id, r.amount, r.ships, r.credit, r.voided_at"
          + " from evergreen_renewal r where r.group_id = ? order by r.subscription_id";
  private static final String LINES =
      "select l.name, l.quantity, l.unit_price, l.discount, l.amount, l.tax"
          + " from evergreen_renewal_line l where l.group_id = ? and l.subscription_id = ?"
          + " order by l.line_id";
  private static final String DISCOUNTS =
      "select d.label, d.amount from evergreen_renewal_discount d"
          + " where d.group_id = ? and d.subscription_id = ? order by d.discount_id";

  private record Group(String currency, Money shipping, Money shippingTax, Money toPay) {

    Money money(ResultSet row, String column) throws SQLException {
      return StoredMoney.of(currency, row.getBigDecimal(column));
    }
  }

  private record Renewal(ShippingShares.Part part, Money credit, boolean voided) {

    SubscriptionId subscription() {
      return part.subscription();
    }
  }

  private final JdbcOperations jdbc;

  RenewalWorkings(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * How a subscription's part of a renewal came about, and with which others it is charged; nothing
   * if it has no part in it.
   */
  public Working of(SubscriptionId subscription, RenewalGroupId group) {
    return group(group)
        .flatMap(found -> working(subscription, group, found))
        .orElseGet(Working::nothing);
  }

  private Optional<Working> working(SubscriptionId id, RenewalGroupId group, Group found) {
    Map<Boolean, List<Renewal>> renewals =
        renewals(group, found).stream().collect(groupingBy(Renewal::voided));
    List<Renewal> voided = renewals.getOrDefault(true, List.of());
    List<Renewal> owed = renewals.getOrDefault(false, List.of());
    return own(id, owed)
        .map(own -> part(own, group, found, owed).working().and(together(own, found, owed)))
        .or(() -> own(id, voided).map(own -> voided(own, group, found)));
  }

  private static Optional<Renewal> own(SubscriptionId id, List<Renewal> renewals) {
    return renewals.stream().filter(renewal -> renewal.subscription().equals(id)).findFirst();
  }

  /** What was struck out has no share in the parcel any more. */
  private Working voided(Renewal own, RenewalGroupId group, Group found) {
    Money zero = Money.zero(found.toPay().getCurrencyUnit());
    RenewalPart part =
        new RenewalPart(
            lines(own.subscription(), group, found),
            discounts(own.subscription(), group, found),
            zero,
            zero,
            zero,
            false);
    return part.working().and("This is not asked for any more");
  }

  private RenewalPart part(Renewal own, RenewalGroupId group, Group found, List<Renewal> owed) {
    List<ShippingShares.Part> parts = owed.stream().map(Renewal::part).toList();
    SubscriptionId id = own.subscription();
    Money zero = Money.zero(found.toPay().getCurrencyUnit());
    return new RenewalPart(
        lines(id, group, found),
        discounts(id, group, found),
        ShippingShares.of(found.shipping(), parts).getOrDefault(id, zero),
        ShippingShares.of(found.shippingTax(), parts).getOrDefault(id, zero),
        own.credit(),
        owed.size() > 1);
  }

  private static Working together(Renewal own, Group found, List<Renewal> owed) {
    if (owed.size() == 1) {
      return Working.nothing();
    }
    String others =
        owed.stream()
            .filter(renewal -> renewal != own)
            .map(renewal -> renewal.subscription().toString())
            .collect(Collectors.joining(", "));
    boolean one = owed.size() == 2;
    return Working.nothing()
        .and(
            "Charged together with subscription" + (one ? " " : "s ") + others + ", in all",
            found.toPay());
  }

  private Optional<Group> group(RenewalGroupId id) {
    return jdbc
        .query(
            GROUP,
            (row, n) -> {
              String currency = row.getString("currency");
              return new Group(
                  currency,
                  StoredMoney.of(currency, row.getBigDecimal("shipping")),
                  StoredMoney.of(currency, row.getBigDecimal("shipping_tax")),
                  StoredMoney.of(currency, row.getBigDecimal("to_pay")));
            },
            id.value())
        .stream()
        .findFirst();
  }

  private List<Renewal> renewals(RenewalGroupId id, Group group) {
    return jdbc.query(
        RENEWALS,
        (row, n) ->
            new Renewal(
                new ShippingShares.Part(
                    new SubscriptionId(row.getLong("subscription_id")),
                    group.money(row, "amount"),
                    row.getBoolean("ships")),
                group.money(row, "credit"),
                row.getTimestamp("voided_at") != null),
        id.value());
  }

  private List<RenewalPart.Line> lines(
      SubscriptionId subscription, RenewalGroupId id, Group group) {
    return jdbc.query(
        LINES,
        (row, n) ->
            new RenewalPart.Line(
                row.getString("name"),
                row.getInt("quantity"),
                group.money(row, "unit_price"),
                group.money(row, "discount"),
                group.money(row, "amount"),
                group.money(row, "tax")),
        id.value(),
        subscription.value());
  }

  private List<RenewalPart.Discount> discounts(
      SubscriptionId subscription, RenewalGroupId id, Group group) {
    return jdbc.query(
        DISCOUNTS,
        (row, n) -> new RenewalPart.Discount(row.getString("label"), group.money(row, "amount")),
        id.value(),
        subscription.value());
  }
}
