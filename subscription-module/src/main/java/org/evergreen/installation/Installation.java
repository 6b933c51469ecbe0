package org.evergreen.installation;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

/**
 * A shop's place in the world.
 *
 * @param baseUrl where it is on the web
 * @param id its installation id, which no database holds that is copied
 */
public record Installation(String baseUrl, String id) {

  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final Set<Integer> USUAL_PORTS = Set.of(-1, 80, 443);

  /** Whether both are the same shop: the id and the address are the same. */
  public boolean isSameAs(Installation other) {
    return id.equals(other.id) && isAtSameAddressAs(other);
  }

  /**
   * Whether both are at one address. A shop that moves from http to https stays where it is, and
   * the ports of an address without a name on the web say nothing.
   */
  public boolean isAtSameAddressAs(Installation other) {
    return place(baseUrl).equals(place(other.baseUrl));
  }

  private static String place(String url) {
    URI address = URI.create(url);
    String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
    String path = String.valueOf(address.getPath()).replaceAll("/+$", "");
    if (THIS_MACHINE.contains(host)) {
      return "this machine" + path;
    }
    String port = USUAL_PORTS.contains(address.getPort()) ? "" : ":" + address.getPort();
    return host + port + path;
  }

  @Override
  public String toString() {
    return baseUrl + " (installation " + id + ")";
  }
}
