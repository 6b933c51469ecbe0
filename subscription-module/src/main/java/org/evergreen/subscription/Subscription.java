package org.evergreen.subscription;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.evergreen.calendar.Schedule;
import org.evergreen.payment.PaymentMethodId;
import org.evergreen.storefront.CustomerId;
import org.evergreen.storefront.OrderId;
import org.evergreen.terms.BillingInterval;
import org.evergreen.terms.IntervalUnit;
import org.hibernate.annotations.Type;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * What a customer gets again and again, and when he pays for it. Status and dates change only
 * through {@link SubscriptionCommands} and the renewal run.
 */
@Entity(name = "EvergreenSubscription")
@Table(name = "evergreen_subscription")
public class Subscription {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "evergreen_subscription")
  @SequenceGenerator(name = "evergreen_subscription", sequenceName = "evergreen_subscription_seq")
  @Column(name = "id")
  private Long id;

  @Version
  @Column(name = "version")
  private long version;

  @Column(name = "billing_account_id", updatable = false)
  private long billingAccountId;

  @Column(name = "customer_id", updatable = false)
  private String customerId;

  @Enumerated(EnumType.STRING)
  @Column(name = "status")
  private SubscriptionStatus status;

  @Column(name = "currency", updatable = false)
  private String currency;

  @Column(name = "payment_method_id")
  private Long paymentMethodId;

  @Column(name = "ship_to_address_id")
  private Long shipToAddressId;

  @Type(LocalTimestampType.class)
  @Column(name = "anchor")
  private LocalDateTime anchor;

  @Column(name = "interval_count")
  private int intervalCount;

  @Enumerated(EnumType.STRING)
  @Column(name = "interval_unit")
  private IntervalUnit intervalUnit;

  @Column(name = "next_cycle")
  private int nextCycle;

  @Column(name = "payments_left")
  private Integer paymentsLeft;

  @Column(name = "started_at", updatable = false)
  private Instant startedAt;

  @Column(name = "trial_ends_at")
  private Instant trialEndsAt;

  @Column(name = "next_payment_at")
  private Instant nextPaymentAt;

  @Column(name = "last_payment_at")
  private Instant lastPaymentAt;

  @Column(name = "paid_until")
  private Instant paidUntil;

  @Column(name = "cancelled_at")
  private Instant cancelledAt;

  @Column(name = "ends_at")
  private Instant endsAt;

  @Column(name = "cancel_reason")
  private String cancelReason;

  @Column(name = "origin_order_id", updatable = false)
  private String originOrderId;

  @Column(name = "origin_key", updatable = false)
  private String originKey;

  @OneToMany(mappedBy = "subscription", cascade = CascadeType.ALL, orphanRemoval = true)
  @OrderBy("position")
  private List<SubscriptionLine> lines = new ArrayList<>();

  protected Subscription() {}

  /** A subscription whose first order is paid. */
  public Subscription(NewSubscription start) {
    Beginning beginning = start.beginning();
    billingAccountId = start.billingAccount();
    customerId = start.customer().value();
    currency = start.currency().getCode();
    paymentMethodId = start.method().map(PaymentMethodId::value).orElse(null);
    shipToAddressId = start.shipTo().orElse(null);
    intervalCount = start.interval().count();
    intervalUnit = start.interval().unit();
    startedAt = start.startedAt();
    originOrderId = start.origin().value();
    originKey = start.originKey();
    keep(beginning);
    for (NewLine line : start.lines()) {
      requireOwnCurrency(line);
      lines.add(new SubscriptionLine(this, lines.size(), line));
    }
  }

  private void keep(Beginning beginning) {
    status = beginning.status();
    anchor = beginning.anchor();
    nextCycle = beginning.nextCycle();
    paymentsLeft =
        beginning.paymentsLeft().isPresent() ? beginning.paymentsLeft().getAsInt() : null;
    trialEndsAt = beginning.trialEndsAt().orElse(null);
    nextPaymentAt = beginning.nextPaymentAt().orElse(null);
    lastPaymentAt = beginning.lastPaymentAt().orElse(null);
    paidUntil = beginning.paidUntil();
    endsAt = beginning.endsAt().orElse(null);
  }

  private void requireOwnCurrency(NewLine line) {
    if (!line.unitPrice().getCurrencyUnit().getCode().equals(currency)) {
      throw new IllegalArgumentException(
          line.name() + " costs " + line.unitPrice() + " in a subscription paid in " + currency);
    }
  }

  /**
   * Ends renewals. What is paid for is kept until the end of the term; when nothing is left of it,
   * or something is owed, it is over now.
   */
  void cancel(Instant now, String reason) {
    Instant end = endOfPaidTerm(now);
    boolean termLeft = status != SubscriptionStatus.PAST_DUE && end.isAfter(now);
    become(termLeft ? SubscriptionStatus.PENDING_CANCEL : SubscriptionStatus.CANCELLED);
    cancelledAt = now;
    cancelReason = reason;
    nextPaymentAt = null;
    endsAt = termLeft ? end : now;
  }

  /** The next payment's date if it is in the future, else the end if it is set, else now. */
  Instant endOfPaidTerm(Instant now) {
    if (nextPaymentAt != null && nextPaymentAt.isAfter(now)) {
      return nextPaymentAt;
    }
    return endsAt != null ? endsAt : now;
  }

  /** Restores the dates from before the cancellation. */
  void undoCancellation(Instant now) {
    boolean trialing = lastPaymentAt == null && trialEndsAt != null;
    SubscriptionStatus back = trialing ? SubscriptionStatus.TRIALING : SubscriptionStatus.ACTIVE;
    if (status != SubscriptionStatus.PENDING_CANCEL || !endsAt.isAfter(now)) {
      throw TransitionRefusedException.because(
          status, back, "its term is over or it is not cancelled");
    }
    become(back);
    cancelledAt = null;
    cancelReason = null;
    if (mayPayAgain()) {
      nextPaymentAt = endsAt;
      endsAt = null;
    }
  }

  private boolean mayPayAgain() {
    return paymentsLeft == null || paymentsLeft > 0;
  }

  /** Whether its last term has passed and only the status does not say so yet. */
  boolean termIsOver(Instant now) {
    return (status == SubscriptionStatus.ACTIVE || status == SubscriptionStatus.PENDING_CANCEL)
        && endsAt != null
        && !endsAt.isAfter(now);
  }

  /** Its term is over. */
  void end() {
    become(
        status == SubscriptionStatus.PENDING_CANCEL
            ? SubscriptionStatus.CANCELLED
            : SubscriptionStatus.EXPIRED);
    nextPaymentAt = null;
  }

  private void become(SubscriptionStatus next) {
    StatusMachine.require(status, next);
    status = next;
  }

  public SubscriptionId id() {
    return new SubscriptionId(id);
  }

  /** Counts the changes. */
  public long version() {
    return version;
  }

  /** The customer's billing account, by which renewals are claimed. */
  public long billingAccount() {
    return billingAccountId;
  }

  public CustomerId customer() {
    return new CustomerId(customerId);
  }

  public SubscriptionStatus status() {
    return status;
  }

  public CurrencyUnit currency() {
    return CurrencyUnit.of(currency);
  }

  /** What pays the renewals; empty when the shopper pays each by hand. */
  public Optional<PaymentMethodId> method() {
    return Optional.ofNullable(paymentMethodId).map(PaymentMethodId::new);
  }

  /** Where it ships to, a key of {@link Addresses}; empty when nothing ships. */
  public Optional<Long> shipTo() {
    return Optional.ofNullable(shipToAddressId);
  }

  public BillingInterval interval() {
    return new BillingInterval(intervalCount, intervalUnit);
  }

  /** Its payment dates. */
  public Schedule schedule(ZoneId shopZone) {
    return new Schedule(anchor, interval(), shopZone);
  }

  /** The cycle to which the next payment belongs. */
  public int nextCycle() {
    return nextCycle;
  }

  /** How many payments are still to come; empty when it runs until it is cancelled. */
  public OptionalInt paymentsLeft() {
    return paymentsLeft == null ? OptionalInt.empty() : OptionalInt.of(paymentsLeft);
  }

  public Instant startedAt() {
    return startedAt;
  }

  public Optional<Instant> trialEndsAt() {
    return Optional.ofNullable(trialEndsAt);
  }

  public Optional<Instant> nextPaymentAt() {
    return Optional.ofNullable(nextPaymentAt);
  }

  public Optional<Instant> lastPaymentAt() {
    return Optional.ofNullable(lastPaymentAt);
  }

  /** End of the term that is paid for, or of the trial. */
  public Optional<Instant> paidUntil() {
    return Optional.ofNullable(paidUntil);
  }

  public Optional<Instant> cancelledAt() {
    return Optional.ofNullable(cancelledAt);
  }

  /** When it is over; empty while payments are to come. */
  public Optional<Instant> endsAt() {
    return Optional.ofNullable(endsAt);
  }

  public Optional<String> cancelReason() {
    return Optional.ofNullable(cancelReason);
  }

  /** The order that started it. */
  public OrderId origin() {
    return new OrderId(originOrderId);
  }

  public List<SubscriptionLine> lines() {
    return List.copyOf(lines);
  }

  /** Sum of the lines for one payment, before tax and shipping. */
  public Money recurringAmount() {
    return lines.stream().map(SubscriptionLine::amount).reduce(Money.zero(currency()), Money::plus);
  }

  /** Whether anything is shipped. */
  public boolean ships() {
    return lines.stream().anyMatch(line -> line.kind().ships());
  }
}
