package org.evergreen.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.evergreen.checkout.SubscriptionCheckout;
import org.evergreen.money.StoredMoney;
import org.evergreen.payment.PaymentMethodId;
import org.evergreen.payment.PaymentMethods;
import org.evergreen.payment.sandbox.SandboxCard;
import org.evergreen.plan.ChangeGroupDraft;
import org.evergreen.plan.ChangeGroupId;
import org.evergreen.plan.ChangeGroups;
import org.evergreen.plan.PlanId;
import org.evergreen.plan.PlanOffer;
import org.evergreen.plan.Plans;
import org.evergreen.renewal.RenewalRun;
import org.evergreen.settings.PolicyOverrides;
import org.evergreen.storefront.CustomerId;
import org.evergreen.storefront.OrderRequest;
import org.evergreen.storefront.ProductId;
import org.evergreen.storefront.ProductKind;
import org.evergreen.storefront.Sku;
import org.evergreen.subscription.Actor;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.subscription.SubscriptionLine;
import org.evergreen.subscription.SubscriptionQueries;
import org.evergreen.terms.IntervalUnit;
import org.evergreen.terms.PriceRule;
import org.evergreen.testing.DraftBuilder;
import org.evergreen.testing.PaidOrderBuilder;
import org.evergreen.testing.SettingsBuilder;
import org.evergreen.testing.TestShop;
import org.joda.money.Money;

/**
 * A shop in New York in which Ada has a subscription from 1 April 2026 and changes it. Tax is 10 %,
 * shipping 5. Basic costs 10, Plus 20 and Yearly 100; all are in one change group.
 */
final class ChangeShop implements AutoCloseable {

  static final Actor ADA = Actor.shopper();
  static final Actor GRACE = Actor.merchant("Grace");

  final TestShop shop;
  final Changes changes;
  final CustomerId ada;
  private final AtomicInteger orders = new AtomicInteger();
  Sku club;
  ChangeGroupId group;
  PlanId basic;
  PlanId plus;
  PlanId yearly;
  PaymentMethodId card;

  ChangeShop(Class<?>... more) {
    shop = TestShop.in("America/New_York", "2026-04-01T14:00:00Z", Map.of(), more);
    changes = shop.get(Changes.class);
    ada = shop.storefront().customer("ada");
  }

  /** Empties the shop; it is ten o'clock on 1 April. */
  ChangeShop reset() {
    shop.empty();
    shop.storefront().orders().clear();
    on("2026-04-01");
    club = shop.storefront().product("Club", ProductKind.VIRTUAL, "10.00");
    group = group("Clubs", Set.of("club"));
    basic = plan(DraftBuilder.plan("Basic"), "10.00");
    plus = plan(DraftBuilder.plan("Plus"), "20.00");
    yearly = plan(DraftBuilder.plan("Yearly").every(1, IntervalUnit.YEAR), "100.00");
    payWith(SandboxCard.SUCCEEDS);
    return this;
  }

  ChangeGroupId group(String name, Set<String> products) {
    return shop.get(ChangeGroups.class)
        .create(
            new ChangeGroupDraft(
                name,
                products.stream().map(ProductId::new).collect(Collectors.toSet()),
                PolicyOverrides.none()));
  }

  /** A plan of the group on every product, at a price of its own. */
  PlanId plan(DraftBuilder draft, String price) {
    return plan(draft, Money.parse("USD " + price));
  }

  PlanId plan(DraftBuilder draft, Money price) {
    return shop.get(Plans.class)
        .create(draft.storewide().group(group).price(new PriceRule.OwnPrice(price)).build());
  }

  void payWith(SandboxCard chosen) {
    card = shop.get(PaymentMethods.class).store(ada, chosen.token()).id();
    shop.jdbc()
        .update(
            "update evergreen_subscription set payment_method_id = ?, version = version + 1",
            card.value());
  }

  void settings(SettingsBuilder settings) {
    shop.settings(settings);
  }

  /** It is ten o'clock in New York on a day. */
  ChangeShop on(String day) {
    shop.clock().set(tenOClock(day));
    return this;
  }

  Instant tenOClock(String day) {
    return LocalDate.parse(day).atTime(10, 0).atZone(shop.time().zone()).toInstant();
  }

  PlanOffer offer(Sku sku, PlanId plan) {
    return shop.get(Plans.class).find(plan).orElseThrow().offerFor(sku, shop.time().now());
  }

  /** Ada buys, all in one order that is paid with her card. */
  SubscriptionId buys(Sku sku, int quantity, PlanId plan) {
    return buys(order().with(sku, quantity, offer(sku, plan)));
  }

  SubscriptionId buys(PaidOrderBuilder order) {
    return shop.get(SubscriptionCheckout.class).onOrderPaid(order.build()).get(0);
  }

  PaidOrderBuilder order() {
    return PaidOrderBuilder.order("order-" + orders.incrementAndGet(), ada, shop.time().now())
        .paidWith(card);
  }

  Subscription get(SubscriptionId id) {
    return shop.get(SubscriptionQueries.class).find(id).orElseThrow();
  }

  long line(SubscriptionId id) {
    return get(id).lines().get(0).id();
  }

  SubscriptionLine line(SubscriptionId id, String name) {
    return get(id).lines().stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  ChangeQuote quote(SubscriptionId id, ChangeRequest request) {
    return quote(id, request, ADA);
  }

  ChangeQuote quote(SubscriptionId id, ChangeRequest request, Actor actor) {
    QuoteResult result = changes.quote(id, request, actor);
    assertThat(result).isInstanceOf(QuoteResult.Quoted.class);
    return ((QuoteResult.Quoted) result).quote();
  }

  String refusal(SubscriptionId id, ChangeRequest request) {
    QuoteResult result = changes.quote(id, request, ADA);
    assertThat(result).isInstanceOf(QuoteResult.Refused.class);
    return ((QuoteResult.Refused) result).sentence();
  }

  /** Asks and confirms at once. */
  ChangeResult confirm(SubscriptionId id, ChangeRequest request) {
    return confirm(id, request, ADA);
  }

  ChangeResult confirm(SubscriptionId id, ChangeRequest request, Actor actor) {
    return changes.confirm(id, request, quote(id, request, actor).token(), actor);
  }

  /** The same, and it must be made. */
  SubscriptionId makes(SubscriptionId id, ChangeRequest request) {
    ChangeResult result = confirm(id, request);
    assertThat(result).isInstanceOf(ChangeResult.Applied.class);
    return ((ChangeResult.Applied) result).subscription();
  }

  /** The renewal run does its work on a day, an hour after the usual time. */
  void renewsOn(String day) {
    on(day);
    shop.clock().advance(Duration.ofHours(1));
    shop.get(RenewalRun.class).runDue();
  }

  /** What the cards were charged, oldest first, with their purpose. */
  List<String> charges() {
    return shop.jdbc()
        .query(
            "select purpose, currency, amount from evergreen_charge where state = 'SUCCEEDED'"
                + " order by id",
            (row, n) -> row.getString(1) + " " + money(row.getString(2), row.getBigDecimal(3)));
  }

  private static Money money(String currency, BigDecimal amount) {
    return StoredMoney.of(currency, amount);
  }

  Map<String, OrderRequest> placed() {
    return shop.storefront().orders().placed();
  }

  String day(Instant instant) {
    return shop.time().dateOf(instant).toString();
  }

  String nextPayment(SubscriptionId id) {
    return get(id).nextPaymentAt().map(this::day).orElse("never");
  }

  /** Nothing is open, and the gateway and the shop have taken the same. */
  void booksAgree() {
    assertThat(count("select count(*) from evergreen_change where state = 'OPEN'")).isZero();
    assertThat(
            count("select count(*) from evergreen_subscription where open_change_id is not null"))
        .isZero();
    assertThat(
            shop.jdbc()
                .queryForObject(
                    "select coalesce(sum(amount), 0) from evergreen_sandbox_charge"
                        + " where outcome = 'SUCCEEDED'",
                    BigDecimal.class))
        .isEqualByComparingTo(
            shop.jdbc()
                .queryForObject(
                    "select coalesce(sum(amount), 0) from evergreen_charge"
                        + " where state = 'SUCCEEDED'",
                    BigDecimal.class));
    assertThat(
            count(
                "select count(*) from evergreen_subscription s where s.credit <> coalesce((select"
                    + " sum(amount) from evergreen_credit_entry e where e.subscription_id = s.id),"
                    + " 0)"))
        .isZero();
  }

  long count(String sql) {
    return shop.jdbc().queryForObject(sql, Long.class);
  }

  @Override
  public void close() {
    shop.close();
  }
}
