package org.evergreen.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.evergreen.testing.StepClock;
import org.evergreen.testing.TestDatabase;
import org.evergreen.time.ShopTime;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Nodes that share a limit through the database. */
class SharedRateLimitTest {

  private static final TestDatabase DATABASE = TestDatabase.migrated();

  private final StepClock clock = StepClock.at("2026-01-31T12:00:00Z");

  @BeforeEach
  void empty() {
    DATABASE.empty();
  }

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  private SharedRateLimit node() {
    TransactionTemplate transactions =
        new TransactionTemplate(new DataSourceTransactionManager(DATABASE.dataSource()));
    return new SharedRateLimit(transactions, DATABASE.jdbc(), new ShopTime(clock, ZoneOffset.UTC));
  }

  @Test
  void nodesWaitForEachOther() {
    node().take("stripe:charges", 5, 25);

    assertThat(node().take("stripe:charges", 1, 25).waits(0)).isZero();
    assertThat(node().take("stripe:charges", 1, 25).waits(0)).isEqualTo(Duration.ofMillis(40));
    assertThat(node().take("stripe:other_requests", 1, 75).waits(0)).isZero();
  }

  @Test
  void noMomentIsGivenTwiceHoweverManyAskAtOnce() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<Callable<Instant>> nodes = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      nodes.add(() -> node().take("stripe:charges", 1, 25).from());
    }
    List<Instant> moments = new ArrayList<>();
    for (Future<Instant> moment : threads.invokeAll(nodes)) {
      moments.add(moment.get());
    }
    threads.shutdown();

    assertThat(moments).doesNotHaveDuplicates().hasSize(40);
  }

  @Test
  void patienceIsAskedOfAllNodes() {
    node().slowDown("stripe:charges", 25);

    assertThat(node().take("stripe:charges", 1, 25).waits(0)).isEqualTo(Duration.ofSeconds(1));
    clock.advance(RateLimit.GROWS_BACK);
    assertThat(node().take("stripe:charges", 6, 25).waits(5)).isZero();
  }
}
