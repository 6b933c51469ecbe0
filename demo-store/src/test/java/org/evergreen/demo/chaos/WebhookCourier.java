package org.evergreen.demo.chaos;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.evergreen.payment.stripe.wire.StripeAccount;

/**
 * Delivers the webhooks of the gateway: each event between once and five times, in an order of its
 * own, to any process of the store, and again until one of them has taken it. One in twelve is lost
 * for good.
 */
final class WebhookCourier implements AutoCloseable {

  static final String SECRET = "whsec_chaos";

  private static final Duration PAUSE = Duration.ofMillis(30);
  private static final int MOST_COPIES = 5;
  private static final int LONGEST_DELAY_MILLIS = 1200;
  private static final int RETRY_MILLIS = 300;
  private static final int ONE_LOST_IN = 12;

  /** A copy of an event on its way. */
  private static final class Letter {

    private final String body;
    private final boolean mustArrive;
    private long notBefore;

    private Letter(String body, boolean mustArrive, long notBefore) {
      this.body = body;
      this.mustArrive = mustArrive;
      this.notBefore = notBefore;
    }
  }

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private final StripeAccount account;
  private final Supplier<List<StoreProcess>> stores;
  private final Clock clock;
  private final List<Letter> letters = new ArrayList<>();
  private final Thread thread = new Thread(this::run, "webhook courier");
  private Random random = new Random(0);
  private int had;
  private int delivered;
  private int lost;
  private boolean welcome;

  WebhookCourier(StripeAccount account, Supplier<List<StoreProcess>> stores, Clock clock) {
    this.account = account;
    this.stores = stores;
    this.clock = clock;
    thread.setDaemon(true);
    thread.start();
  }

  synchronized void seed(long seed) {
    random = new Random(seed);
  }

  synchronized int delivered() {
    return delivered;
  }

  /** Events that nobody was told of. */
  synchronized int lost() {
    return lost;
  }

  /** Looks whether the store has a door for webhooks; without one nothing is delivered. */
  void knock() {
    boolean answered = post("{}", "t=1,v1=00") == 400;
    synchronized (this) {
      welcome = answered;
    }
  }

  synchronized boolean isWelcome() {
    return welcome;
  }

  /** Whether everything that has happened was told. */
  synchronized boolean isIdle() {
    collect();
    return letters.stream().noneMatch(letter -> letter.mustArrive);
  }

  private void run() {
    while (!Thread.currentThread().isInterrupted()) {
      Letter letter = next();
      if (letter == null) {
        LockSupport.parkNanos(PAUSE.toNanos());
      } else {
        deliver(letter);
      }
    }
  }

  private synchronized Letter next() {
    collect();
    long now = System.nanoTime();
    for (int i = 0; i < letters.size(); i++) {
      if (letters.get(i).notBefore - now <= 0) {
        return letters.get(i);
      }
    }
    return null;
  }

  private void collect() {
    if (!welcome) {
      return;
    }
    for (String body : account.eventsAfter(had)) {
      had++;
      if (random.nextInt(ONE_LOST_IN) == 0) {
        lost++;
      } else {
        write(body);
      }
    }
  }

  private void write(String body) {
    int copies = 1 + random.nextInt(MOST_COPIES);
    for (int copy = 0; copy < copies; copy++) {
      long delay = Duration.ofMillis(random.nextInt(LONGEST_DELAY_MILLIS)).toNanos();
      letters.add(
          random.nextInt(letters.size() + 1),
          new Letter(body, copy == 0, System.nanoTime() + delay));
    }
  }

  private void deliver(Letter letter) {
    boolean taken = post(letter.body, signature(letter.body)) == 200;
    synchronized (this) {
      if (taken) {
        delivered++;
      }
      if (taken || !letter.mustArrive) {
        letters.remove(letter);
      } else {
        letter.notBefore = System.nanoTime() + Duration.ofMillis(RETRY_MILLIS).toNanos();
      }
    }
  }

  /** Posts to any store; answers the status, or 0 when there was none. */
  private int post(String body, String signature) {
    List<StoreProcess> up = stores.get().stream().filter(StoreProcess::isReady).toList();
    if (up.isEmpty()) {
      return 0;
    }
    int chosen;
    synchronized (this) {
      chosen = random.nextInt(up.size());
    }
    URI address = URI.create("http://localhost:" + up.get(chosen).port() + "/webhooks/stripe");
    return post(address, body, signature);
  }

  private int post(URI address, String body, String signature) {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(Duration.ofSeconds(5))
            .header("Content-Type", "application/json")
            .header("Stripe-Signature", signature)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      return client.send(request, BodyHandlers.discarding()).statusCode();
    } catch (IOException killed) {
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  private String signature(String body) {
    long now = clock.instant().getEpochSecond();
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      byte[] signed = mac.doFinal((now + "." + body).getBytes(StandardCharsets.UTF_8));
      return "t=" + now + ",v1=" + HexFormat.of().formatHex(signed);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Every Java has HmacSHA256", impossible);
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
