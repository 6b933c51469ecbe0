package org.evergreen.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.evergreen.testing.SettingsBuilder.settings;

import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.evergreen.settings.BillingRules.LatePayment;
import org.evergreen.settings.ChangePolicies.Upgrade;
import org.evergreen.testing.StepClock;
import org.evergreen.testing.TestDatabase;
import org.evergreen.time.ShopTime;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class SettingsStoreTest {

  private static TestDatabase database;

  private final StepClock clock = StepClock.at("2026-03-01T10:00:00Z");
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 10);
  private final SettingsStore store = node();

  private SettingsStore node() {
    return new SettingsStore(
        database.namedJdbc(),
        database.transactions(),
        new ShopTime(clock, ZoneOffset.UTC),
        nanos::get);
  }

  @BeforeAll
  static void open() {
    database = TestDatabase.migrated();
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @BeforeEach
  void empty() {
    database.empty();
  }

  @Test
  void shopThatDecidedNothingHasTheDefaults() {
    assertThat(store.current()).isEqualTo(MerchantSettings.defaults());
  }

  @Test
  void everySettingThatIsSavedIsReadByAnotherNode() {
    for (MerchantSettings settings : SettingsArbitraries.settings().list().ofSize(60).sample()) {
      store.save(settings, "Grace");
      assertThat(store.current()).isEqualTo(settings);
      assertThat(node().current()).isEqualTo(settings);
    }
  }

  @Test
  void onlyWhatChangedIsWrittenWithWhoAndWhen() {
    store.save(settings().upgrade(Upgrade.RESTART).build(), "Grace");
    clock.set("2026-03-02T10:00:00Z");
    store.save(settings().upgrade(Upgrade.RESTART).pausesPerYear(1).build(), "Linus");
    assertThat(rows())
        .containsExactly(
            "changes.upgrade=RESTART by Grace at 2026-03-01T10:00:00Z",
            "self-service.pauses-per-year=1 by Linus at 2026-03-02T10:00:00Z");
  }

  @Test
  void settingGoesBackToItsDefault() {
    store.save(settings().upgrade(Upgrade.RESTART).build(), "Grace");
    store.save(MerchantSettings.defaults(), "Linus");
    assertThat(node().current()).isEqualTo(MerchantSettings.defaults());
    assertThat(rows())
        .containsExactly("changes.upgrade=CHARGE_DIFFERENCE by Linus at 2026-03-01T10:00:00Z");
  }

  @Test
  void otherNodesFollowWithinSecondsWithoutAskingTheDatabaseEachTime() {
    MerchantSettings wanted = settings().latePayment(LatePayment.RESTART).build();
    SettingsStore other = node();
    assertThat(other.current()).isEqualTo(MerchantSettings.defaults());
    store.save(wanted, "Grace");
    nanos.addAndGet(SettingsStore.FRESH.toNanos() - 1);
    assertThat(other.current()).isEqualTo(MerchantSettings.defaults());
    nanos.incrementAndGet();
    assertThat(other.current()).isEqualTo(wanted);
  }

  @Test
  void brokenValueFallsBackToItsDefaultAndIsLoggedOnce(CapturedOutput log) {
    store.save(
        settings().upgrade(Upgrade.RESTART).pausesPerYear(1).saveDiscount("20", 2).build(), "G");
    store("changes.upgrade", "GIVE_AWAY");
    store("save-offer.percent", "200");
    store("billing.access-days", "-1");
    store("checkout.mixing", "");
    assertThat(node().current())
        .isEqualTo(settings().pausesPerYear(1).saveDiscount("20", 2).build());
    SettingsStore node = node();
    node.current();
    node.forget();
    node.current();
    assertThat(log)
        .contains(
            "The setting 'changes.upgrade' is stored as 'GIVE_AWAY', which is no value of it; its"
                + " default CHARGE_DIFFERENCE holds until it is saved anew");
    // Once by each of the two nodes.
    assertThat(log.getAll().split("'GIVE_AWAY'", -1)).hasSize(3);
  }

  @Test
  void brokenValueIsMendedByTheNextSaving() {
    store("changes.upgrade", "GIVE_AWAY");
    store.save(MerchantSettings.defaults(), "Grace");
    assertThat(rows())
        .containsExactly("changes.upgrade=CHARGE_DIFFERENCE by Grace at 2026-03-01T10:00:00Z");
  }

  @Test
  void settingOfAnotherVersionIsNamedAndLeftAlone(CapturedOutput log) {
    store("dunning.ladder", "1,3,5");
    assertThat(store.current()).isEqualTo(MerchantSettings.defaults());
    store.save(settings().pausesPerYear(9).build(), "Grace");
    assertThat(log).contains("There is no setting 'dunning.ladder'; its row is left alone");
    assertThat(rows()).anyMatch(row -> row.startsWith("dunning.ladder=1,3,5"));
  }

  @Test
  void settingsThatNoFormTakesAreNotSaved() {
    MerchantSettings tooLong = settings().pausesPerYear(1).saveDiscount("20", 121).build();
    assertThatThrownBy(() -> store.save(tooLong, "Grace"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(rows()).isEmpty();
  }

  @Test
  void longNameOfAMerchantIsCut() {
    store.save(settings().pausesPerYear(1).build(), "x".repeat(500));
    assertThat(rows())
        .containsExactly(
            "self-service.pauses-per-year=1 by " + "x".repeat(120) + " at 2026-03-01T10:00:00Z");
  }

  private void store(String name, String value) {
    database
        .jdbc()
        .update(
            "insert into evergreen_setting values (?, ?, now(), 'somebody')"
                + " on conflict (name) do update set value = excluded.value",
            name,
            value);
  }

  private List<String> rows() {
    return database
        .jdbc()
        .query(
            "select * from evergreen_setting order by name",
            (row, number) ->
                row.getString("name")
                    + "="
                    + row.getString("value")
                    + " by "
                    + row.getString("changed_by")
                    + " at "
                    + row.getTimestamp("changed_at").toInstant());
  }
}
