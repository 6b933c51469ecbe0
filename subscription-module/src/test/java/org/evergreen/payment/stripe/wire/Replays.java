package org.evergreen.payment.stripe.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Idempotency keys as Stripe keeps them: the first answer under a key, also a server error, is the
 * answer to every later request with the same parameters; other parameters are refused.
 */
final class Replays {

  private static final Answer UNDER_WAY = new Answer(0, "");

  private record Kept(Request request, Answer answer) {}

  /** Compared as Stripe does it: whatever the order of the parameters. */
  record Request(String path, ObjectNode parameters) {}

  private final Map<String, Kept> byKey = new ConcurrentHashMap<>();

  /** An answer, and whether it was given before. */
  record Replay(Answer answer, boolean again) {}

  Replay answer(String key, Request request, Supplier<Answer> first) {
    Kept known = byKey.putIfAbsent(key, new Kept(request, UNDER_WAY));
    if (known == null) {
      return new Replay(execute(key, request, first), false);
    }
    if (!known.request().equals(request)) {
      return new Replay(Answer.keyUsedOtherwise(key), false);
    }
    return known.answer() == UNDER_WAY
        ? new Replay(Answer.keyInUse(), false)
        : new Replay(known.answer(), true);
  }

  private Answer execute(String key, Request request, Supplier<Answer> first) {
    Answer answer = null;
    try {
      answer = first.get();
      return answer;
    } finally {
      if (answer == null) {
        byKey.remove(key);
      } else {
        byKey.put(key, new Kept(request, answer));
      }
    }
  }

  /** As after a day. */
  void forget() {
    byKey.clear();
  }
}
