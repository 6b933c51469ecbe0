package org.evergreen.subscription;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
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

  @Column(name = "currency", updatable = false)
  private String currency;

  @Column(name = "payment_method_id")
  private Long paymentMethodId;

  @Column(name = "ship_to_address_id")
  private Long shipToAddressId;

  @Embedded private Timeline timeline;

  @Column(name = "origin_order_id", updatable = false)
  private String originOrderId;

  @Column(name = "origin_key", updatable = false)
  private String originKey;

  @OneToMany(mappedBy = "subscription", cascade = CascadeType.ALL, orphanRemoval = true)
  @OrderBy("position")
  private List<SubscriptionLine> lines = new ArrayList<>();

  protected Subscription() {}

  /**
   * A subscription whose first order is paid.
   *
   * @throws IllegalArgumentException if a line is not priced in its currency
   */
  public Subscription(NewSubscription start) {
    billingAccountId = start.billingAccount();
    customerId = start.customer().value();
    currency = start.currency().getCode();
    paymentMethodId = start.method().map(PaymentMethodId::value).orElse(null);
    shipToAddressId = start.shipTo().orElse(null);
    timeline = new Timeline(start.startedAt(), start.interval(), start.beginning());
    originOrderId = start.origin().value();
    originKey = start.originKey();
    for (NewLine line : start.lines()) {
      requireOwnCurrency(line);
      lines.add(new SubscriptionLine(this, lines.size(), line));
    }
  }

  private void requireOwnCurrency(NewLine line) {
    if (!line.unitPrice().getCurrencyUnit().getCode().equals(currency)) {
      throw new IllegalArgumentException(
          line.name() + " costs " + line.unitPrice() + " in a subscription paid in " + currency);
    }
  }

  Timeline timeline() {
    return timeline;
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
    return timeline.status;
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
    return timeline.interval();
  }

  /** Its payment dates. */
  public Schedule schedule(ZoneId shopZone) {
    return timeline.schedule(shopZone);
  }

  /** The cycle to which the next payment belongs. */
  public int nextCycle() {
    return timeline.nextCycle;
  }

  /** How many payments are still to come; empty when it runs until it is cancelled. */
  public OptionalInt paymentsLeft() {
    return timeline.paymentsLeft == null
        ? OptionalInt.empty()
        : OptionalInt.of(timeline.paymentsLeft);
  }

  public Instant startedAt() {
    return timeline.startedAt;
  }

  /** When its trial ends or ended; empty when it began without one. */
  public Optional<Instant> trialEndsAt() {
    return Optional.ofNullable(timeline.trialEndsAt);
  }

  /** Empty when it will not be renewed. */
  public Optional<Instant> nextPaymentAt() {
    return Optional.ofNullable(timeline.nextPaymentAt);
  }

  /** Empty while nothing was paid. */
  public Optional<Instant> lastPaymentAt() {
    return Optional.ofNullable(timeline.lastPaymentAt);
  }

  /** End of the term that is paid for, or of the trial. */
  public Optional<Instant> paidUntil() {
    return Optional.ofNullable(timeline.paidUntil);
  }

  public Optional<Instant> cancelledAt() {
    return Optional.ofNullable(timeline.cancelledAt);
  }

  /** When it is over; empty while payments are to come. */
  public Optional<Instant> endsAt() {
    return Optional.ofNullable(timeline.endsAt);
  }

  /**
   * When it would be over if it were cancelled now: at the end of the paid term, or now when
   * nothing is left of it or something is owed.
   */
  public Instant endIfCancelled(Instant now) {
    return timeline.endIfCancelled(now);
  }

  public Optional<String> cancelReason() {
    return Optional.ofNullable(timeline.cancelReason);
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
