package org.evergreen.demo.chaos;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Plays rounds until they are over or one goes wrong, whose evidence is kept. */
final class ChaosRun {

  private final ChaosLab lab;
  private final long seed;
  private final Path report;
  private final Tally tally = new Tally();
  private final KillDeck deck;
  private final long begin = System.nanoTime();
  private int played;

  /**
   * Prepares a run.
   *
   * @param report file to which the figures are written after every round
   */
  ChaosRun(ChaosLab lab, long seed, Path report) {
    this.lab = lab;
    this.seed = seed;
    this.report = report;
    this.deck = new KillDeck(seed);
  }

  Tally tally() {
    return tally;
  }

  /** Plays until so many rounds are played in all, or one is bad. */
  ChaosReport play(int rounds, int stores) {
    ChaosReport soFar = written(Verdict.nothingYet());
    while (played < rounds && soFar.isGood()) {
      soFar = playNext(RoundPlan.of(seed, played, stores));
    }
    return soFar;
  }

  /** Plays one more round and writes the report. */
  ChaosReport playNext(RoundPlan plan) {
    long roundBegin = System.nanoTime();
    Verdict verdict;
    try {
      verdict = new ChaosRound(lab, plan, deck, tally).play(played + 1);
    } catch (RuntimeException failure) {
      failure.printStackTrace();
      verdict = broken(failure);
    }
    played++;
    ChaosReport soFar = written(verdict);
    System.out.printf(
        "Chaos round %d of seed %d: %s in %.1f s, %s%n",
        played,
        seed,
        verdict.isGood() ? "good" : "BAD",
        (System.nanoTime() - roundBegin) / 1e9,
        plan);
    if (!verdict.isGood()) {
      verdict.findings().forEach(System.out::println);
      Evidence.keep(lab, played, soFar);
    }
    return soFar;
  }

  private Verdict broken(RuntimeException failure) {
    return new Verdict(0, 0, 0, 0, 0, 0, 1, List.of("The round broke: " + failure));
  }

  private ChaosReport written(Verdict verdict) {
    ChaosReport soFar =
        new ChaosReport(
            seed,
            played,
            Duration.ofNanos(System.nanoTime() - begin),
            tally,
            new ChaosReport.Deliveries(
                lab.courier().delivered(), lab.courier().lost(), lab.mail().mails().size()),
            verdict);
    soFar.write(report);
    return soFar;
  }
}
