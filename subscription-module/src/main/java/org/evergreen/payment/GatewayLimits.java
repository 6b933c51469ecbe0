package org.evergreen.payment;

/**
 * How many requests a gateway takes from all nodes of the shop together.
 *
 * @param chargesPerSecond new charges
 * @param requestsPerSecond requests of every other kind
 */
public record GatewayLimits(int chargesPerSecond, int requestsPerSecond) {

  public GatewayLimits {
    if (chargesPerSecond < 1 || requestsPerSecond < 1) {
      throw new IllegalArgumentException(
          "A gateway takes at least one request per second, not "
              + chargesPerSecond
              + " charges and "
              + requestsPerSecond
              + " other requests");
    }
  }
}
