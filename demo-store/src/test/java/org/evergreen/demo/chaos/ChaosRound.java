package org.evergreen.demo.chaos;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * One cycle of all subscriptions: they fall due in a storm of faults; then the faults end, people
 * do their part, time goes on, and everything must be as it should.
 */
final class ChaosRound {

  private static final Duration LOOK_AROUND = Duration.ofMillis(40);
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  /** For processes on a loaded machine. */
  private static final Duration LONGER_STORM = Duration.ofSeconds(4);

  /** What takes longer is worth a line. */
  private static final Duration SLOW = Duration.ofSeconds(10);

  /** What is due again after a cycle belongs to the next round. */
  private static final Duration LONGEST_ROUND = Duration.ofDays(Population.CYCLE_DAYS - 2L);

  private final ChaosLab lab;
  private final RoundPlan plan;
  private final KillDeck deck;
  private final Tally tally;
  private final GatewayWeather weather;
  private final People people;
  private final Map<StoreProcess, Step> armed = new HashMap<>();
  private final List<Duration> randomKills;
  private Instant limit;
  private boolean databaseCrashes;

  ChaosRound(ChaosLab lab, RoundPlan plan, KillDeck deck, Tally tally) {
    this.lab = lab;
    this.plan = plan;
    this.deck = deck;
    this.tally = tally;
    this.weather = new GatewayWeather(lab.stripe(), tally);
    this.people = new People(lab);
    this.randomKills = new ArrayList<>(plan.randomKills());
    this.databaseCrashes = plan.databaseCrash().isPresent();
  }

  /**
   * Plays the round.
   *
   * @param number how often the subscriptions will have been due by the end, from 1
   */
  Verdict play(int number) {
    lab.fleet().fill();
    lab.courier().seed(plan.seed());
    people.runOutOfMoney();
    arm();
    weather.storm(plan.seed(), plan.faultRate());
    Instant due = lab.nextDue();
    limit = due.plus(LONGEST_ROUND);
    lab.clock().advanceTo(due);
    storm();
    calm();
    settleDown("what was begun ends", Duration.ofMinutes(4), this::nothingIsAtWork);
    people.haveMoney();
    settleDown("all is paid", Duration.ofHours(2), this::everythingIsPaid);
    settleDown("all is told", Duration.ofMinutes(20), this::nothingIsAtWork);
    return BookCheck.verdict(lab.books(number));
  }

  private void arm() {
    List<StoreProcess> stores = lab.fleet().active();
    for (int i = 0; i < plan.passes().size() && i < stores.size(); i++) {
      Step step = deck.draw();
      stores.get(i).ask("arm", step.name(), plan.passes().get(i).toString());
      armed.put(stores.get(i), step);
    }
  }

  private void storm() {
    long begin = System.nanoTime();
    Duration elapsed = Duration.ZERO;
    for (int look = 0; isStormy(elapsed); look++) {
      killTheHeld();
      killAtRandom(elapsed);
      crashDatabase(elapsed);
      lab.fleet().promote();
      if (look % 8 == 7) {
        weather.letGo();
      }
      lab.clock().advance(plan.pace());
      ChaosLab.pause(LOOK_AROUND);
      elapsed = Duration.ofNanos(System.nanoTime() - begin);
    }
    killTheHeld();
  }

  /** It goes on for a while when somebody has not come to the step that he is to die at. */
  private boolean isStormy(Duration elapsed) {
    Duration end = armed.isEmpty() ? plan.storm() : plan.storm().plus(LONGER_STORM);
    return elapsed.compareTo(end) < 0;
  }

  private void killTheHeld() {
    for (StoreProcess store : lab.fleet().active()) {
      if (store.heldAt().isPresent()) {
        armed.remove(store);
        kill(store, store.heldAt().get().name());
      }
    }
  }

  private void killAtRandom(Duration elapsed) {
    boolean isTime = randomKills.removeIf(when -> when.compareTo(elapsed) <= 0);
    List<StoreProcess> stores = lab.fleet().active();
    if (isTime && !stores.isEmpty()) {
      StoreProcess store = stores.get((int) Math.floorMod(plan.seed(), (long) stores.size()));
      kill(store, "AT_RANDOM");
    }
  }

  private void kill(StoreProcess store, String where) {
    lab.fleet().kill(store);
    tally.kill(where);
    Step missed = armed.remove(store);
    if (missed != null) {
      deck.putBack(missed);
    }
  }

  private void crashDatabase(Duration elapsed) {
    if (databaseCrashes && plan.databaseCrash().get().compareTo(elapsed) <= 0) {
      databaseCrashes = false;
      lab.database().crash();
      tally.databaseCrash();
    }
  }

  private void calm() {
    weather.calm();
    for (StoreProcess store : lab.fleet().active()) {
      store.ask("disarm");
    }
    armed.values().forEach(deck::putBack);
    lab.fleet().atLeastOne();
  }

  private boolean nothingIsAtWork() {
    return lab.courier().isIdle() && lab.dust().atWork().isEmpty();
  }

  private boolean everythingIsPaid() {
    people.act();
    return lab.dust().isAllPaid();
  }

  /**
   * Lets time go on, whenever nothing moves by itself, until it is so. When it never is, the check
   * says what is missing.
   */
  private void settleDown(String what, Duration step, BooleanSupplier isSo) {
    long begin = System.nanoTime();
    Duration elapsed = Duration.ZERO;
    List<String> before = List.of();
    while (!isSo.getAsBoolean() && elapsed.compareTo(PATIENCE) < 0) {
      List<String> left = lab.dust().allThatIsUnfinished();
      if (left.equals(before) && lab.clock().instant().plus(step).isBefore(limit)) {
        lab.clock().advance(step);
      }
      before = left;
      lab.fleet().promote();
      ChaosLab.pause(LOOK_AROUND.multipliedBy(2));
      elapsed = Duration.ofNanos(System.nanoTime() - begin);
    }
    if (elapsed.compareTo(SLOW) > 0) {
      System.out.printf(
          "%s: after %s, left: %s%n", what, elapsed, lab.dust().allThatIsUnfinished());
    }
  }
}
