package org.evergreen.payment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The gateways of the shop. The first takes new payment methods; the others serve stored ones. */
public final class Gateways {

  private final PaymentGateway first;
  private final Map<String, PaymentGateway> byName = new LinkedHashMap<>();

  public Gateways(List<PaymentGateway> gateways) {
    if (gateways.isEmpty()) {
      throw new IllegalArgumentException("No payment gateway is set up");
    }
    first = gateways.get(0);
    gateways.forEach(gateway -> byName.put(gateway.name(), gateway));
  }

  public PaymentGateway forNewMethods() {
    return first;
  }

  /** The gateway with this name; empty if the shop no longer has it. */
  public Optional<PaymentGateway> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** The names of all gateways of the shop. */
  public Set<String> names() {
    return Set.copyOf(byName.keySet());
  }

  /**
   * The gateway that keeps a stored method.
   *
   * @throws IllegalStateException if the shop no longer has it
   */
  public PaymentGateway named(String name) {
    PaymentGateway gateway = byName.get(name);
    if (gateway == null) {
      throw new IllegalStateException(
          "The payment gateway '" + name + "' is not set up; set up are " + byName.keySet());
    }
    return gateway;
  }
}
