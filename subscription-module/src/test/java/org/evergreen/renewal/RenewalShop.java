package org.evergreen.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.evergreen.checkout.SubscriptionCheckout;
import org.evergreen.money.Percentage;
import org.evergreen.payment.Charge;
import org.evergreen.payment.PaymentMethod;
import org.evergreen.payment.PaymentMethods;
import org.evergreen.payment.sandbox.InMemorySandboxBooks;
import org.evergreen.payment.sandbox.SandboxCard;
import org.evergreen.payment.sandbox.SandboxEntry;
import org.evergreen.storefront.CustomerId;
import org.evergreen.storefront.OrderRequest;
import org.evergreen.storefront.ProductKind;
import org.evergreen.storefront.Sku;
import org.evergreen.storefront.SkuId;
import org.evergreen.subscription.Actor;
import org.evergreen.subscription.CreditEntry;
import org.evergreen.subscription.Credits;
import org.evergreen.subscription.Discounts;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionCommands;
import org.evergreen.subscription.SubscriptionEvent;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.subscription.SubscriptionQueries;
import org.evergreen.terms.RecurringDiscount;
import org.evergreen.terms.RecurringDiscount.Reduction;
import org.evergreen.testing.OfferBuilder;
import org.evergreen.testing.PaidOrderBuilder;
import org.evergreen.testing.StepClock;
import org.evergreen.testing.TestShop;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A shop in Chicago whose subscriptions are renewed in tests, in the words that the tests need. It
 * is started once; every test begins with an empty one.
 */
final class RenewalShop {

  private static RenewalShop running;

  private final TestShop shop;
  private final AtomicInteger orders = new AtomicInteger();

  final Sku coffee;
  final Sku membership;

  private RenewalShop(TestShop shop) {
    this.shop = shop;
    coffee = shop.storefront().product("Coffee", ProductKind.PHYSICAL, "12.00");
    membership = shop.storefront().product("Membership", ProductKind.VIRTUAL, "9.90");
  }

  /** The empty shop, with its clock at an instant and one worker. */
  static synchronized RenewalShop at(String instant) {
    if (running == null) {
      Map<String, String> settings = Map.of("evergreen.renewal.workers", "1");
      running =
          new RenewalShop(TestShop.in("America/Chicago", instant, settings, MortalShop.class));
    }
    running.kill().spare();
    running.get(MortalShop.PoisonedSkus.class).set(Set.of());
    running.shop.empty();
    running.shop.storefront().orders().clear();
    running.get(InMemorySandboxBooks.class).clear();
    running.clock().set(instant);
    return running;
  }

  CustomerId customer(String name) {
    return shop.storefront().customer(name);
  }

  PaymentMethod card(CustomerId customer, SandboxCard card) {
    return get(PaymentMethods.class).store(customer, card.token());
  }

  /** An order that starts one subscription, paid now. */
  SubscriptionId subscribe(CustomerId customer, SandboxCard card, Sku sku, OfferBuilder offer) {
    return subscribe(order(customer).paidWith(card(customer, card).id()).with(sku, 1, offer));
  }

  /** An order, paid now, to be filled with lines. */
  PaidOrderBuilder order(CustomerId customer) {
    String id = "first-" + orders.incrementAndGet();
    return PaidOrderBuilder.order(id, customer, clock().instant());
  }

  SubscriptionId subscribe(PaidOrderBuilder order) {
    List<SubscriptionId> started = get(SubscriptionCheckout.class).onOrderPaid(order.build());
    assertThat(started).hasSize(1);
    return started.get(0);
  }

  /** Moves the clock to an instant and renews what is due then. */
  RunReport renewAt(String instant) {
    clock().set(instant);
    return renew();
  }

  RunReport renew() {
    return get(RenewalRun.class).runDue();
  }

  /**
   * What the jobs of a shop do that comes back to life: leases run out, everything is recovered.
   */
  void comeBackToLife() {
    kill().spare();
    for (int quarterHour = 0; quarterHour < 3; quarterHour++) {
      recoverAfter(Duration.ofMinutes(15));
      renew();
    }
  }

  Subscription subscription(SubscriptionId id) {
    return get(SubscriptionQueries.class).find(id).orElseThrow();
  }

  List<SubscriptionEvent.What> history(SubscriptionId id) {
    return get(SubscriptionQueries.class).history(id).stream()
        .map(SubscriptionEvent::what)
        .toList();
  }

  List<RenewalGroupView> groups(SubscriptionId id) {
    return get(RenewalMonitor.class).ofSubscription(id);
  }

  /** The latest group of a subscription. */
  RenewalGroupView group(SubscriptionId id) {
    return groups(id).get(0);
  }

  SubscriptionCommands commands() {
    return get(SubscriptionCommands.class);
  }

  /** The shopper leaves another card and has his subscription paid with it. */
  void changeCard(SubscriptionId id, SandboxCard card) {
    long method = card(subscription(id).customer(), card).id().value();
    shop.jdbc()
        .update(
            "update evergreen_subscription set payment_method_id = ?, version = version + 1"
                + " where id = ?",
            method,
            id.value());
  }

  /** The merchant gives a credit. */
  void credit(SubscriptionId id, String amount) {
    String reference = "gift-" + orders.incrementAndGet();
    CreditEntry entry =
        new CreditEntry(id, Money.parse("USD " + amount), CreditEntry.Reason.MERCHANT, reference);
    transaction().executeWithoutResult(status -> get(Credits.class).enter(List.of(entry)));
  }

  /** A percentage off the next payments. */
  void discount(SubscriptionId id, String label, String percent, int payments) {
    Reduction off = new Reduction.Percent(Percentage.of(percent));
    discount(id, new RecurringDiscount(label, off, OptionalInt.of(payments)));
  }

  void discount(SubscriptionId id, RecurringDiscount discount) {
    transaction()
        .executeWithoutResult(status -> get(Discounts.class).add(id, discount, discount.label()));
  }

  /** Transactions in which nobody dies. */
  private TransactionTemplate transaction() {
    return new TransactionTemplate(get(PlatformTransactionManager.class));
  }

  /** How many payments are left of a discount. */
  int paymentsLeft(SubscriptionId id, String label) {
    return shop.jdbc()
        .queryForObject(
            "select payments_left from evergreen_discount where subscription_id = ? and label = ?",
            Integer.class,
            id.value(),
            label);
  }

  /** The host's pricing throws whenever this SKU is in a batch. */
  void breakQuotesOf(SkuId... skus) {
    get(MortalShop.PoisonedSkus.class).set(Set.of(skus));
  }

  void retry(SubscriptionId id) {
    get(RenewalRemedies.class).retryNow(group(id).id(), Actor.merchant("Grace"));
  }

  /** Asks the gateway for everything that is overdue. */
  int recoverAfter(Duration time) {
    clock().advance(time);
    return get(RenewalRecovery.class).recover();
  }

  List<Charge> charges(SubscriptionId id) {
    return group(id).charges();
  }

  /** What the gateway has really charged, by its own books. */
  List<SandboxEntry> charged() {
    return get(InMemorySandboxBooks.class).all().stream()
        .filter(entry -> entry.outcome() == SandboxEntry.Outcome.SUCCEEDED)
        .toList();
  }

  /** Sum of all that the gateway has charged. */
  Money takenByGateway() {
    return charged().stream().map(SandboxEntry::amount).reduce(zero(), Money::plus);
  }

  /** Sum of the charges that the shop believes to be paid. */
  Money takenByUs() {
    return zero()
        .plus(
            shop.jdbc()
                .queryForObject(
                    "select coalesce(sum(amount), 0) from evergreen_charge"
                        + " where state = 'SUCCEEDED'",
                    BigDecimal.class));
  }

  /** What every run must leave behind, whatever happened to it. */
  void assertBooksAgree() {
    assertThat(takenByUs()).isEqualTo(takenByGateway());
    Map<String, Money> orders =
        placed().entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    e -> e.getValue().quote().total().minus(e.getValue().credit())));
    assertThat(orders.values().stream().reduce(zero(), Money::plus)).isEqualTo(takenByGateway());
    assertThat(count("evergreen_charge where state in ('OPEN', 'SUBMITTED')")).isZero();
    assertThat(count("evergreen_renewal_group where status = 'OPEN'")).isZero();
    assertThat(count("evergreen_renewal_group where status = 'PAID' and order_id is null"))
        .isZero();
    assertThat(count("evergreen_billing_account where lease_owner is not null")).isZero();
    assertCreditsAgree();
  }

  private void assertCreditsAgree() {
    String entered =
        "(select coalesce(sum(e.amount), 0) from evergreen_credit_entry e"
            + " where e.subscription_id = s.id";
    String used =
        "(select coalesce(sum(r.credit), 0) from evergreen_renewal r"
            + " where r.subscription_id = s.id and r.voided_at is null)";
    assertThat(count("evergreen_subscription s where s.credit <> " + entered + ")")).isZero();
    assertThat(
            count(
                "evergreen_subscription s where "
                    + used
                    + " <> - "
                    + entered
                    + " and e.reason like 'RENEWAL%')"))
        .isZero();
    assertThat(
            count(
                "evergreen_renewal_group g where g.status <> 'CANCELED' and g.credit <>"
                    + " (select coalesce(sum(r.credit), 0) from evergreen_renewal r"
                    + " where r.group_id = g.id and r.voided_at is null)"))
        .isZero();
    assertThat(
            count(
                "evergreen_renewal_group g join evergreen_charge c on c.subject = 'renewal-' || g.id"
                    + " where c.state = 'SUCCEEDED' and c.amount + g.credit <> g.total"))
        .isZero();
  }

  /** Renewal orders at the host, by reference. */
  Map<String, OrderRequest> placed() {
    return shop.storefront().orders().placed();
  }

  long count(String fromClause) {
    return shop.jdbc().queryForObject("select count(*) from " + fromClause, Long.class);
  }

  KillPoints kill() {
    return get(KillPoints.class);
  }

  StepClock clock() {
    return shop.clock();
  }

  TestShop shop() {
    return shop;
  }

  <T> T get(Class<T> type) {
    return shop.get(type);
  }

  private static Money zero() {
    return Money.zero(CurrencyUnit.USD);
  }
}
