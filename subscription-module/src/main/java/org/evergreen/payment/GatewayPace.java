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
   * Hands out charges one after the other, each when its gateway may be asked. A shopper who is
   * there does not wait; those who are away wait for him.
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
        handOutShare(charges.subList(start, end), name(gateway, kind), perSecond.get(), next);
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

  private void handOutShare(List<Charge> share, String name, int perSecond, Next next)
      throws InterruptedException {
    RateLimit.Grant grant = limits.take(name, share.size(), perSecond);
    long waited = 0;
    for (int i = 0; i < share.size(); i++) {
      long wait = grant.waits(i).toNanos();
      if (wait > waited && !share.get(i).details().shopperPresent()) {
        pause.pass(Duration.ofNanos(wait - waited));
        waited = wait;
      }
      next.go(share.get(i));
    }
  }

  /** The gateway of a charge has asked for patience. */
  void slowDown(Charge charge, Kind kind) {
    perSecond(charge.gateway(), kind)
        .ifPresent(perSecond -> limits.slowDown(name(charge.gateway(), kind), perSecond));
  }

  private static String name(String gateway, Kind kind) {
    return gateway + ":" + kind.name().toLowerCase(Locale.ROOT);
  }

  /** What is done with a charge whose moment has come; it must not wait. */
  interface Next {
    void go(Charge charge);
  }
}
