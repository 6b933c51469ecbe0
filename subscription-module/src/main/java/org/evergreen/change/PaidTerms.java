package org.evergreen.change;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.evergreen.calendar.Schedule;
import org.evergreen.change.proration.PaidTerm;
import org.evergreen.money.StoredMoney;
import org.evergreen.subscription.LineTerm;
import org.evergreen.subscription.LineTerms;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionLine;
import org.joda.money.BigMoney;
import org.joda.money.Money;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;

/**
 * What was really paid for the running term of a line: by the renewal that began it, by the first
 * order, or as an earlier change left it, with renewals that were paid ahead and less what was
 * refunded.
 */
final class PaidTerms {

  private static final String RENEWALS =
      "select r.due_at, r.term_end, l.quantity * l.unit_price - l.discount as paid,"
          + " l.amount + l.tax as charged, s.currency from evergreen_renewal r"
          + " join evergreen_renewal_group g on g.id = r.group_id and g.status = 'PAID'"
          + " join evergreen_renewal_line l on l.group_id = r.group_id"
          + " and l.subscription_id = r.subscription_id and l.line_id = :line"
          + " join evergreen_subscription s on s.id = r.subscription_id"
          + " where r.subscription_id = :id and r.voided_at is null and r.cycle >= :from"
          + " order by r.cycle desc limit 50";

  /**
   * Refunds out of charges that paid for the term: of renewals whose term was not over when it
   * began, and else of what was paid since the renewal before. One that is booked to no line counts
   * for each in proportion. What a change gave back, and what was refunded before it, is in what
   * the change left.
   */
  private static final String REFUNDED =
      "select coalesce(sum(case when f.line_id is null then f.amount * :part else f.amount end), 0)"
          + " from evergreen_refund f join evergreen_charge c on c.id = f.charge_id"
          + " left join evergreen_renewal r on r.subscription_id = f.subscription_id"
          + " and r.voided_at is null and c.subject = 'renewal-' || r.group_id"
          + " where f.subscription_id = :id and (f.line_id = :line or f.line_id is null)"
          + " and f.state <> 'FAILED' and f.opened_at >= :uncounted and f.idempotency_key not like '"
          + MoneyBack.KEY
          + "%' and case when c.purpose = 'RENEWAL' then r.term_end > :since"
          + " else c.settled_at >= coalesce((select max(p.due_at) from evergreen_renewal p"
          + " join evergreen_renewal_group g on g.id = p.group_id and g.status = 'PAID'"
          + " where p.subscription_id = :id and p.voided_at is null and p.due_at <= :since),"
          + " c.settled_at) end";

  /** Digits that are kept of a mean number of days. */
  private static final int FINE = 12;

  private record Renewal(Instant dueAt, Instant termEnd, Money paid, Money charged) {}

  private final NamedParameterJdbcOperations jdbc;
  private final LineTerms lineTerms;
  private final ZoneId zone;

  PaidTerms(NamedParameterJdbcOperations jdbc, LineTerms lineTerms, ZoneId zone) {
    this.jdbc = jdbc;
    this.lineTerms = lineTerms;
    this.zone = zone;
  }

  /** When the term of a subscription ends: with the next payment, or for good. */
  static Instant end(Subscription subscription, Instant now) {
    return subscription
        .nextPaymentAt()
        .or(subscription::endsAt)
        .or(subscription::paidUntil)
        .orElse(now);
  }

  /** The running term of a line at a moment. */
  PaidTerm of(Subscription subscription, SubscriptionLine line, Instant now) {
    Optional<LineTerm> kept = Optional.ofNullable(lineTerms.of(subscription).get(line.id()));
    List<Renewal> later = running(renewals(subscription, line, kept), now);
    boolean superseded = later.stream().anyMatch(renewal -> !renewal.dueAt().isAfter(now));
    if (kept.isPresent() && !superseded) {
      return fromKept(subscription, line, kept.get(), later, now);
    }
    return later.isEmpty()
        ? unrecorded(subscription, line, now)
        : fromRenewals(subscription, line, later, now);
  }

  /** A term of the same dates for which nothing was paid, for something that is added to it. */
  PaidTerm unpaid(Subscription subscription, Instant now) {
    PaidTerm first = of(subscription, subscription.lines().get(0), now);
    BigDecimal days =
        first.paid().isZero()
            ? BigDecimal.valueOf(cycleDays(subscription, first.start()))
            : first.cycleDays();
    return new PaidTerm(
        first.start(), first.end(), BigMoney.zero(subscription.currency()), days, zone);
  }

  /** Those whose term is not over, or the last one when dates were moved behind its end. */
  private static List<Renewal> running(List<Renewal> newestFirst, Instant now) {
    List<Renewal> running =
        newestFirst.stream().filter(renewal -> renewal.termEnd().isAfter(now)).toList();
    return running.isEmpty() ? newestFirst.stream().limit(1).toList() : running;
  }

  private PaidTerm fromKept(
      Subscription subscription,
      SubscriptionLine line,
      LineTerm kept,
      List<Renewal> ahead,
      Instant now) {
    long pause =
        subscription
            .termStartedAt()
            .filter(start -> !start.isAfter(now))
            .map(start -> Math.max(0, days(kept.subscriptionStartedAt(), start)))
            .orElse(0L);
    Instant start = later(kept.startedAt(), pause);
    Instant end = end(subscription, now);
    BigDecimal full = kept.payment().cycleDays();
    long written = Math.max(0, days(kept.startedAt(), kept.endsAt()));
    BigDecimal paidDays =
        full.multiply(BigDecimal.valueOf(ahead.size())).add(BigDecimal.valueOf(written));
    BigDecimal cycle = paidDays.signum() == 0 ? full : mean(days(start, end), full, paidDays);
    BigMoney paid = kept.payment().paid().plus(sum(subscription, ahead));
    return new PaidTerm(
        start,
        end,
        less(paid, subscription, line, kept.startedAt(), kept.startedAt(), ahead),
        cycle,
        zone);
  }

  /**
   * How many days a full payment lasts in a term that was paid for so many days: a date that was
   * moved stretches the days of the term, whatever is delivered in it.
   */
  private static BigDecimal mean(long days, BigDecimal full, BigDecimal paidDays) {
    return BigDecimal.valueOf(Math.max(1, days))
        .multiply(full)
        .divide(paidDays, FINE, RoundingMode.HALF_UP)
        .max(BigDecimal.ONE);
  }

  private PaidTerm fromRenewals(
      Subscription subscription, SubscriptionLine line, List<Renewal> newestFirst, Instant now) {
    Renewal first = newestFirst.get(newestFirst.size() - 1);
    // A pause moves the start of the term behind the day on which it was due.
    Instant start =
        subscription
            .termStartedAt()
            .filter(moved -> moved.isAfter(first.dueAt()) && !moved.isAfter(now))
            .orElse(first.dueAt());
    Instant end = end(subscription, now);
    BigDecimal payments = BigDecimal.valueOf(newestFirst.size());
    BigDecimal cycle = mean(days(start, end), BigDecimal.ONE, payments);
    BigMoney paid =
        less(
            sum(subscription, newestFirst),
            subscription,
            line,
            first.dueAt(),
            Instant.EPOCH,
            newestFirst);
    return new PaidTerm(start, end, paid, cycle, zone);
  }

  /** A term from before payments of lines were kept, or one that nothing was paid for. */
  private PaidTerm unrecorded(Subscription subscription, SubscriptionLine line, Instant now) {
    Instant start = subscription.termStartedAt().orElse(subscription.startedAt());
    Instant end = end(subscription, now);
    boolean paid = subscription.lastPaymentAt().isPresent();
    BigMoney amount = (paid ? line.amount() : Money.zero(subscription.currency())).toBigMoney();
    long cycle = paid ? Math.max(1, days(start, end)) : cycleDays(subscription, start);
    return new PaidTerm(start, end, amount, BigDecimal.valueOf(cycle), zone);
  }

  private int cycleDays(Subscription subscription, Instant from) {
    LocalDateTime local = LocalDateTime.ofInstant(from, zone);
    Instant end = new Schedule(local, subscription.interval(), zone).payment(1);
    return Math.toIntExact(Math.max(1, days(from, end)));
  }

  private List<Renewal> renewals(
      Subscription subscription, SubscriptionLine line, Optional<LineTerm> kept) {
    return jdbc.query(
        RENEWALS,
        new MapSqlParameterSource("id", subscription.id().value())
            .addValue("line", line.id())
            .addValue("from", kept.map(LineTerm::nextCycle).orElse(0)),
        (row, number) -> renewal(row));
  }

  private static Renewal renewal(ResultSet row) throws SQLException {
    String currency = row.getString("currency");
    return new Renewal(
        row.getTimestamp("due_at").toInstant(),
        row.getTimestamp("term_end").toInstant(),
        StoredMoney.of(currency, row.getBigDecimal("paid")),
        StoredMoney.of(currency, row.getBigDecimal("charged")));
  }

  private static BigMoney sum(Subscription subscription, List<Renewal> renewals) {
    return renewals.stream()
        .map(Renewal::paid)
        .reduce(Money.zero(subscription.currency()), Money::plus)
        .toBigMoney();
  }

  /**
   * Takes off what was refunded, as far as it was for the price and not for tax.
   *
   * @param since when the term began
   * @param uncounted from when on refunds are not taken off what was paid yet
   */
  private BigMoney less(
      BigMoney paid,
      Subscription subscription,
      SubscriptionLine line,
      Instant since,
      Instant uncounted,
      List<Renewal> renewals) {
    BigDecimal refunded =
        jdbc.queryForObject(
            REFUNDED,
            new MapSqlParameterSource("id", subscription.id().value())
                .addValue("line", line.id())
                .addValue("part", part(subscription, line))
                .addValue("since", since.atOffset(ZoneOffset.UTC))
                .addValue("uncounted", uncounted.atOffset(ZoneOffset.UTC)),
            BigDecimal.class);
    if (refunded.signum() == 0) {
      return paid;
    }
    BigDecimal left = paid.getAmount().subtract(priceIn(refunded, renewals));
    return BigMoney.of(paid.getCurrencyUnit(), left.max(BigDecimal.ZERO));
  }

  /** A line's part of what is booked to none: as its amount to that of all lines. */
  private static BigDecimal part(Subscription subscription, SubscriptionLine line) {
    BigDecimal all = subscription.recurringAmount().getAmount();
    return all.signum() == 0
        ? BigDecimal.ONE
        : line.amount().getAmount().divide(all, FINE, RoundingMode.HALF_UP);
  }

  private static BigDecimal priceIn(BigDecimal refunded, List<Renewal> renewals) {
    if (renewals.isEmpty() || renewals.get(0).charged().isZero()) {
      return refunded;
    }
    Renewal last = renewals.get(0);
    return refunded
        .multiply(last.paid().getAmount())
        .divide(last.charged().getAmount(), 12, RoundingMode.HALF_UP);
  }

  private long days(Instant from, Instant to) {
    return ChronoUnit.DAYS.between(
        LocalDateTime.ofInstant(from, zone).toLocalDate(),
        LocalDateTime.ofInstant(to, zone).toLocalDate());
  }

  private Instant later(Instant instant, long days) {
    return LocalDateTime.ofInstant(instant, zone).plusDays(days).atZone(zone).toInstant();
  }
}
