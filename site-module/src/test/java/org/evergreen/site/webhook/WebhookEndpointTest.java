package org.evergreen.site.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.evergreen.site.host.HostApplication;
import org.evergreen.testing.StepClock;
import org.evergreen.testing.TestDatabase;
import org.evergreen.webhook.SignedBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Good and bad webhooks over the wire to a real server with Spring Security in it. */
@SpringBootTest(
    classes = HostApplication.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "evergreen.jobs.enabled=false",
      "evergreen.stripe.secret-key=sk_test_double",
      "evergreen.stripe.webhook-secret=" + SignedBody.SECRET
    })
class WebhookEndpointTest {

  private static final int TEN_MEGABYTES = 10 * 1024 * 1024;

  @Autowired private StepClock clock;
  @Autowired private TestDatabase database;
  @LocalServerPort private int port;

  private final HttpClient client = HttpClient.newHttpClient();
  private LogLines log;

  @BeforeEach
  void listen() {
    database.empty();
    log = new LogLines();
  }

  @AfterEach
  void stopListening() {
    assertThat(log.all()).noneMatch(line -> line.contains("ada@example.com"));
    log.close();
  }

  private SignedBody paid(String id) {
    return event(id, "payment_intent.succeeded");
  }

  private SignedBody event(String id, String type) {
    Instant now = clock.instant();
    return SignedBody.of(SignedBody.event(id, type, "pi_1", now), now);
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
        .timeout(Duration.ofSeconds(20));
  }

  private HttpRequest.Builder posted(SignedBody webhook) {
    return to("/webhooks/stripe")
        .header("Content-Type", "application/json; charset=utf-8")
        .header("Stripe-Signature", webhook.signature())
        .POST(HttpRequest.BodyPublishers.ofByteArray(webhook.body()));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private List<String> kept() {
    return database
        .jdbc()
        .queryForList(
            "select state || ' ' || type || ' ' || object_id from evergreen_webhook_event"
                + " order by id",
            String.class);
  }

  private void refused(HttpResponse<String> answer, int status, String logged) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(kept()).isEmpty();
    assertThat(log.all()).singleElement().asString().startsWith("WARN ").contains(logged);
  }

  @Test
  void genuineWebhookIsKeptAndAnsweredWithoutSession() throws Exception {
    HttpResponse<String> answer = send(posted(paid("evt_1")));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    assertThat(kept()).containsExactly("WAITING payment_intent.succeeded pi_1");
    assertThat(log.all()).isEmpty();
  }

  @Test
  void repeatedWebhookIsKeptOnce() throws Exception {
    for (int time = 0; time < 5; time++) {
      assertThat(send(posted(paid("evt_1"))).statusCode()).isEqualTo(200);
    }

    assertThat(kept()).containsExactly("WAITING payment_intent.succeeded pi_1");
  }

  @Test
  void unknownTypeIsAnsweredKindlyAndIgnored() throws Exception {
    HttpResponse<String> answer = send(posted(event("evt_1", "invoice.paid")));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(kept()).containsExactly("IGNORED invoice.paid pi_1");
    assertThat(log.all()).singleElement().asString().contains("evt_1", "invoice.paid");
  }

  @Test
  void otherSecretIsRefused() throws Exception {
    Instant now = clock.instant();
    String body = SignedBody.event("evt_1", "payment_intent.succeeded", "pi_1", now);

    refused(send(posted(SignedBody.of(body, "whsec_other", now))), 400, "signature");
  }

  @Test
  void addressWithoutGatewayIsNotThere() throws Exception {
    for (String path : List.of("/webhooks", "/webhooks/")) {
      assertThat(send(to(path).POST(HttpRequest.BodyPublishers.noBody())).statusCode())
          .isEqualTo(404);
    }
    assertThat(log.all()).hasSize(2).allMatch(line -> line.startsWith("WARN "));
  }

  @Test
  void missingSignatureIsRefused() throws Exception {
    HttpRequest.Builder unsigned =
        to("/webhooks/stripe").POST(HttpRequest.BodyPublishers.ofByteArray(paid("evt_1").body()));

    refused(send(unsigned), 400, "no signature");
  }

  @ParameterizedTest
  @ValueSource(ints = {-301, 301})
  void signatureOutOfTimeIsRefusedBothWays(int seconds) throws Exception {
    Instant then = clock.instant().plusSeconds(seconds);
    String body = SignedBody.event("evt_1", "payment_intent.succeeded", "pi_1", then);

    refused(send(posted(SignedBody.of(body, then))), 400, "300 seconds");
  }

  @ParameterizedTest
  @ValueSource(ints = {-300, 300})
  void signatureJustInTimeIsTaken(int seconds) throws Exception {
    Instant then = clock.instant().plusSeconds(seconds);
    String body = SignedBody.event("evt_1", "payment_intent.succeeded", "pi_1", then);

    assertThat(send(posted(SignedBody.of(body, then))).statusCode()).isEqualTo(200);
  }

  @Test
  void bodyThatWasCutShortIsRefused() throws Exception {
    SignedBody whole = paid("evt_1");
    byte[] half = Arrays.copyOf(whole.body(), whole.body().length / 2);

    refused(send(posted(new SignedBody(half, whole.signature()))), 400, "signature");
  }

  @Test
  void signedBodyThatIsNoEventIsRefused() throws Exception {
    refused(send(posted(SignedBody.of("{\"id\": \"evt_1\"", clock.instant()))), 400, "no event");
  }

  @Test
  void senderWhoHangsUpMidwayLeavesNothing() throws Exception {
    SignedBody whole = paid("evt_1");

    String answer =
        RawRequest.send(
            port,
            head("Content-Length: " + whole.body().length, whole.signature()),
            Arrays.copyOf(whole.body(), 20),
            false);

    // Whoever has hung up may or may not see the answer.
    assertThat(answer).isIn("", "HTTP/1.1 400");
    assertThat(kept()).isEmpty();
    assertThat(log.all()).singleElement().asString().contains("cut off");
  }

  @Test
  void tenMegabytesAreRefusedBeforeTheyAreRead() throws Exception {
    String answer =
        RawRequest.send(
            port, head("Content-Length: " + TEN_MEGABYTES, "t=1,v1=ab"), bytes(9), true);

    assertThat(answer).isEqualTo("HTTP/1.1 413");
    assertThat(kept()).isEmpty();
    assertThat(log.all()).singleElement().asString().contains("524288 bytes");
  }

  @Test
  void bodyWithoutLengthIsReadNoFurtherThanTheLimit() throws Exception {
    String chunk = Integer.toHexString(600 * 1024) + "\n";
    String head = head("Transfer-Encoding: chunked", "t=1,v1=ab") + chunk;

    String answer = RawRequest.send(port, head, bytes(600 * 1024), true);

    assertThat(answer).isEqualTo("HTTP/1.1 413");
    assertThat(kept()).isEmpty();
    assertThat(log.all()).singleElement().asString().contains("524288 bytes");
  }

  private static String head(String framing, String signature) {
    return """
        POST /webhooks/stripe HTTP/1.1
        Host: localhost
        Content-Type: application/json
        Stripe-Signature: %s
        %s

        """
        .formatted(signature, framing);
  }

  private static byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    Arrays.fill(bytes, (byte) ' ');
    return bytes;
  }

  @ParameterizedTest
  @ValueSource(strings = {"/webhooks/paypal", "/webhooks/", "/webhooks/stripe/more"})
  void unknownGatewayIsNotFound(String path) throws Exception {
    SignedBody webhook = paid("evt_1");

    refused(
        send(posted(webhook).uri(URI.create("http://localhost:" + port + path))),
        404,
        "no such gateway");
  }

  @Test
  void nobodyWritesLinesOfHisOwnIntoTheLog() throws Exception {
    URI forged = URI.create("http://localhost:" + port + "/webhooks/x%0AERROR%20all%20is%20lost");

    refused(send(posted(paid("evt_1")).uri(forged)), 404, "no such gateway");
    assertThat(log.all()).noneMatch(line -> line.contains("lost"));
  }

  @Test
  void bodyReachesTheCheckWhateverTypeItSays() throws Exception {
    SignedBody webhook = paid("evt_1");
    HttpRequest.Builder form =
        posted(webhook)
            .setHeader("Content-Type", "application/x-www-form-urlencoded")
            .uri(URI.create("http://localhost:" + port + "/webhooks/stripe?_method=put"));

    assertThat(send(form).statusCode()).isEqualTo(200);
    assertThat(kept()).hasSize(1);
  }

  @Test
  void webhooksArePosted() throws Exception {
    HttpResponse<String> answer = send(to("/webhooks/stripe").GET());

    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("Allow")).contains("POST");
  }

  @Test
  void gatewayIsAskedToSendAgainWhatCouldNotBeKept() throws Exception {
    database.jdbc().execute("alter table evergreen_webhook_event rename to evergreen_gone");
    try {
      HttpResponse<String> answer = send(posted(paid("evt_1")));

      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.body()).doesNotContain("evergreen_webhook_event", "SQL");
      assertThat(log.all()).singleElement().asString().startsWith("ERROR A webhook could not");
    } finally {
      database.jdbc().execute("alter table evergreen_gone rename to evergreen_webhook_event");
    }
  }
}
