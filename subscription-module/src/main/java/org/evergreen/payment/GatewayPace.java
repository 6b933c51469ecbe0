package org.evergreen.payment;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * How fast gateways are asked. Requests get their moments in small shares, one statement for each,
 * so that a long run holds up neither another node nor a shopper for long.
 */
final class GatewayPace {

  /** The kinds of requests that gateways count apart. */
  enum Kind {
    CHARGES(GatewayLimits::chargesPerSecond),
    OTHER_REQUESTS(GatewayLimits::requestsPerSecond);

    private final ToIntFunction<GatewayLimits> perSecond;

    Kind(ToIntFunction<GatewayLimits> perSecond) {
      this.perSecond = perSecond;
    }
  }

  private final Gateways gateways;
  private final SharedRateLimit limits;
  private final Pause pause;

  GatewayPace(Gateways gateways, SharedRateLimit limits, Pause pause) {
    this.gateways = gateways;
    this.limits = limits;
    this.pause = pause;
  }

  private Optional<Integer> perSecond(String gateway, Kind kind) {
    return gateways.find(gateway).flatMap(PaymentGateway::limits).map(kind.perSecond::applyAsInt);
  }

  /**
   * Waits until a gateway takes one more request.
   *
   * @throws InterruptedException if the shop stops meanwhile
   */
  void waitForTurn(String gateway, Kind kind) throws InterruptedException {
    Optional<Integer> perSecond = perSecond(gateway, kind);
    if (perSecond.isPresent()) {
      Duration wait = limits.take(name(gateway, kind), 1, perSecond.get()).waits(0);
      if (!wait.isZero()) {
        pause.pass(wait);
      }
    }
  }

  /**
   * Hands out requests about charges one after the other, each when its gateway may be asked. A
   * shopper who is there to pay does not wait; those who are away wait for him.
   *
   * @throws InterruptedException if the shop stops meanwhile
   */
  void handOut(List<Charge> charges, Kind kind, Next next) throws InterruptedException {
    int start = 0;
    while (start < charges.size()) {
      String gateway = charges.get(start).gateway();
      Optional<Integer> perSecond = perSecond(gateway, kind);
      int end = endOfShare(charges, start, perSecond);
      if (perSecond.isPresent()) {
        handOutShare(charges.subList(start, end), kind, perSecond.get(), next);
      } else {
        charges.subList(start, end).forEach(next::go);
      }
      start = end;
    }
  }

  /** Charges of one gateway, as many as may be asked for at once. */
  private static int endOfShare(List<Charge> charges, int start, Optional<Integer> perSecond) {
    int most = perSecond.map(RateLimit::share).orElse(charges.size());
    int end = start + 1;
    while (end < charges.size()
        && end - start < most
        && charges.get(end).gateway().equals(charges.get(start).gateway())) {
      end++;
    }
    return end;
  }

  private void handOutShare(List<Charge> share, Kind kind, int perSecond, Next next)
      throws InterruptedException {
    String name = name(share.get(0).gateway(), kind);
    RateLimit.Grant grant = limits.take(name, share.size(), perSecond);
    long waited = 0;
    for (int i = 0; i < share.size(); i++) {
      long wait = grant.waits(i).toNanos();
      if (wait > waited && !isPaidNow(share.get(i), kind)) {
        pause.pass(Duration.ofNanos(wait - waited));
        waited = wait;
      }
      next.go(share.get(i));
    }
  }

  /** What was paid by a shopper may be looked up long after he has left. */
  private static boolean isPaidNow(Charge charge, Kind kind) {
    return kind == Kind.CHARGES && charge.details().shopperPresent();
  }

  /** A gateway has asked for patience. */
  void slowDown(String gateway, Kind kind) {
    perSecond(gateway, kind)
        .ifPresent(perSecond -> limits.slowDown(name(gateway, kind), perSecond));
  }

  private static String name(String gateway, Kind kind) {
    return gateway + ":" + kind.name().toLowerCase(Locale.ROOT);
  }

  /** What is done with a charge whose moment has come; it must not wait. */
  interface Next {
    void go(Charge charge);
  }
}
