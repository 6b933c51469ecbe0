package org.evergreen.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.evergreen.payment.GatewayEvent;
import org.evergreen.payment.MethodSetup;
import org.evergreen.payment.WebhookMessage;
import org.evergreen.payment.WebhookReading;
import org.evergreen.payment.stripe.wire.StripeDouble;
import org.evergreen.payment.stripe.wire.TestMethod;
import org.evergreen.payment.stripe.wire.Webhooks;
import org.evergreen.storefront.CustomerId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The double as browsers and other processes use it. */
class StripeDoubleByHandTest {

  private static final StripeTestShop SHOP = new StripeTestShop();
  private static final CustomerId ADA = new CustomerId("ada");

  private final HttpClient http = HttpClient.newHttpClient();
  private final JsonMapper json = JsonMapper.builder().build();

  @BeforeEach
  void empty() {
    SHOP.empty();
  }

  @AfterAll
  static void close() {
    SHOP.close();
  }

  private JsonNode post(String path, String form) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(SHOP.stripe().url() + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    return json.readTree(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
  }

  private JsonNode browser(String path, String form) throws IOException, InterruptedException {
    return post(path, form + "&key=" + StripeDouble.PUBLISHABLE_KEY);
  }

  private JsonNode entered(String number) throws IOException, InterruptedException {
    return browser("/v1/payment_methods", "type=card&card[number]=" + number);
  }

  @Test
  void scriptForPagesKnowsWhereTheDoubleIs() throws Exception {
    HttpRequest script = HttpRequest.newBuilder(URI.create(SHOP.stripe().url() + "/js/v3")).build();
    HttpResponse<String> answer = http.send(script, HttpResponse.BodyHandlers.ofString());

    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("text/javascript");
    assertThat(answer.body()).contains(SHOP.stripe().url().toString()).doesNotContain("{stripe}");
  }

  @Test
  void browserEntersACardThatNobodyOwnsYet() throws Exception {
    String method = entered("4242 4242 4242 4242").path("id").asText();

    assertThat(SHOP.gateway().adopt(ADA, method).details().lastFour()).isEqualTo("4242");
    assertThat(entered("1234").path("error").path("code").asText()).isEqualTo("incorrect_number");
  }

  @Test
  void browserFinishesASetupAfterTheBankHasAsked() throws Exception {
    MethodSetup setup = SHOP.gateway().beginStoring(ADA).orElseThrow();
    String method = entered("4000002500003155").path("id").asText();
    String path = "/v1/setup_intents/" + setup.reference();
    String secret = "client_secret=" + setup.clientSecret();

    JsonNode asked = browser(path + "/confirm", secret + "&payment_method=" + method);
    JsonNode done = browser(path + "/authenticate", secret + "&result=complete");

    assertThat(asked.path("status").asText()).isEqualTo("requires_action");
    assertThat(done.path("status").asText()).isEqualTo("succeeded");
    assertThat(SHOP.gateway().finishStoring(ADA, setup.reference())).endsWith(method);
  }

  @Test
  void browserWithoutTheSecretGetsNothing() throws Exception {
    MethodSetup setup = SHOP.gateway().beginStoring(ADA).orElseThrow();
    String path = "/v1/setup_intents/" + setup.reference();

    assertThat(browser(path + "/confirm", "client_secret=guessed").path("error").isMissingNode())
        .isFalse();
  }

  @Test
  void booksAndFaultsAreThereForOtherProcesses() throws Exception {
    post("/control/faults", "operation=CREATE_INTENT&fault=TOO_MANY");
    SHOP.gateway().charge(SHOP.renewal(TestMethod.VISA));
    SHOP.gateway().charge(SHOP.renewal(TestMethod.VISA));

    JsonNode books = post("/control/books", "");

    assertThat(books.path("intents")).hasSize(1);
    assertThat(books.path("intents").get(0).path("received").asLong()).isEqualTo(990);
    assertThat(post("/control/nonsense", "").path("error").isMissingNode()).isFalse();
  }

  @Test
  void webhooksAreSignedRepeatedAndSentAgainUntilTheyAreTaken() throws Exception {
    SHOP.gateway().charge(SHOP.renewal(TestMethod.VISA));
    List<GatewayEvent> heard = new CopyOnWriteArrayList<>();
    HttpServer shop =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    boolean[] broken = {true};
    shop.createContext(
        "/",
        exchange -> {
          String signature = exchange.getRequestHeaders().getFirst("Stripe-Signature");
          byte[] body = exchange.getRequestBody().readAllBytes();
          WebhookReading reading = SHOP.gateway().read(new WebhookMessage(body, signature));
          if (!broken[0] && reading instanceof WebhookReading.Genuine genuine) {
            heard.add(genuine.event());
          }
          exchange.sendResponseHeaders(broken[0] ? 500 : 200, -1);
          exchange.close();
        });
    shop.start();
    String deliver = "url=http://localhost:" + shop.getAddress().getPort() + "/&times=3&seed=5";

    int refused = post("/control/deliver", deliver).path("accepted").asInt();
    broken[0] = false;
    int accepted = post("/control/deliver", deliver).path("accepted").asInt();
    int again = post("/control/deliver", deliver).path("accepted").asInt();
    shop.stop(0);

    assertThat(refused).isZero();
    assertThat(accepted).isEqualTo(heard.size()).isGreaterThanOrEqualTo(2);
    assertThat(again).isZero();
    assertThat(heard)
        .extracting(GatewayEvent::type)
        .contains("payment_intent.created", "payment_intent.succeeded");
  }

  @Test
  void webhookThatIsNotStripesIsRefusedWithItsReason() {
    String body = "{}";
    String signed = Webhooks.signature(body, StripeDouble.WEBHOOK_SECRET, SHOP.clock());

    assertThat(reason(body, "")).contains(WebhookReading.Reason.NOT_SIGNED);
    assertThat(reason(body + " ", signed)).contains(WebhookReading.Reason.WRONG_SIGNATURE);
    assertThat(reason(body, signed)).contains(WebhookReading.Reason.UNREADABLE);
    assertThat(reason("x".repeat(2_000_000), signed)).contains(WebhookReading.Reason.TOO_LARGE);
  }

  private static Optional<WebhookReading.Reason> reason(String body, String signature) {
    WebhookReading reading =
        SHOP.gateway().read(new WebhookMessage(body.getBytes(StandardCharsets.UTF_8), signature));
    return reading instanceof WebhookReading.Refused refused
        ? Optional.of(refused.reason())
        : Optional.empty();
  }
}
