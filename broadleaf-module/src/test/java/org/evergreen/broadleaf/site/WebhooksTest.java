package org.evergreen.broadleaf.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Gateways reach the shop past Broadleaf's filters and its protection of forms. */
@SiteTest
class WebhooksTest {

  @LocalServerPort int port;

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "application/x-www-form-urlencoded"})
  void webhookIsAnsweredWithoutSessionAndFormToken(String type)
      throws IOException, InterruptedException {
    HttpRequest webhook =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/webhooks/sandbox"))
            .header("Content-Type", type)
            .POST(BodyPublishers.ofString("{\"id\": \"evt_1\"}"))
            .build();

    HttpResponse<String> answer = HttpClient.newHttpClient().send(webhook, BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).isEqualTo("The gateway 'sandbox' sends no webhooks");
    assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
  }
}
