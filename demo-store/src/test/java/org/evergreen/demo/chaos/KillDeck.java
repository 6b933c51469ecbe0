package org.evergreen.demo.chaos;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/** The steps at which processes are killed next: every step comes before any comes again. */
final class KillDeck {

  private final Random chance;
  private final Deque<Step> deck = new ArrayDeque<>();

  KillDeck(long seed) {
    chance = new Random(seed);
  }

  Step draw() {
    if (deck.isEmpty()) {
      List<Step> steps = new ArrayList<>(List.of(Step.values()));
      Collections.shuffle(steps, chance);
      deck.addAll(steps);
    }
    return deck.pop();
  }

  /** A step that was not reached comes next. */
  void putBack(Step step) {
    deck.push(step);
  }
}
