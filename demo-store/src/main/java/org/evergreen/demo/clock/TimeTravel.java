package org.evergreen.demo.clock;

import jakarta.annotation.PreDestroy;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.evergreen.time.ShopTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Moves the demo's clock forward, one journey at a time, stopping at every moment at which a
 * renewal is due and at noon of every day, when reminders of the day are due, too: a year's jump
 * renews a monthly subscription twelve times on its own dates.
 */
@Component
@Profile("demo & !production")
public class TimeTravel {

  private static final Logger log = LoggerFactory.getLogger(TimeTravel.class);

  private final DemoClock clock;
  private final ShopTime time;
  private final DueWork work;
  private final ChargeTally tally;
  private final JdbcClient jdbc;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "demo-clock");
            thread.setDaemon(true);
            return thread;
          });
  private final AtomicBoolean travelling = new AtomicBoolean();
  private final AtomicReference<Journey> latest = new AtomicReference<>();

  TimeTravel(DemoClock clock, ShopTime time, DueWork work, ChargeTally tally, JdbcClient jdbc) {
    this.clock = clock;
    this.time = time;
    this.work = work;
    this.tally = tally;
    this.jdbc = jdbc;
  }

  /**
   * Sets out.
   *
   * @return false when the clock is on its way already
   */
  public boolean setOut(Instant target) {
    if (!travelling.compareAndSet(false, true)) {
      return false;
    }
    Leg leg = new Leg(time.now(), target, orders(), mails());
    tally.reset();
    latest.set(journey(leg, Journey.State.UNDER_WAY, ""));
    worker.execute(() -> travel(leg));
    return true;
  }

  /** The journey that is under way, or the last one. */
  public Optional<Journey> latest() {
    return Optional.ofNullable(latest.get());
  }

  private void travel(Leg leg) {
    try {
      while (time.now().isBefore(leg.target())) {
        clock.advanceTo(nextStop(leg.target()));
        work.doIt();
        latest.set(journey(leg, Journey.State.UNDER_WAY, ""));
      }
      latest.set(journey(leg, Journey.State.ARRIVED, ""));
    } catch (RuntimeException failure) {
      log.error("The demo's clock stopped at {}", time.now(), failure);
      String problem = "It stopped because of an error; the log of the store tells more.";
      latest.set(journey(leg, Journey.State.STOPPED, problem));
    } finally {
      travelling.set(false);
    }
  }

  /** What is late already cannot be waited for; it is tried again at every stop. */
  private Instant nextStop(Instant target) {
    Instant now = time.now();
    Instant noon = nextNoon(now);
    Instant stop = work.nextDueAt().filter(due -> due.isAfter(now)).orElse(noon);
    Instant nearest = stop.isBefore(noon) ? stop : noon;
    return nearest.isBefore(target) ? nearest : target;
  }

  private Instant nextNoon(Instant now) {
    ZonedDateTime noon = time.today().atTime(LocalTime.NOON).atZone(time.zone());
    return noon.toInstant().isAfter(now) ? noon.toInstant() : noon.plusDays(1).toInstant();
  }

  private Journey journey(Leg leg, Journey.State state, String problem) {
    return new Journey(
        state,
        leg.from(),
        leg.target(),
        time.now(),
        tally.paid(),
        tally.amount(),
        tally.refused(),
        orders() - leg.ordersBefore(),
        mails() - leg.mailsBefore(),
        tally.notes(),
        problem);
  }

  private int orders() {
    return count("select count(*) from demo_order where renewal");
  }

  private int mails() {
    return count("select count(*) from demo_mail");
  }

  private int count(String sql) {
    return jdbc.sql(sql).query(Integer.class).single();
  }

  @PreDestroy
  void stop() {
    worker.shutdownNow();
  }

  private record Leg(Instant from, Instant target, int ordersBefore, int mailsBefore) {}
}
