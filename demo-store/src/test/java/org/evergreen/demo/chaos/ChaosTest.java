package org.evergreen.demo.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The short form of the chaos test: every named step is killed at once, from a fixed seed. */
class ChaosTest {

  private static final long SEED = 4;
  private static final int STORES = 2;
  private static final int SPARES = 1;
  private static final int SHOPPERS = 8;
  private static final int MOST_ROUNDS = 14;

  @Test
  void storeThatIsKilledAtEveryStepChargesEverybodyOnce() {
    try (ChaosLab lab = ChaosLab.open("short", STORES, SPARES, Mutation.NONE)) {
      lab.populate(SHOPPERS);
      ChaosRun run = new ChaosRun(lab, SEED, Path.of("target", "chaos-report-short.json"));
      ChaosReport report = run.play(1, STORES);
      while (report.isGood() && !everyStep(run) && report.rounds() < MOST_ROUNDS) {
        report = run.play(report.rounds() + 1, STORES);
      }

      assertThat(report.verdict().findings()).isEmpty();
      assertThat(run.tally().kills()).containsKeys(steps().toArray(String[]::new));
      assertThat(lab.stripe().violations()).isEmpty();
    }
  }

  @Test
  void storeThatDoesThingsTwiceIsFoundOut() {
    try (ChaosLab lab = ChaosLab.open("mutation", 1, 0, Mutation.TWICE)) {
      lab.populate(4);
      ChaosRun run = new ChaosRun(lab, SEED, Path.of("target", "chaos-report-mutation.json"));

      Verdict verdict = run.playNext(RoundPlan.of(SEED, 0, 1).inPeace()).verdict();

      assertThat(verdict.doubleCharges()).isPositive();
      assertThat(verdict.bookDifference()).isPositive();
      assertThat(verdict.duplicateNotices()).isPositive();
    }
  }

  private static boolean everyStep(ChaosRun run) {
    return run.tally().kills().keySet().containsAll(steps());
  }

  private static List<String> steps() {
    return Arrays.stream(Step.values()).map(Step::name).toList();
  }
}
