package org.evergreen.webhook;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.evergreen.payment.GatewayEvent;
import org.evergreen.payment.PaymentGateway;
import org.evergreen.payment.WebhookMessage;
import org.evergreen.payment.WebhookReading;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A gateway whose webhooks are signed by a nod and read {@code id type object}. */
@Configuration(proxyBeanMethods = false)
class TalkingGateway {

  static final String NAME = "talking";
  static final String SIGNATURE = "nod";
  static final Instant HAPPENED = Instant.parse("2026-01-31T15:59:00Z");

  @Bean
  PaymentGateway gateway() {
    PaymentGateway gateway = mock(PaymentGateway.class);
    when(gateway.name()).thenReturn(NAME);
    when(gateway.read(any())).thenAnswer(call -> read(call.getArgument(0)));
    return gateway;
  }

  private static WebhookReading read(WebhookMessage message) {
    if (!message.signature().equals(SIGNATURE)) {
      return new WebhookReading.Refused(WebhookReading.Reason.WRONG_SIGNATURE, "No nod");
    }
    String[] parts = new String(message.body(), StandardCharsets.UTF_8).split(" ", -1);
    return new WebhookReading.Genuine(
        new GatewayEvent(parts[0], GatewayEvent.Kind.OTHER, parts[1], parts[2], HAPPENED));
  }
}
