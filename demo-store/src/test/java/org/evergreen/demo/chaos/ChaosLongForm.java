package org.evergreen.demo.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The long form, which only the profile {@code chaos} runs: {@code mvn -Pchaos -Dchaos.seed=1
 * -Dchaos.rounds=200 -pl demo-store -am verify}.
 */
class ChaosLongForm {

  private static final int STORES = 2;
  private static final int SPARES = 2;

  @Test
  void everythingIsSettledExactlyOnce() {
    long seed = Long.getLong("chaos.seed", System.currentTimeMillis() % 1_000_000);
    int rounds = Integer.getInteger("chaos.rounds", 20);
    try (ChaosLab lab = ChaosLab.open("long", STORES, SPARES, Mutation.NONE)) {
      lab.populate(12);
      Path report = Path.of("target", "chaos-report.json");
      ChaosReport result = new ChaosRun(lab, seed, report).play(rounds, STORES);
      System.out.println(result.json());
      assertThat(result.verdict().findings()).as("seed %d", seed).isEmpty();
      assertThat(result.rounds()).isEqualTo(rounds);
      assertThat(lab.stripe().violations()).isEmpty();
    }
  }
}
