package org.evergreen.payment.stripe.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Sends the account's events to a shop, signed as Stripe signs them. An event that the shop has not
 * answered with 2xx is sent again with the next delivery.
 */
public final class Webhooks {

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final JsonMapper json = JsonMapper.builder().build();
  private final Set<String> delivered = new HashSet<>();
  private final Clock clock;

  Webhooks(Clock clock) {
    this.clock = clock;
  }

  /**
   * Sends what was not delivered yet.
   *
   * @param events bodies, first to last
   * @param most how often each event comes, at most; at least once
   * @param chance decides how often each comes, and the order of all
   * @return how many requests the shop answered with 2xx
   */
  public synchronized int deliver(
      List<String> events, URI shop, String secret, int most, Random chance) {
    List<String> wire = new ArrayList<>();
    for (String event : events) {
      if (!delivered.contains(id(event))) {
        wire.addAll(Collections.nCopies(1 + chance.nextInt(Math.max(1, most)), event));
      }
    }
    Collections.shuffle(wire, chance);
    int accepted = 0;
    for (String event : wire) {
      if (post(shop, event, secret)) {
        delivered.add(id(event));
        accepted++;
      }
    }
    return accepted;
  }

  synchronized void forget() {
    delivered.clear();
  }

  /** Value of the header {@code Stripe-Signature} for a body, signed now. */
  public static String signature(String body, String secret, Clock clock) {
    long now = clock.instant().getEpochSecond();
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      byte[] signed = mac.doFinal((now + "." + body).getBytes(StandardCharsets.UTF_8));
      return "t=" + now + ",v1=" + HexFormat.of().formatHex(signed);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private boolean post(URI shop, String body, String secret) {
    HttpRequest request =
        HttpRequest.newBuilder(shop)
            .timeout(Duration.ofSeconds(20))
            .header("Content-Type", "application/json; charset=utf-8")
            .header("Stripe-Signature", signature(body, secret, clock))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      return status / 100 == 2;
    } catch (IOException notThere) {
      return false;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private String id(String event) {
    try {
      JsonNode read = json.readTree(event);
      return read.path("id").asText();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
