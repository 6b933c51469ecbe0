package org.evergreen.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.evergreen.checkout.RecurringTotals;
import org.evergreen.checkout.SubscriptionCheckout;
import org.evergreen.plan.PlanFormReader;
import org.evergreen.plan.Plans;
import org.evergreen.subscription.SubscriptionCommands;
import org.evergreen.subscription.SubscriptionQueries;
import org.evergreen.testing.Concurrently;
import org.evergreen.testing.TestDatabase;
import org.evergreen.testing.TestShop;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

class EvergreenAutoConfigurationTest {

  @Test
  void hostWithADatabaseAndPortsGetsTheWholeEngine() {
    try (TestShop shop = TestShop.in("Europe/Berlin", "2026-01-31T10:00:00Z")) {
      assertThat(shop.get(Plans.class).all()).isEmpty();
      assertThat(shop.get(PlanFormReader.class)).isNotNull();
      assertThat(shop.get(SubscriptionQueries.class)).isNotNull();
      assertThat(shop.get(SubscriptionCommands.class)).isNotNull();
      assertThat(shop.get(SubscriptionCheckout.class)).isNotNull();
      assertThat(shop.get(RecurringTotals.class)).isNotNull();
      assertThat(shop.time().today()).hasToString("2026-01-31");
      assertThat(shop.time().zone()).hasToString("Europe/Berlin");
    }
  }

  @Test
  void hostKeepsItsOwnTransactionTemplate() {
    try (TestShop shop = TestShop.in("UTC", "2026-01-31T10:00:00Z")) {
      assertThat(shop.get("evergreenTransactions", TransactionOperations.class)).isNotNull();
      assertThat(shop.get(TransactionTemplate.class))
          .isSameAs(shop.get("transactionTemplate", TransactionTemplate.class));
    }
  }

  @Test
  void processesThatStartTogetherMigrateOnce() {
    try (TestDatabase database = TestDatabase.blank()) {
      database.jdbc().execute("create table host_order (id bigint primary key)");
      Concurrently.call(
          3,
          () -> {
            new EvergreenMigrations(database.dataSource()).migrate();
            return true;
          });
      assertThat(
              database
                  .jdbc()
                  .queryForList(
                      "select version from evergreen_schema_history"
                          + " where type = 'SQL' group by version having count(*) > 1",
                      String.class))
          .isEmpty();
    }
  }

  @Test
  void migrationsLiveBesideTablesOfTheHost() {
    try (TestDatabase database = TestDatabase.blank()) {
      database.jdbc().execute("create table host_order (id bigint primary key)");
      EvergreenMigrations migrations = new EvergreenMigrations(database.dataSource());
      migrations.migrate();
      migrations.migrate();
      assertThat(
              database
                  .jdbc()
                  .queryForList(
                      "select version from evergreen_schema_history"
                          + " where type = 'SQL' order by installed_rank",
                      String.class))
          .startsWith("1", "2", "3", "4", "5", "6");
      assertThat(database.jdbc().queryForObject("select count(*) from host_order", Long.class))
          .isZero();
    }
  }
}
