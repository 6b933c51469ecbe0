package org.evergreen.payment;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evergreen.sql.Columns;
import org.evergreen.sql.IdSequence;
import org.evergreen.time.ShopTime;
import org.springframework.jdbc.core.JdbcOperations;

/** The charge rows. Every method takes part in the transaction of its caller. */
public class Charges {

  private static final Columns<Charge> NEW_ROW =
      Columns.<Charge>of()
          .bigint("id", charge -> charge.id().value())
          .text("subject", Charge::subject)
          .text("purpose", charge -> charge.purpose().name())
          .integer("attempt", Charge::attempt)
          .text("idempotency_key", charge -> charge.key().value())
          .text("customer_id", charge -> charge.customer().value())
          .bigint("payment_method_id", charge -> charge.method().value())
          .text("gateway", Charge::gateway)
          .text("method_token", Charge::methodToken)
          .numeric("amount", charge -> charge.amount().getAmount())
          .text("currency", charge -> charge.amount().getCurrencyUnit().getCode())
          .text("description", Charge::description)
          .bool("shopper_present", charge -> charge.details().shopperPresent())
          .bool("sets_up", charge -> charge.details().setsUp())
          .text("lines", charge -> LinesText.of(charge.details().lines()))
          .text("state", charge -> charge.state().name())
          .timestamp("opened_at", Charge::openedAt)
          .timestamp("recover_at", charge -> charge.recoverAt().orElse(null));

  private static final Columns<Charge> MOVED_ROW =
      Columns.<Charge>of()
          .bigint("id", charge -> charge.id().value())
          .text("state", charge -> charge.state().name())
          .text("gateway_reference", charge -> charge.gatewayReference().orElse(null))
          .text("decline_class", charge -> decline(charge, d -> d.declineClass().name()))
          .text("gateway_code", charge -> code(charge, Decline.Codes::gatewayCode))
          .text("decline_code", charge -> code(charge, Decline.Codes::declineCode))
          .text("advice_code", charge -> code(charge, Decline.Codes::adviceCode))
          .text("network_advice_code", charge -> code(charge, Decline.Codes::networkAdviceCode))
          .text("network_decline_code", charge -> code(charge, Decline.Codes::networkDeclineCode))
          .text("decline_message", charge -> decline(charge, Decline::message))
          .timestamp("settled_at", charge -> charge.settledAt().orElse(null))
          .timestamp("recover_at", charge -> charge.recoverAt().orElse(null));

  private static final String MOVE =
      "update evergreen_charge c set state = v.state, gateway_reference = v.gateway_reference,"
          + " decline_class = v.decline_class, gateway_code = v.gateway_code,"
          + " decline_code = v.decline_code, advice_code = v.advice_code,"
          + " network_advice_code = v.network_advice_code,"
          + " network_decline_code = v.network_decline_code,"
          + " decline_message = v.decline_message, settled_at = v.settled_at,"
          + " recover_at = v.recover_at from "
          + MOVED_ROW.rows()
          + " where c.id = v.id";

  private final JdbcOperations jdbc;
  private final IdSequence ids;
  private final ShopTime time;
  private final PaymentSettings settings;
  private final Gateways gateways;

  public Charges(JdbcOperations jdbc, ShopTime time, PaymentSettings settings, Gateways gateways) {
    this.gateways = gateways;
    this.jdbc = jdbc;
    this.ids = new IdSequence(jdbc, "evergreen_charge_seq");
    this.time = time;
    this.settings = settings;
  }

  /**
   * Writes charges down in state {@code OPEN}.
   *
   * @throws org.springframework.dao.DuplicateKeyException if a subject is paid already, may still
   *     be, or has had this attempt
   */
  public List<Charge> open(List<NewCharge> charges) {
    Instant now = time.now();
    List<Long> keys = ids.next(charges.size());
    List<Charge> opened = new ArrayList<>(charges.size());
    for (int i = 0; i < charges.size(); i++) {
      ChargeId id = new ChargeId(keys.get(i));
      NewCharge charge = withTakenLines(charges.get(i));
      opened.add(Charge.opened(id, charge, now, now.plus(settings.recoverAfter())));
    }
    NEW_ROW.update(jdbc, NEW_ROW.insertInto("evergreen_charge"), opened);
    return opened;
  }

  private NewCharge withTakenLines(NewCharge charge) {
    boolean taken =
        gateways.find(charge.method().gateway()).filter(PaymentGateway::takesLines).isPresent();
    return taken ? charge : charge.paying(List.of());
  }

  /**
   * Moves charges from {@code OPEN} to {@code SUBMITTED}, which must be committed before the
   * gateway is called.
   *
   * @return those that were open; the others are somebody else's by now
   */
  public List<ChargeId> submit(Collection<ChargeId> charges) {
    return jdbc.query(
        "update evergreen_charge set state = 'SUBMITTED', submitted_at = ?"
            + " where id = any(?) and state = 'OPEN' returning id",
        (row, n) -> new ChargeId(row.getLong(1)),
        Timestamp.from(time.now()),
        keys(charges));
  }

  /**
   * Whether the gateway would surely recognise the key of a charge without an answer, or never
   * heard it: asking for it once more charges once.
   */
  boolean mayBeAskedForAgain(Charge charge) {
    Instant oldestKey = time.now().minus(settings.keyLife());
    return charge.state() == ChargeState.OPEN
        || charge.state() == ChargeState.SUBMITTED && charge.openedAt().isAfter(oldestKey);
  }

  /** The last attempt for a subject. */
  public Optional<Charge> latest(String subject) {
    List<Charge> attempts = attempts(subject);
    return attempts.isEmpty() ? Optional.empty() : Optional.of(attempts.get(attempts.size() - 1));
  }

  /** All attempts for a subject, first to last. */
  public List<Charge> attempts(String subject) {
    return attempts(List.of(subject)).getOrDefault(subject, List.of());
  }

  /** All attempts by subject, first to last. */
  public Map<String, List<Charge>> attempts(Collection<String> subjects) {
    String condition = "where subject = any(?) order by subject, attempt";
    return query(condition, (Object) subjects.toArray(String[]::new)).stream()
        .collect(Collectors.groupingBy(Charge::subject));
  }

  /** The charge with this key. */
  public Optional<Charge> find(ChargeId id) {
    return query("where id = ?", id.value()).stream().findFirst();
  }

  /** The charge that a gateway names so. */
  public Optional<Charge> byReference(String gateway, String reference) {
    String condition = "where gateway = ? and gateway_reference = ? order by id desc";
    return query(condition, gateway, reference).stream().findFirst();
  }

  /** Those of the charges that are submitted and without an answer. */
  List<Charge> unanswered(Collection<ChargeId> charges) {
    return query("where id = any(?) and state = 'SUBMITTED' order by id", keys(charges));
  }

  /** Locks charges until the end of the transaction and reads them. */
  List<Charge> lock(Collection<ChargeId> charges) {
    return query("where id = any(?) order by id for update", keys(charges));
  }

  /** Writes what became of charges that are locked. */
  void move(List<Charge> moved) {
    MOVED_ROW.update(jdbc, MOVE, moved);
  }

  /**
   * Charges that the gateway is to be asked about, longest overdue first; nobody else gets them.
   */
  List<Charge> lockOverdue(int limit) {
    return query(
        "where recover_at <= ? order by recover_at, id limit ? for update skip locked",
        Timestamp.from(time.now()),
        limit);
  }

  /** Puts off the next look at charges that are still not known. */
  void recoverAgainAt(Collection<ChargeId> charges, Instant when) {
    jdbc.update(
        "update evergreen_charge set recover_at = ?" + " where id = any(?)",
        Timestamp.from(when),
        keys(charges));
  }

  private List<Charge> query(String condition, Object... parameters) {
    return jdbc.query("select * from evergreen_charge " + condition, ChargeRow::read, parameters);
  }

  private static long[] keys(Collection<ChargeId> charges) {
    return charges.stream().mapToLong(ChargeId::value).toArray();
  }

  private static String code(Charge charge, Function<Decline.Codes, String> part) {
    return decline(charge, decline -> part.apply(decline.codes()));
  }

  private static String decline(Charge charge, Function<Decline, String> part) {
    return charge.decline().map(part).orElse(null);
  }
}
