package org.evergreen.renewal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.evergreen.testing.OfferBuilder.monthly;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.evergreen.payment.PaymentMethod;
import org.evergreen.payment.sandbox.SandboxCard;
import org.evergreen.storefront.ProductKind;
import org.evergreen.storefront.Sku;
import org.evergreen.subscription.Actor;
import org.evergreen.subscription.DetailCommands;
import org.evergreen.subscription.Seen;
import org.evergreen.subscription.SubscriptionEvent.What;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.subscription.SubscriptionStatus;
import org.junit.jupiter.api.Test;

/** What cannot be renewed is set aside and never stops the rest. */
class ParkedRenewalTest {

  private static final String DUE = "2026-02-28T16:00:00Z";

  private final RenewalShop shop = RenewalShop.at("2026-01-31T16:00:00Z");
  private final Sku magazine =
      shop.shop().storefront().product("Magazine", ProductKind.DOWNLOADABLE, "4.00");

  private SubscriptionId subscribe(String customer, Sku sku) {
    return shop.subscribe(shop.customer(customer), SandboxCard.SUCCEEDS, sku, monthly("4.00"));
  }

  @Test
  void renewalThatTheHostRefusesIsParkedWithItsReason() {
    SubscriptionId gone = subscribe("ada", magazine);
    SubscriptionId fine = subscribe("ben", shop.membership);
    shop.shop().storefront().stopSelling(magazine.id());

    RunReport report = shop.renewAt(DUE);

    assertThat(report.parked()).isEqualTo(1);
    assertThat(report.succeeded()).isEqualTo(1);
    assertThat(shop.groups(gone)).isEmpty();
    assertThat(shop.groups(fine)).hasSize(1);
    assertThat(shop.get(RenewalMonitor.class).parked(0, 10))
        .extracting(ParkedRenewal::subscription, ParkedRenewal::problem)
        .containsExactly(tuple(gone, "Magazine is not sold any more"));
    assertThat(shop.history(gone)).first().isEqualTo(What.RENEWAL_PARKED);
    assertThat(shop.subscription(gone).status()).isEqualTo(SubscriptionStatus.ACTIVE);
    assertThat(shop.renew()).isEqualTo(RunReport.none());
  }

  @Test
  void unparkedRenewalIsTriedAgain() {
    SubscriptionId id = subscribe("ada", magazine);
    shop.shop().storefront().stopSelling(magazine.id());
    shop.renewAt(DUE);

    shop.shop().storefront().product("Magazine", ProductKind.DOWNLOADABLE, "4.00");
    shop.get(RenewalRemedies.class).unpark(id, Actor.merchant("Grace"));
    shop.get(RenewalRemedies.class).unpark(id, Actor.merchant("Grace"));
    RunReport report = shop.renew();

    assertThat(report.succeeded()).isEqualTo(1);
    assertThat(shop.history(id))
        .containsExactly(What.RENEWED, What.RENEWAL_UNPARKED, What.RENEWAL_PARKED, What.STARTED);
    shop.assertBooksAgree();
  }

  @Test
  void hostThatBreaksOnOneRenewalLosesOnlyThatOne() {
    SubscriptionId poisoned = subscribe("ada", magazine);
    List<SubscriptionId> fine =
        List.of(subscribe("ben", shop.membership), subscribe("cleo", shop.membership));
    shop.breakQuotesOf(magazine.id());

    RunReport report = shop.renewAt(DUE);

    assertThat(report.parked()).isEqualTo(1);
    assertThat(report.succeeded()).isEqualTo(2);
    assertThat(shop.groups(poisoned)).isEmpty();
    fine.forEach(id -> assertThat(shop.groups(id)).hasSize(1));
    assertThat(shop.get(RenewalMonitor.class).parked(0, 10).get(0).problem())
        .contains("The price computer caught fire");
  }

  @Test
  void whatBrokeIsTriedAgainByItselfAfterPausesThatGrow() {
    SubscriptionId id = subscribe("ada", magazine);
    shop.breakQuotesOf(magazine.id());
    shop.renewAt(DUE);
    assertThat(again()).isEqualTo("2026-02-28T16:10:00Z");
    assertThat(shop.renewAt("2026-02-28T16:09:59Z")).isEqualTo(RunReport.none());

    assertThat(shop.renewAt("2026-02-28T17:00:00Z").parked()).isEqualTo(1);
    assertThat(again()).isEqualTo("2026-02-28T17:30:00Z");
    assertThat(shop.renewAt("2026-03-05T16:00:00Z").parked()).isEqualTo(1);
    assertThat(again()).isEqualTo("2026-03-06T16:00:00Z");
    assertThat(shop.history(id)).containsExactly(What.RENEWAL_PARKED, What.STARTED);

    shop.breakQuotesOf();
    assertThat(shop.renewAt("2026-03-06T16:00:00Z").succeeded()).isEqualTo(1);
    assertThat(shop.groups(id)).hasSize(1);
    assertThat(shop.get(RenewalMonitor.class).parked(0, 10)).isEmpty();
    shop.assertBooksAgree();
  }

  @Test
  void whatTheHostRefusesWaitsForTheMerchant() {
    subscribe("ada", magazine);
    shop.shop().storefront().stopSelling(magazine.id());
    shop.renewAt(DUE);

    assertThat(shop.get(RenewalMonitor.class).parked(0, 10).get(0).againAt()).isEmpty();
    assertThat(shop.renewAt("2026-03-05T16:00:00Z")).isEqualTo(RunReport.none());
  }

  private String again() {
    return shop.get(RenewalMonitor.class).parked(0, 10).get(0).againAt().orElseThrow().toString();
  }

  @Test
  void renewalWithAGatewayThatIsGoneIsOwedAndPaidWithAnotherCard() {
    SubscriptionId id = subscribe("ada", shop.membership);
    shop.shop().jdbc().update("update evergreen_payment_method set gateway = 'gone'");

    RunReport report = shop.renewAt(DUE);

    assertThat(report.declined()).isEqualTo(1);
    assertThat(shop.groups(id).get(0).status()).isEqualTo(RenewalGroupStatus.UNPAID);
    assertThat(shop.subscription(id).status()).isEqualTo(SubscriptionStatus.PAST_DUE);

    PaymentMethod other = shop.card(shop.customer("ada"), SandboxCard.SUCCEEDS);
    shop.get(DetailCommands.class).payWith(Seen.any(id), Actor.schedule(), other.id());
    assertThat(shop.renew().succeeded()).isEqualTo(1);
    shop.assertBooksAgree();
  }

  @Test
  void rowThatCannotEvenBeReadParksOnlyItsAccount() {
    SubscriptionId poisoned = subscribe("ada", shop.membership);
    SubscriptionId fine = subscribe("ben", shop.membership);
    shop.shop()
        .jdbc()
        .update(
            "update evergreen_subscription set interval_unit = 'MOON' where id = ?",
            poisoned.value());

    RunReport report = shop.renewAt(DUE);

    assertThat(report.parked()).isEqualTo(1);
    assertThat(shop.groups(fine)).hasSize(1);
    assertThat(shop.get(RenewalMonitor.class).parked(0, 10).get(0).problem()).contains("MOON");
    assertThat(shop.renew()).isEqualTo(RunReport.none());
    shop.shop().jdbc().update("update evergreen_subscription set interval_unit = 'MONTH'");
    shop.assertBooksAgree();
  }

  @Test
  void debtIsRetriedThoughAnotherSubscriptionOfTheAccountBreaks() {
    SubscriptionId owed =
        shop.subscribe(
            shop.customer("ada"), SandboxCard.INSUFFICIENT_FUNDS, shop.membership, monthly("9.90"));
    shop.renewAt(DUE);
    SubscriptionId poisoned = becomesDueAndCannotBeRead("2026-03-01T04:00:00Z");

    shop.renewAt("2026-03-01T04:00:00Z");

    assertThat(shop.charges(owed)).hasSize(2);
    assertThat(shop.group(owed).retryAt()).contains(Instant.parse("2026-03-01T16:00:00Z"));
    assertThat(shop.get(RenewalMonitor.class).parked(0, 10))
        .extracting(ParkedRenewal::subscription)
        .containsExactly(poisoned);
    assertThat(shop.renew()).isEqualTo(RunReport.none());
    shop.shop().jdbc().update("update evergreen_subscription set interval_unit = 'MONTH'");
    shop.assertBooksAgree();
  }

  @Test
  void debtThatCannotBeRetriedIsTriedAgainAfterPausesThatGrow() {
    SubscriptionId owed =
        shop.subscribe(
            shop.customer("ada"), SandboxCard.INSUFFICIENT_FUNDS, shop.membership, monthly("9.90"));
    shop.renewAt(DUE);
    shop.changeCard(owed, SandboxCard.SUCCEEDS);
    shop.shop().jdbc().update("update evergreen_renewal_group set currency = 'ZZZ'");

    shop.renewAt("2026-03-01T04:00:00Z");
    assertThat(retryAt()).isEqualTo("2026-03-01T04:10:00Z");
    assertThat(shop.renew()).isEqualTo(RunReport.none());
    shop.renewAt("2026-03-01T06:00:00Z");
    assertThat(retryAt()).isEqualTo("2026-03-01T07:00:00Z");

    shop.shop().jdbc().update("update evergreen_renewal_group set currency = 'USD'");
    shop.renewAt("2026-03-01T07:00:00Z");
    assertThat(shop.group(owed).status()).isEqualTo(RenewalGroupStatus.PAID);
    assertThat(shop.subscription(owed).status()).isEqualTo(SubscriptionStatus.ACTIVE);
    shop.assertBooksAgree();
  }

  private SubscriptionId becomesDueAndCannotBeRead(String instant) {
    SubscriptionId id = subscribe("ada", magazine);
    shop.shop()
        .jdbc()
        .update(
            "update evergreen_subscription set interval_unit = 'MOON', version = version + 1,"
                + " next_payment_at = ? where id = ?",
            Timestamp.from(Instant.parse(instant)),
            id.value());
    return id;
  }

  private String retryAt() {
    return shop.shop()
        .jdbc()
        .queryForObject("select retry_at from evergreen_renewal_group", Timestamp.class)
        .toInstant()
        .toString();
  }

  @Test
  void cycleThatWasBilledBeforeIsParkedInsteadOfBilledAgain() {
    SubscriptionId id = subscribe("ada", shop.membership);
    SubscriptionId fine = subscribe("ben", shop.membership);
    shop.renewAt(DUE);
    shop.shop()
        .jdbc()
        .update(
            "update evergreen_subscription set next_cycle = next_cycle - 1,"
                + " next_payment_at = '2026-02-28T16:00:00Z', version = version + 1"
                + " where id = ?",
            id.value());
    shop.shop()
        .jdbc()
        .update("update evergreen_billing_account set next_due_at = '2026-02-28T16:00:00Z'");

    RunReport report = shop.renewAt("2026-03-01T00:00:00Z");

    assertThat(report.parked()).isEqualTo(1);
    assertThat(shop.charged()).hasSize(2);
    assertThat(shop.groups(fine)).hasSize(1);
  }
}
