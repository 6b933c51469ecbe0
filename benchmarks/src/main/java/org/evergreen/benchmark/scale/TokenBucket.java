package org.evergreen.benchmark.scale;

/** A gateway's limit: so many requests a second, and some at once after a pause. */
final class TokenBucket {

  private final double perSecond;
  private final double size;
  private double tokens;

  TokenBucket(double perSecond, double burst) {
    this.perSecond = perSecond;
    this.size = burst;
    this.tokens = burst;
  }

  /**
   * Takes as many tokens as there are within some time, from its start on.
   *
   * @return how many were had, at most as many as wanted
   */
  double take(double wanted, double seconds) {
    double there = tokens + perSecond * seconds;
    double taken = Math.min(wanted, there);
    tokens = Math.min(size, there - taken);
    return taken;
  }
}
