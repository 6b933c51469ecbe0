package org.evergreen.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.evergreen.payment.sandbox.SandboxCard;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;

class EvergreenHealthTest {

  private static final WatchedShop SHOP = new WatchedShop();

  @BeforeEach
  void open() {
    SHOP.open();
    SHOP.buy("ada", SandboxCard.SUCCEEDS);
    SHOP.buy("ben", SandboxCard.TIMES_OUT_AFTER_CHARGING);
  }

  @AfterAll
  static void close() {
    SHOP.close();
  }

  @Test
  void shopThatKeepsUpIsUp() {
    SHOP.at("2026-02-28T16:59:00Z");

    Health health = SHOP.health();

    assertThat(health.getStatus()).isEqualTo(Status.UP);
    assertThat(health.getDetails())
        .containsEntry("dueCustomers", 2L)
        .containsEntry("oldestDueSeconds", 3540L)
        .containsEntry("oldestDueLimitSeconds", 3600L)
        .containsEntry("unknownCharges", 0L)
        .containsEntry("ailments", Set.of())
        .containsEntry("jobsInTrouble", List.of());
  }

  @Test
  void oldBacklogIsDown() {
    SHOP.at("2026-02-28T17:01:00Z");

    assertThat(SHOP.health().getStatus()).isEqualTo(Status.DOWN);
    assertThat(SHOP.health().getDetails())
        .containsEntry("ailments", Set.of(Ailment.BACKLOG_TOO_OLD))
        .containsEntry("oldestDueSeconds", 3660L);
  }

  @Test
  void stuckChargeIsOutOfService() {
    SHOP.at(WatchedShop.DUE).renew();
    SHOP.at("2026-02-28T17:59:00Z");
    assertThat(SHOP.health().getStatus()).isEqualTo(Status.UP);

    SHOP.at("2026-02-28T18:01:00Z");

    assertThat(SHOP.health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
    assertThat(SHOP.health().getDetails())
        .containsEntry("ailments", Set.of(Ailment.CHARGES_STUCK))
        .containsEntry("unknownCharges", 1L)
        .containsEntry("oldestUnknownSeconds", 7260L);
  }

  @Test
  void jobThatStandsStillIsDownAndNamed() {
    SHOP.shop()
        .jdbc()
        .update(
            "update evergreen_scheduled_task set execution_time = now() - interval '10 minutes'"
                + " where task_name = 'evergreen-renewals'");
    SHOP.at("2026-02-01T16:00:00Z");

    Health health = SHOP.health();

    assertThat(health.getStatus()).isEqualTo(Status.DOWN);
    assertThat(health.getDetails().get("jobsInTrouble"))
        .asString()
        .startsWith("[evergreen-renewals LATE for 60");
  }

  @Test
  void databaseThatCannotBeReadIsDownWithoutItsMessage() {
    SHOP.shop().jdbc().execute("alter table evergreen_notice rename to evergreen_notice_away");
    try {
      SHOP.at("2026-02-01T16:00:00Z");

      assertThat(SHOP.health().getStatus()).isEqualTo(Status.DOWN);
      assertThat(SHOP.health().getDetails())
          .containsOnly(java.util.Map.entry("problem", "The database cannot be read"));
    } finally {
      SHOP.shop().jdbc().execute("alter table evergreen_notice_away rename to evergreen_notice");
    }
  }

  @Test
  void copyOfTheShopSaysWhyNobodyIsCharged() {
    SHOP.at(WatchedShop.DUE);
    assertThat(SHOP.health().getDetails()).doesNotContainKey("notCharging");
    SHOP.shop()
        .jdbc()
        .update("update evergreen_shop_identity set base_url = 'https://shop.example'");
    SHOP.renew().at("2026-02-28T17:01:00Z");

    Health health = SHOP.health();

    assertThat(health.getStatus()).isEqualTo(Status.DOWN);
    assertThat(health.getDetails())
        .containsEntry("dueCustomers", 2L)
        .hasEntrySatisfying(
            "notCharging",
            why ->
                assertThat(why)
                    .asString()
                    .startsWith("Nothing is charged and no mail is sent: this database belongs to")
                    .contains("https://shop.example")
                    .doesNotContain("ada", "ben"));
  }

  @Test
  void severalAilmentsAreAllNamed() {
    SHOP.at(WatchedShop.DUE).renew();
    SHOP.buy("cleo", SandboxCard.SUCCEEDS);
    SHOP.at("2026-03-28T18:01:00Z");

    assertThat(SHOP.health().getStatus()).isEqualTo(Status.DOWN);
    assertThat(SHOP.health().getDetails())
        .containsEntry("ailments", Set.of(Ailment.BACKLOG_TOO_OLD, Ailment.CHARGES_STUCK));
  }
}
