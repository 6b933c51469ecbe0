package org.evergreen.payment.stripe.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.stripe.Stripe;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Stripe's API over HTTP, as far as the shop uses it. A request that Stripe would not understand is
 * answered with 400 and kept in {@link #violations()}, which a test expects to be empty.
 */
public final class StripeDouble implements AutoCloseable {

  /** The only secret key that it takes. */
  public static final String SECRET_KEY = "sk_test_double";

  /** The only key that it takes from browsers, for what they have a client secret of. */
  public static final String PUBLISHABLE_KEY = "pk_test_double";

  /** What it signs webhooks with. */
  public static final String WEBHOOK_SECRET = "whsec_double";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final RequestSchemas schemas = new RequestSchemas();
  private final List<String> violations = new CopyOnWriteArrayList<>();
  private final List<Operation> requests = new CopyOnWriteArrayList<>();
  private final Faults faults = new Faults();
  private final MovableClock clock;
  private final Webhooks webhooks;
  private final Control control;
  private volatile Replays replays = new Replays();
  private volatile StripeAccount account;

  private StripeDouble(Clock given, int port) {
    this.clock = new MovableClock(given);
    this.account = new StripeAccount(clock);
    this.webhooks = new Webhooks(clock);
    this.control = new Control(this, clock);
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** A double on a free port of this machine. */
  public static StripeDouble start(Clock clock) {
    return new StripeDouble(clock, 0);
  }

  /** A double on a known port of this machine, for processes that outlive it. */
  public static StripeDouble start(Clock clock, int port) {
    return new StripeDouble(clock, port);
  }

  /**
   * Starts it by hand: {@code java org.evergreen.payment.stripe.wire.StripeDouble 12111}.
   *
   * @param arguments the port
   */
  public static void main(String[] arguments) {
    int port = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 12111;
    StripeDouble stripe = start(Clock.systemUTC(), port);
    System.out.println("Stripe's double is at " + stripe.url());
  }

  public URI url() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  public StripeAccount account() {
    return account;
  }

  public Faults faults() {
    return faults;
  }

  /** What was wrong with requests, in Stripe's eyes. */
  public List<String> violations() {
    return List.copyOf(violations);
  }

  /** All requests that arrived, first to last. */
  public List<Operation> requests() {
    return List.copyOf(requests);
  }

  /**
   * Sends the webhooks that were not delivered yet.
   *
   * @param most how often each comes, at most
   * @param chance decides how often each comes, and in what order
   * @return how many requests the shop accepted
   */
  public int deliver(URI shop, String secret, int most, Random chance) {
    return webhooks.deliver(account.events(), shop, secret, most, chance);
  }

  /** Has the next delivery send again what was delivered, as Stripe may. */
  public void forgetDeliveries() {
    webhooks.forget();
  }

  /** Forgets the idempotency keys, as Stripe does after a day. */
  public void forgetKeys() {
    replays.forget();
  }

  /** Begins anew: an empty account, no faults. */
  public void empty() {
    faults.none();
    account = new StripeAccount(clock);
    replays = new Replays();
    violations.clear();
    requests.clear();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      WireRequest request = WireRequest.of(exchange);
      Optional<Answer> own = own(request);
      if (own.isPresent()) {
        send(exchange, new Replays.Replay(own.get(), false));
        return;
      }
      Optional<Operation> operation = Operation.of(request.method(), request.path());
      if (operation.isEmpty()) {
        violations.add("Nobody knows " + request.method() + " " + request.path());
        Answer unknown = Answer.invalid("resource_missing", "id", "Unrecognized request URL");
        send(exchange, new Replays.Replay(unknown, false));
        return;
      }
      requests.add(operation.get());
      answer(exchange, request, operation.get());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** What is not asked by the shop's server: control, the script and shoppers' browsers. */
  private Optional<Answer> own(WireRequest request) {
    if (request.path().startsWith("/control/")) {
      return Optional.of(control.answer(request.path(), request.parameters()));
    }
    if (StandIn.has(request.path())) {
      return Optional.of(StandIn.answer(request.path(), url()));
    }
    ObjectNode parameters = request.parameters();
    return parameters.path("key").asText().equals(PUBLISHABLE_KEY)
        ? Optional.of(account.browser(request.path(), parameters))
        : Optional.empty();
  }

  private void answer(HttpExchange exchange, WireRequest request, Operation operation)
      throws IOException, InterruptedException {
    Fault fault = faults.of(operation);
    switch (fault) {
      case DROPPED_BEFORE -> {
        return;
      }
      case TOO_MANY -> send(exchange, new Replays.Replay(Answer.tooMany(), false));
      case ERROR_BEFORE -> send(exchange, new Replays.Replay(Answer.serverError(), false));
      default -> {
        Replays.Replay replay = executed(request, operation, fault == Fault.ERROR_AFTER);
        if (fault == Fault.LATE) {
          faults.holdBack();
        }
        if (fault == Fault.GARBAGE) {
          send(exchange, new Replays.Replay(Answer.garbage(), false));
        } else if (fault != Fault.DROPPED_AFTER) {
          send(exchange, replay);
        }
      }
    }
  }

  private Replays.Replay executed(WireRequest request, Operation operation, boolean errorAfter) {
    if (!request.bears(SECRET_KEY)) {
      return new Replays.Replay(Answer.wrongKey(), false);
    }
    List<String> faultsFound = faultsIn(request, operation);
    if (!faultsFound.isEmpty()) {
      violations.addAll(faultsFound);
      Answer refused = Answer.invalid("parameter_invalid", "", String.join("; ", faultsFound));
      return new Replays.Replay(refused, false);
    }
    String id = operation.idIn(request.path());
    ObjectNode parameters = request.parameters();
    if (!operation.changes()) {
      return new Replays.Replay(account.execute(operation, id, parameters), false);
    }
    return replays.answer(
        request.idempotencyKey(),
        new Replays.Request(request.path(), parameters.deepCopy()),
        () -> {
          Answer answer = account.execute(operation, id, parameters);
          return errorAfter ? Answer.serverError() : answer;
        });
  }

  private List<String> faultsIn(WireRequest request, Operation operation) {
    List<String> found = new ArrayList<>(schemas.faults(operation, request.parameters()));
    if (operation.changes() && request.idempotencyKey().isEmpty()) {
      found.add(operation + ": has no Idempotency-Key");
    }
    if (request.idempotencyKey().length() > 255) {
      found.add(operation + ": has an Idempotency-Key of more than 255 characters");
    }
    if (!request.version().equals(Stripe.API_VERSION)) {
      found.add(operation + ": is of API version '" + request.version() + "'");
    }
    return found;
  }

  private static void send(HttpExchange exchange, Replays.Replay replay) throws IOException {
    byte[] body = replay.answer().body().getBytes(StandardCharsets.UTF_8);
    String type = StandIn.typeOf(replay.answer());
    exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
    exchange.getResponseHeaders().set("Access-Control-Allow-Origin", "*");
    exchange.getResponseHeaders().set("Request-Id", "req_double");
    if (replay.answer().status() == 429) {
      exchange.getResponseHeaders().set("Stripe-Rate-Limited-Reason", "endpoint-rate");
    }
    if (replay.again()) {
      exchange.getResponseHeaders().set("Idempotent-Replayed", "true");
    }
    exchange.sendResponseHeaders(replay.answer().status(), body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    faults.none();
    server.stop(0);
    threads.shutdownNow();
  }
}
