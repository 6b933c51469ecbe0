package org.evergreen.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evergreen.subscription.SubscriptionFixture.ADA;
import static org.evergreen.testing.OfferBuilder.monthly;
import static org.evergreen.testing.OfferBuilder.yearly;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.evergreen.storefront.CustomerId;
import org.evergreen.testing.Concurrently;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BillingAccountsTest {

  private static final Instant MONTH = Instant.parse("2026-02-28T10:00:00Z");
  private static final Instant YEAR = Instant.parse("2027-01-31T10:00:00Z");

  private static SubscriptionFixture fixture;
  private static BillingAccounts accounts;

  @BeforeAll
  static void open() {
    fixture = new SubscriptionFixture();
    accounts = fixture.shop.get(BillingAccounts.class);
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
  void customerHasOneAccount() {
    List<Long> opened = Concurrently.call(8, () -> accounts.of(ADA));
    assertThat(opened.stream().distinct()).hasSize(1);
    assertThat(accounts.of(new CustomerId("bob"))).isNotEqualTo(opened.get(0));
    assertThat(fixture.nextDueAt(ADA)).isEmpty();
  }

  @Test
  void accountIsDueAtItsEarliestPayment() {
    fixture.start(yearly("60"));
    SubscriptionId monthly = fixture.start(monthly("10"));
    assertThat(refreshed()).isEqualTo(MONTH);
    fixture.update(monthly, "status = 'PAST_DUE'");
    assertThat(refreshed()).isEqualTo(YEAR);
  }

  @Test
  void parkedSubscriptionIsNotDue() {
    SubscriptionId monthly = fixture.start(monthly("10"));
    fixture.start(yearly("60"));
    fixture
        .shop
        .jdbc()
        .update(
            "insert into evergreen_parked_renewal (subscription_id, due_at, parked_at, problem)"
                + " values (?, now(), now(), 'gone')",
            monthly.value());
    assertThat(refreshed()).isEqualTo(YEAR);
    fixture.shop.jdbc().update("delete from evergreen_parked_renewal");
    assertThat(refreshed()).isEqualTo(MONTH);
  }

  @Test
  void retryOfAnUnpaidRenewalMakesTheAccountDue() {
    fixture.start(yearly("60"));
    Instant retry = Instant.parse("2026-02-05T00:00:00Z");
    group(1, "UNPAID", retry);
    group(2, "WAITING", retry.plusSeconds(60));
    group(3, "PAID", null);
    group(4, "UNPAID", null);
    assertThat(refreshed()).isEqualTo(retry);
  }

  @Test
  void cancellingWhatIsOwedLeavesNothingDue() {
    SubscriptionId id = fixture.start(monthly("10"));
    fixture.update(id, "status = 'PAST_DUE', next_cycle = 2");
    group(1, "UNPAID", MONTH);
    fixture
        .shop
        .jdbc()
        .update(
            "insert into evergreen_renewal (subscription_id, cycle, group_id, due_at, term_end,"
                + " amount, tax) values (?, 1, 1, now(), now(), 10, 0)",
            id.value());
    assertThat(refreshed()).isEqualTo(MONTH);
    fixture.commands.cancel(id, Actor.shopper(), "");
    assertThat(fixture.nextDueAt(ADA)).isEmpty();
  }

  private static void group(long id, String status, Instant retryAt) {
    OffsetDateTime retry = retryAt == null ? null : retryAt.atOffset(ZoneOffset.UTC);
    fixture
        .shop
        .jdbc()
        .update(
            "insert into evergreen_renewal_group (id, billing_account_id, customer_id, status,"
                + " currency, due_at, shipping, shipping_tax, total, attempts, retry_at, opened_at)"
                + " values (?, ?, 'ada', ?, 'USD', now(), 0, 0, 10, 1, ?, now())",
            id,
            accounts.of(ADA),
            status,
            retry);
  }

  @Test
  void accountWithoutAnythingToPayIsNotDue() {
    SubscriptionId id = fixture.start(monthly("10"));
    fixture.update(id, "status = 'CANCELLED', next_payment_at = null");
    accounts.refreshNextDue(List.of(accounts.of(ADA)));
    assertThat(fixture.nextDueAt(ADA)).isEmpty();
    accounts.refreshNextDue(List.of());
  }

  private static Instant refreshed() {
    accounts.refreshNextDue(List.of(accounts.of(ADA)));
    return fixture.nextDueAt(ADA).orElseThrow();
  }
}
