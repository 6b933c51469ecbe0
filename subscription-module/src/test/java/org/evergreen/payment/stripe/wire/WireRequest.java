package org.evergreen.payment.stripe.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * A request as it came over the wire.
 *
 * @param version of Stripe's API that the client was made for
 */
record WireRequest(
    String method,
    String path,
    ObjectNode parameters,
    String authorization,
    String idempotencyKey,
    String version) {

  static WireRequest of(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String query = Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), "");
    return new WireRequest(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getPath(),
        Parameters.parse(body.isEmpty() ? query : body),
        header(exchange, "Authorization"),
        header(exchange, "Idempotency-Key"),
        header(exchange, "Stripe-Version"));
  }

  boolean bears(String secretKey) {
    return authorization.equals("Bearer " + secretKey);
  }

  private static String header(HttpExchange exchange, String name) {
    return Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst(name), "");
  }
}
