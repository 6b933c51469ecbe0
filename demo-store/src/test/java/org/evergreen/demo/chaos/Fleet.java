package org.evergreen.demo.chaos;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/**
 * The processes of the store: some that work, and one that is started already and waits to take the
 * place of the next that is killed.
 */
final class Fleet implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(240);

  private final List<String> settings;
  private final Path logs;
  private final int size;
  private final int spareSize;
  private final List<StoreProcess> active = new CopyOnWriteArrayList<>();
  private final List<StoreProcess> spares = new ArrayList<>();
  private int started;

  Fleet(List<String> settings, Path logs, int size, int spareSize) {
    this.settings = settings;
    this.logs = logs;
    this.size = size;
    this.spareSize = spareSize;
  }

  /** Those that work. */
  List<StoreProcess> active() {
    return List.copyOf(active);
  }

  /** Any that works. */
  StoreProcess any() {
    return active.get(0);
  }

  /** Prepares the database and starts everybody. */
  void open() {
    ChildJvm.get().warmUp(settings, logs.resolve("warm-up.log"));
    fill();
  }

  /** Waits until as many work as there should be. */
  void fill() {
    await(size);
  }

  /** Waits until somebody works. */
  void atLeastOne() {
    await(1);
  }

  private void await(int number) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    promote();
    while (active.size() < number) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("No process of the store comes up; see " + logs);
      }
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
      promote();
    }
  }

  /** Replaces those that were killed by those that are ready, and starts new ones to wait. */
  void promote() {
    active.removeIf(store -> !store.isAlive());
    spares.removeIf(store -> !store.isAlive());
    for (StoreProcess spare : List.copyOf(spares)) {
      if (active.size() < size && spare.isReady()) {
        spares.remove(spare);
        spare.ask("jobs", "on");
        active.add(spare);
      }
    }
    while (active.size() + spares.size() < size + spareSize) {
      spares.add(start());
    }
  }

  private StoreProcess start() {
    started++;
    String name = "store-" + started;
    return StoreProcess.start(name, settings, logs.resolve(name + ".log"));
  }

  /** Puts a process to death, whatever it is doing. */
  void kill(StoreProcess store) {
    store.kill();
    active.remove(store);
  }

  @Override
  public void close() {
    active.forEach(StoreProcess::close);
    spares.forEach(StoreProcess::close);
  }
}
