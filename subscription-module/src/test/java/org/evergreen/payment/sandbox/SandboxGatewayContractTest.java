package org.evergreen.payment.sandbox;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.evergreen.payment.GatewayContract;
import org.evergreen.payment.PaymentGateway;
import org.evergreen.testing.StepClock;
import org.evergreen.time.ShopTime;

class SandboxGatewayContractTest extends GatewayContract {

  private final StepClock clock = StepClock.at("2026-01-31T16:00:00Z");
  private final SandboxGateway gateway =
      new SandboxGateway(new InMemorySandboxBooks(), new ShopTime(clock, ZoneOffset.UTC));

  @Override
  protected PaymentGateway gateway() {
    return gateway;
  }

  @Override
  protected Optional<String> token(Stored method) {
    return card(method).map(SandboxCard::token);
  }

  @Override
  protected Instant now() {
    return clock.instant();
  }

  private static Optional<SandboxCard> card(Stored method) {
    return switch (method) {
      case WORKS -> Optional.of(SandboxCard.SUCCEEDS);
      case LOST -> Optional.of(SandboxCard.LOST);
      case EXPIRED -> Optional.of(SandboxCard.EXPIRED);
      case DECLINED, LACKS_FUNDS -> Optional.of(SandboxCard.DECLINES_RENEWALS);
      case NEEDS_SHOPPER -> Optional.of(SandboxCard.REQUIRES_AUTHENTICATION);
      case BANK_DEBIT -> Optional.of(SandboxCard.BANK_DEBIT);
      case REFUSES_REFUNDS -> Optional.of(SandboxCard.REFUSES_REFUNDS);
      case ANSWER_IS_LOST -> Optional.of(SandboxCard.TIMES_OUT_AFTER_CHARGING);
      case REQUEST_IS_LOST -> Optional.of(SandboxCard.TIMES_OUT_BEFORE_CHARGING);
    };
  }
}
