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
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.evergreen.calendar.Schedule;
import org.evergreen.money.StoredMoney;
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

  @Column(name = "auto_renew")
  private boolean autoRenew;

  @Column(name = "recipient_email", updatable = false)
  private String recipientEmail;

  @Column(name = "recipient_name", updatable = false)
  private String recipientName;

  @Column(name = "open_change_id")
  private Long openChangeId;

  // What other tables keep up to date is only read here.
  @Column(name = "open_group_id", insertable = false, updatable = false)
  private Long openGroupId;

  @Column(name = "credit", insertable = false, updatable = false)
  private BigDecimal credit;

  @Embedded private Origin origin;

  @OneToMany(mappedBy = "subscription", cascade = CascadeType.ALL, orphanRemoval = true)
  @OrderBy("position")
  private List<SubscriptionLine> lines = new ArrayList<>();

  protected Subscription() {}

  /**
   * A subscription that starts.
   *
   * @throws IllegalArgumentException if a line is not priced in its currency
   */
  public Subscription(NewSubscription start) {
    billingAccountId = start.billingAccount();
    customerId = start.customer().value();
    currency = start.currency().getCode();
    paymentMethodId = start.method().map(PaymentMethodId::value).orElse(null);
    shipToAddressId = start.shipTo().orElse(null);
    timeline = new Timeline(start);
    autoRenew = start.details().automaticRenewal();
    recipientEmail = start.details().recipient().map(Recipient::email).orElse(null);
    recipientName = start.details().recipient().map(Recipient::name).orElse(null);
    origin = new Origin(start);
    for (NewLine line : start.lines()) {
      lines.add(new SubscriptionLine(this, lines.size(), line));
    }
  }

  Timeline timeline() {
    return timeline;
  }

  void payWith(PaymentMethodId method) {
    paymentMethodId = method.value();
  }

  void shipTo(long address) {
    shipToAddressId = address;
  }

  void renewAutomatically(boolean on) {
    autoRenew = on;
  }

  void openChange(Long change) {
    openChangeId = change;
  }

  /** Its lines, to add to and to remove from. */
  List<SubscriptionLine> editableLines() {
    return lines;
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

  /** Whether its payments are charged when they are due; if not, they wait for the shopper. */
  public boolean automaticRenewal() {
    return autoRenew;
  }

  /** Who gets it, when that is not the customer who pays. */
  public Optional<Recipient> recipient() {
    return Optional.ofNullable(recipientEmail).map(email -> new Recipient(email, recipientName));
  }

  /** The subscription that it goes on from. */
  public Optional<SubscriptionId> resubscribedFrom() {
    return origin.resubscribedFrom();
  }

  /** The change whose payment is under way. */
  public Optional<Long> openChange() {
    return Optional.ofNullable(openChangeId);
  }

  /** Whether the payment of a renewal is under way. */
  public boolean isBeingCharged() {
    return openGroupId != null;
  }

  /** What is left of what the shopper was credited; never negative. */
  public Money credit() {
    return StoredMoney.of(currency, credit == null ? BigDecimal.ZERO : credit);
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
    return timeline.paymentsLeft();
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

  /** When the term began that is paid for now, or the trial. */
  public Optional<Instant> termStartedAt() {
    return Optional.ofNullable(timeline.termStartedAt);
  }

  /** How many payments were made, the first order's among them. */
  public int paymentsMade() {
    return timeline.paymentsMade;
  }

  /** Since when it is paused. */
  public Optional<Instant> pausedAt() {
    return Optional.ofNullable(timeline.pausedAt);
  }

  /** When it is resumed by itself; empty when it is not paused, or without an end. */
  public Optional<Instant> pausedUntil() {
    return Optional.ofNullable(timeline.pausedUntil);
  }

  public Optional<Instant> cancelledAt() {
    return Optional.ofNullable(timeline.cancelledAt);
  }

  /** When it is over; empty while payments are to come. */
  public Optional<Instant> endsAt() {
    return Optional.ofNullable(timeline.endsAt);
  }

  public Optional<String> cancelReason() {
    return Optional.ofNullable(timeline.cancelReason);
  }

  /** The order that started it. */
  public OrderId origin() {
    return origin.order();
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
