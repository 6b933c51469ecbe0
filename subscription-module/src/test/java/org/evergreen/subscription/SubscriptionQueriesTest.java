package org.evergreen.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evergreen.subscription.SubscriptionFixture.ADA;
import static org.evergreen.terms.IntervalUnit.DAY;
import static org.evergreen.testing.OfferBuilder.monthly;
import static org.evergreen.testing.OfferBuilder.yearly;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.evergreen.storefront.CustomerId;
import org.evergreen.storefront.OrderId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class SubscriptionQueriesTest {

  private static final CustomerId BOB = new CustomerId("bob");

  private static SubscriptionFixture fixture;
  private static SubscriptionQueries queries;

  @BeforeAll
  static void open() {
    fixture = new SubscriptionFixture();
    queries = fixture.queries;
  }

  @AfterAll
  static void close() {
    fixture.close();
  }

  @BeforeEach
  void reset() {
    fixture.reset();
  }

  @Test
  void customerSeesOnlyHisOwnNewestFirst() {
    SubscriptionId first = fixture.start(monthly("10"));
    fixture.shop.clock().advance(Duration.ofDays(1));
    SubscriptionId second = fixture.start(yearly("60"));
    SubscriptionId bobs = fixture.start(BOB, monthly("10"));
    assertThat(queries.ofCustomer(ADA)).extracting(Subscription::id).containsExactly(second, first);
    assertThat(queries.find(ADA, first)).isPresent();
    assertThat(queries.find(ADA, bobs)).isEmpty();
    assertThat(queries.find(BOB, bobs)).isPresent();
    assertThat(queries.find(new SubscriptionId(-1))).isEmpty();
    assertThat(queries.ofCustomer(new CustomerId("nobody"))).isEmpty();
  }

  @Test
  void upcomingDatesFollowTheAnchor() {
    SubscriptionId id = fixture.start(monthly("10"));
    assertThat(queries.upcoming(fixture.get(id), 3))
        .containsExactly(
            Instant.parse("2026-02-28T10:00:00Z"),
            Instant.parse("2026-03-31T09:00:00Z"),
            Instant.parse("2026-04-30T09:00:00Z"));
  }

  @Test
  void upcomingDatesEndWithTheLastPayment() {
    SubscriptionId two = fixture.start(monthly("10").payments(3));
    SubscriptionId none = fixture.start(monthly("10").payments(1));
    SubscriptionId trial = fixture.start(monthly("10").trial(14, DAY).payments(1));
    SubscriptionId cancelled = fixture.start(monthly("10"));
    fixture.commands.cancel(cancelled, Actor.shopper(), "");
    assertThat(queries.upcoming(fixture.get(two), 5)).hasSize(2);
    assertThat(queries.upcoming(fixture.get(none), 5)).isEmpty();
    assertThat(queries.upcoming(fixture.get(trial), 5))
        .containsExactly(Instant.parse("2026-02-14T10:00:00Z"));
    assertThat(queries.upcoming(fixture.get(cancelled), 5)).isEmpty();
  }

  @Test
  void ordersAreThoseOfTheStartAndOfTheRenewalsNewestFirst() {
    SubscriptionId id = fixture.start(monthly("10"));
    renew(id, 1, 101, "renewal-order-1");
    renew(id, 2, 102, null);
    renew(id, 3, 103, "renewal-order-3");
    assertThat(queries.orders(id))
        .containsExactly(
            new OrderId("renewal-order-3"),
            new OrderId("renewal-order-1"),
            fixture.get(id).origin());
    assertThat(queries.orders(new SubscriptionId(-1))).isEmpty();
  }

  private static void renew(SubscriptionId id, int cycle, long group, String order) {
    JdbcTemplate jdbc = fixture.shop.jdbc();
    jdbc.update(
        "insert into evergreen_renewal_group (id, billing_account_id, customer_id, status,"
            + " currency, due_at, shipping, shipping_tax, total, attempts, opened_at, order_id)"
            + " values (?, ?, 'ada', 'PAID', 'USD', now(), 0, 0, 10, 1, now(), ?)",
        group,
        fixture.get(id).billingAccount(),
        order);
    jdbc.update(
        "insert into evergreen_renewal (subscription_id, cycle, group_id, due_at, term_end, amount,"
            + " tax) values (?, ?, ?, now(), now(), 10, 0)",
        id.value(),
        cycle,
        group);
  }

  @Test
  void merchantFindsByNumberCustomerProductPlanAndStatus() {
    SubscriptionId monthly = fixture.start(monthly("10").plan(1, "Coffee club 100%"));
    SubscriptionId yearly = fixture.start(BOB, yearly("60").plan(2, "Yearly saver"));
    fixture.commands.cancel(yearly, Actor.shopper(), "");
    assertThat(search("")).containsExactly(yearly, monthly);
    assertThat(search(" " + monthly + " ")).containsExactly(monthly);
    assertThat(search("bob")).containsExactly(yearly);
    assertThat(search("club")).containsExactly(yearly, monthly);
    assertThat(search("COFFEE")).containsExactly(monthly);
    assertThat(search("100%")).containsExactly(monthly);
    assertThat(search("%")).containsExactly(monthly);
    assertThat(search("_")).isEmpty();
    assertThat(search("'; drop table evergreen_plan; --")).isEmpty();
    assertThat(search("99999999999999999999999999")).isEmpty();
    assertThat(search("", SubscriptionStatus.PENDING_CANCEL)).containsExactly(yearly);
    assertThat(search("ada", SubscriptionStatus.PENDING_CANCEL)).isEmpty();
  }

  @Test
  void merchantFindsByCustomersThatTheHostNames() {
    SubscriptionId ada = fixture.start(monthly("10").plan(1, "Coffee club"));
    SubscriptionId bob = fixture.start(BOB, yearly("60").plan(2, "Yearly saver"));
    fixture.commands.cancel(ada, Actor.shopper(), "");

    assertThat(searchWith("someone@example.com", BOB)).containsExactly(bob);
    assertThat(searchWith("4711", BOB)).containsExactly(bob);
    assertThat(searchWith("coffee", BOB)).containsExactly(bob, ada);
    assertThat(
            ids(
                new SubscriptionSearch(
                    "x", Set.of(BOB), Optional.of(SubscriptionStatus.PENDING_CANCEL), 0, 50)))
        .isEmpty();
  }

  private static List<SubscriptionId> searchWith(String text, CustomerId customer) {
    return ids(new SubscriptionSearch(text, Set.of(customer), Optional.empty(), 0, 50));
  }

  @Test
  void merchantTurnsPages() {
    List<SubscriptionId> ids =
        List.of(
            fixture.start(monthly("1")), fixture.start(monthly("2")), fixture.start(monthly("3")));
    SubscriptionPage first = page(0);
    assertThat(first.subscriptions())
        .extracting(Subscription::id)
        .containsExactly(ids.get(2), ids.get(1));
    assertThat(first.subscriptions().get(0).lines()).hasSize(1);
    assertThat(first.hasNext()).isTrue();
    assertThat(page(1).subscriptions()).extracting(Subscription::id).containsExactly(ids.get(0));
    assertThat(page(1).hasNext()).isFalse();
    assertThat(page(7).subscriptions()).isEmpty();
    assertThat(page(-1)).extracting(SubscriptionPage::page).isEqualTo(0);
    assertThat(page(Integer.MAX_VALUE).subscriptions()).isEmpty();
  }

  private static SubscriptionPage page(int number) {
    return queries.search(new SubscriptionSearch(null, Optional.empty(), number, 2));
  }

  private static List<SubscriptionId> search(String text) {
    return ids(new SubscriptionSearch(text, Optional.empty(), 0, 50));
  }

  private static List<SubscriptionId> search(String text, SubscriptionStatus status) {
    return ids(new SubscriptionSearch(text, Optional.of(status), 0, 50));
  }

  private static List<SubscriptionId> ids(SubscriptionSearch search) {
    return queries.search(search).subscriptions().stream().map(Subscription::id).toList();
  }
}
