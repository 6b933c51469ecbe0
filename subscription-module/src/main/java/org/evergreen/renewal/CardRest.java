package org.evergreen.renewal;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evergreen.dunning.CardAttempts;
import org.evergreen.payment.PaymentMethodId;
import org.joda.money.Money;
import org.springframework.jdbc.core.JdbcOperations;

/** Whether a card was refused one amount so often that its network forbids to ask again. */
final class CardRest {

  /** A card that was stored twice is one card. What was never sent is no attempt. */
  private static final String REFUSED =
      "select c.submitted_at from evergreen_charge c"
          + " where c.payment_method_id in (select m.id from evergreen_payment_method m"
          + " join evergreen_payment_method own on own.id = ? and (m.id = own.id"
          + " or (m.gateway = own.gateway and m.fingerprint = own.fingerprint)))"
          + " and c.state = 'DECLINED' and c.amount = ? and c.currency = ?"
          + " and c.decline_class is not null and c.submitted_at is not null"
          + " and c.settled_at > ?";

  private final JdbcOperations jdbc;

  CardRest(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /** Until when; empty when it may be asked now. */
  Optional<Instant> until(PaymentMethodId method, Money amount, Instant now) {
    List<Instant> refused =
        jdbc.query(
            REFUSED,
            (row, n) -> row.getTimestamp(1).toInstant(),
            method.value(),
            amount.getAmount(),
            amount.getCurrencyUnit().getCode(),
            Timestamp.from(now.minus(CardAttempts.WITHIN)));
    return CardAttempts.restUntil(refused, now);
  }
}
