package org.evergreen.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.search.MeterNotFoundException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;
import org.evergreen.payment.GatewayObserver;
import org.evergreen.payment.sandbox.SandboxCard;
import org.evergreen.renewal.RenewalListener;
import org.evergreen.renewal.SettledRenewal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class MetersTest {

  private static final WatchedShop SHOP = new WatchedShop();

  @BeforeEach
  void open() {
    SHOP.open();
  }

  @AfterAll
  static void close() {
    SHOP.close();
  }

  @Test
  void dueRenewalsAreMeasuredWithTheAgeOfTheOldest() {
    SHOP.buy("ada", SandboxCard.SUCCEEDS);
    SHOP.at("2026-01-31T16:10:00Z").buy("ben", SandboxCard.SUCCEEDS);
    assertThat(SHOP.gauge("evergreen.backlog")).isZero();
    assertThat(SHOP.gauge("evergreen.backlog.age")).isZero();

    SHOP.at("2026-02-28T16:05:00Z");
    assertThat(SHOP.gauge("evergreen.backlog")).isEqualTo(1);
    assertThat(SHOP.gauge("evergreen.backlog.age")).isEqualTo(300);
    SHOP.at("2026-02-28T17:00:00Z");
    assertThat(SHOP.gauge("evergreen.backlog")).isEqualTo(2);
    assertThat(SHOP.gauge("evergreen.backlog.age")).isEqualTo(3600);

    SHOP.renew().at("2026-02-28T17:00:11Z");
    assertThat(SHOP.gauge("evergreen.backlog")).isZero();
  }

  @Test
  void tableIsReadOnceInTenSeconds() {
    SHOP.buy("ada", SandboxCard.SUCCEEDS);
    SHOP.at("2026-02-28T16:05:00Z");
    assertThat(SHOP.gauge("evergreen.backlog")).isEqualTo(1);

    SHOP.renew().at("2026-02-28T16:05:09Z");
    assertThat(SHOP.gauge("evergreen.backlog")).isEqualTo(1);
    SHOP.at("2026-02-28T16:05:10Z");
    assertThat(SHOP.gauge("evergreen.backlog")).isZero();
  }

  @Test
  void renewalsAndChargesAreCountedByWhatBecameOfThem() {
    SHOP.buy("ada", SandboxCard.SUCCEEDS);
    SHOP.buy("ada", SandboxCard.SUCCEEDS);
    SHOP.buy("ben", SandboxCard.INSUFFICIENT_FUNDS);
    SHOP.buy("cleo", SandboxCard.REQUIRES_AUTHENTICATION);

    SHOP.at(WatchedShop.DUE).renew();

    assertThat(SHOP.count("evergreen.renewals", "result", "paid")).isEqualTo(2);
    assertThat(SHOP.count("evergreen.renewals", "result", "failed")).isEqualTo(1);
    assertThat(SHOP.count("evergreen.renewals", "result", "waiting")).isEqualTo(1);
    assertThat(charges("succeeded", "none")).isEqualTo(1);
    assertThat(charges("declined", "try-later")).isEqualTo(1);
    assertThat(charges("action-required", "none")).isEqualTo(1);
    SHOP.at("2026-02-28T16:01:00Z");
    assertThat(SHOP.gauge("evergreen.renewals.open", "state", "failed")).isEqualTo(1);
    assertThat(SHOP.gauge("evergreen.renewals.open", "state", "waiting")).isEqualTo(1);
    assertThat(SHOP.gauge("evergreen.renewals.open", "state", "parked")).isZero();
  }

  private static double charges(String outcome, String decline) {
    return SHOP.count(
        "evergreen.charges",
        "gateway",
        "sandbox",
        "purpose",
        "renewal",
        "outcome",
        outcome,
        "decline",
        decline);
  }

  @Test
  void whatIsRolledBackIsNotCounted() {
    RenewalListener meters = SHOP.get(ActivityMeters.class);
    List<SettledRenewal> none = List.of();
    TransactionTemplate transaction =
        new TransactionTemplate(SHOP.get(PlatformTransactionManager.class));

    transaction.executeWithoutResult(
        status -> {
          meters.renewed(none);
          status.setRollbackOnly();
        });
    Assertions.assertThatThrownBy(() -> SHOP.count("evergreen.renewals", "result", "paid"))
        .isInstanceOf(MeterNotFoundException.class);

    transaction.executeWithoutResult(status -> meters.renewed(none));
    assertThat(SHOP.count("evergreen.renewals", "result", "paid")).isZero();
  }

  @Test
  void chargeWithoutAnAnswerIsMeasuredFromWhenRecoveryShouldHaveAsked() {
    SHOP.buy("ada", SandboxCard.TIMES_OUT_AFTER_CHARGING);
    SHOP.at(WatchedShop.DUE).renew();
    SHOP.at("2026-02-28T16:04:00Z");
    assertThat(SHOP.gauge("evergreen.charges.unknown")).isZero();

    SHOP.at("2026-02-28T16:30:00Z");

    assertThat(SHOP.gauge("evergreen.charges.unknown")).isEqualTo(1);
    assertThat(SHOP.gauge("evergreen.charges.unknown.age")).isEqualTo(1800);
  }

  @Test
  void callsOfGatewaysAreTimedByOperationAndOutcome() {
    SHOP.get(GatewayObserver.class)
        .answered("stripe", "charge", "declined", Duration.ofMillis(250));

    assertThat(
            SHOP.meters()
                .get("evergreen.gateway.calls")
                .tags("gateway", "stripe", "operation", "charge", "outcome", "declined")
                .timer()
                .totalTime(TimeUnit.MILLISECONDS))
        .isEqualTo(250);
  }

  @Test
  void waitingAndFailedNoticesAreMeasured() {
    SHOP.buy("ada", SandboxCard.SUCCEEDS);
    SHOP.at("2026-01-31T16:20:00Z");
    assertThat(SHOP.gauge("evergreen.notices", "state", "waiting")).isEqualTo(1);
    assertThat(SHOP.gauge("evergreen.notices.age")).isEqualTo(1200);

    SHOP.shop()
        .jdbc()
        .update("update evergreen_notice set state = 'IN_DOUBT', settled_at = send_after");
    SHOP.at("2026-01-31T16:21:00Z");
    assertThat(SHOP.gauge("evergreen.notices", "state", "waiting")).isZero();
    assertThat(SHOP.gauge("evergreen.notices", "state", "in-doubt")).isEqualTo(1);
    assertThat(SHOP.gauge("evergreen.notices", "state", "failed")).isZero();
  }

  @Test
  void webhooksAreMeasuredWithTheirLag() {
    insertEvent(1, "WAITING", "2026-02-01T10:00:00Z");
    insertEvent(2, "WAITING", "2026-02-01T12:00:00Z");
    insertEvent(3, "FAILED", null);
    insertEvent(4, "DONE", null);

    SHOP.at("2026-02-01T11:00:00Z");

    assertThat(SHOP.gauge("evergreen.webhooks", "state", "waiting")).isEqualTo(2);
    assertThat(SHOP.gauge("evergreen.webhooks", "state", "failed")).isEqualTo(1);
    assertThat(SHOP.gauge("evergreen.webhooks.lag")).isEqualTo(3600);
  }

  private static void insertEvent(int id, String state, String next) {
    SHOP.shop()
        .jdbc()
        .update(
            "insert into evergreen_webhook_event (id, gateway, event_id, type, object_id,"
                + " happened_at, received_at, state, next_at)"
                + " values (?, 'stripe', ?, 'refund.updated', 're_1', now(), now(), ?,"
                + " ?::timestamptz)",
            id,
            "evt_" + id,
            state,
            next);
  }

  @Test
  void jobsThatStandStillAreCounted() {
    assertThat(SHOP.gauge("evergreen.jobs.in-trouble")).isZero();

    SHOP.shop().jdbc().update("delete from evergreen_scheduled_task");
    SHOP.at(WatchedShop.DUE);

    assertThat(SHOP.gauge("evergreen.jobs.in-trouble")).isGreaterThanOrEqualTo(5);
  }

  @Test
  void metersNameNobody() {
    SHOP.buy("ada", SandboxCard.SUCCEEDS);
    SHOP.at(WatchedShop.DUE).renew();

    assertThat(SHOP.meters().getMeters())
        .extracting(Meter::getId)
        .flatExtracting(Meter.Id::getTags)
        .extracting(tag -> tag.getKey() + "=" + tag.getValue())
        .noneMatch(tag -> tag.contains("ada") || tag.contains("@"));
  }
}
