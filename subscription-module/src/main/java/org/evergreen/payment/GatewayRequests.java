package org.evergreen.payment;

import java.time.Duration;
import java.util.function.Function;
import org.evergreen.payment.GatewayPace.Kind;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Requests to gateways that are about no charge of the shop: stored methods, setups, consents,
 * disputes and refunds that were made elsewhere. They keep to the same limit as look-ups do, on all
 * nodes together; charges have theirs apart, so that none waits for these.
 */
public class GatewayRequests {

  private final Gateways gateways;
  private final GatewayObserver observer;
  private final GatewayPace pace;

  GatewayRequests(Gateways gateways, GatewayObserver observer, GatewayPace pace) {
    this.gateways = gateways;
    this.observer = observer;
    this.pace = pace;
  }

  /**
   * Asks a gateway when it takes the next request, which is at once as a rule.
   *
   * @param operation for whoever watches, for example {@code read-dispute}
   * @throws GatewayUnavailableException if the gateway does not answer
   * @throws IllegalStateException within a database transaction, when the shop stops, or if the
   *     shop no longer has the gateway
   */
  public <R> R ask(String gateway, String operation, Function<PaymentGateway, R> question) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("A gateway is called outside of database transactions only");
    }
    PaymentGateway asked = gateways.named(gateway);
    waitForTurn(gateway);
    long started = System.nanoTime();
    String outcome = "broken";
    try {
      R answer = question.apply(asked);
      outcome = "answered";
      return answer;
    } catch (UnknownPaymentMethodException refused) {
      outcome = "refused";
      throw refused;
    } catch (GatewayUnavailableException unavailable) {
      outcome = unavailable.asksForPatience() ? "too-many-requests" : "unavailable";
      if (unavailable.asksForPatience()) {
        pace.slowDown(gateway, Kind.OTHER_REQUESTS);
      }
      throw unavailable;
    } finally {
      Duration took = Duration.ofNanos(System.nanoTime() - started);
      observer.answered(gateway, operation, outcome, took);
    }
  }

  private void waitForTurn(String gateway) {
    try {
      pace.waitForTurn(gateway, Kind.OTHER_REQUESTS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Stopped before the gateway was asked", interrupted);
    }
  }
}
