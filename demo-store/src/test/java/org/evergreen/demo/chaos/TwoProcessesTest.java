package org.evergreen.demo.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Two real processes on one database: both work, neither does what the other does, and one takes
 * over when the other is killed. The rules come one after the other, each a cycle later.
 */
@TestMethodOrder(OrderAnnotation.class)
class TwoProcessesTest {

  private static final int SHOPPERS = 40;
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final Duration LEASE = Duration.ofMinutes(10);

  private static ChaosLab lab;

  @BeforeAll
  static void open() {
    lab = ChaosLab.open("two", 2, 0, Mutation.NONE);
    lab.populate(SHOPPERS);
  }

  @AfterAll
  static void close() {
    lab.close();
  }

  @Test
  @Order(1)
  void bothWorkAndNothingIsDoneTwice() {
    lab.clock().advanceTo(lab.nextDue());
    bothAreThere();

    await(() -> groups() == SHOPPERS && lab.dust().atWork().isEmpty());

    List<String> first = lab.fleet().active().get(0).charging();
    List<String> second = lab.fleet().active().get(1).charging();
    List<String> both = new ArrayList<>(first);
    both.addAll(second);
    assertThat(both).hasSameSizeAs(new HashSet<>(both)).hasSize(SHOPPERS);
    assertThat(first).isNotEmpty();
    assertThat(second).isNotEmpty();
    assertThat(lab.stripe().account().intents()).hasSize(SHOPPERS);
    assertThat(verdict(1)).isEmpty();
  }

  @Test
  @Order(2)
  void oneTakesOverWhatAKilledOneHadClaimedOnceItsLeaseEnds() {
    StoreProcess dies = lab.fleet().active().get(0);
    StoreProcess lives = lab.fleet().active().get(1);
    dies.ask("arm", Step.CLAIMED.name(), "1");
    lab.clock().advanceTo(lab.nextDue());
    await(() -> dies.heldAt().isPresent());
    lab.fleet().kill(dies);
    String dead = dies.heldRun() + "%";

    // What is due is left to the survivor, and what the dead one holds is left alone.
    await(() -> leasedToOthersThan(dead) == 0 && dueAndFree() == 0);
    int claimed = leasedTo(dead);
    assertThat(claimed).isPositive();
    assertThat(lives.isAlive()).isTrue();
    assertThat(groups()).isBetween(2 * SHOPPERS - claimed, 2 * SHOPPERS - 1);

    lab.clock().advance(LEASE);
    await(() -> groups() == 2 * SHOPPERS && lab.dust().atWork().isEmpty());
    assertThat(lab.stripe().account().intents()).hasSize(2 * SHOPPERS);
    assertThat(verdict(2)).isEmpty();
  }

  /** What is wrong, once banks and shoppers have done their part. */
  private static List<String> verdict(int rounds) {
    People people = new People(lab);
    await(
        () -> {
          people.act();
          lab.clock().advance(Duration.ofHours(1));
          return lab.dust().allThatIsUnfinished().isEmpty();
        });
    return BookCheck.verdict(lab.books(rounds)).findings();
  }

  private static void bothAreThere() {
    assertThat(lab.fleet().active()).hasSize(2).allMatch(StoreProcess::isAlive);
  }

  private static int groups() {
    return count("evergreen_renewal_group");
  }

  private static int leasedTo(String owner) {
    return count("evergreen_billing_account where lease_owner like ?", owner);
  }

  private static int leasedToOthersThan(String owner) {
    return count("evergreen_billing_account where lease_owner not like ?", owner);
  }

  private static int dueAndFree() {
    return count(
        "evergreen_billing_account where lease_owner is null and next_due_at <= ?",
        Timestamp.from(lab.clock().instant()));
  }

  private static int count(String what, Object... parameters) {
    return lab.database()
        .jdbc()
        .queryForObject("select count(*) from " + what, Integer.class, parameters);
  }

  private static void await(BooleanSupplier isSo) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!isSo.getAsBoolean()) {
      assertThat(System.nanoTime()).as("still: %s", lab.dust().atWork()).isLessThan(end);
      ChaosLab.pause(Duration.ofMillis(50));
    }
  }
}
