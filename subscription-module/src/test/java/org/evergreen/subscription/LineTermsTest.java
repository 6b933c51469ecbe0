package org.evergreen.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.evergreen.testing.OfferBuilder;
import org.joda.money.BigMoney;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LineTermsTest {

  private static final SubscriptionFixture FIXTURE = new SubscriptionFixture();

  private final LineTerms terms = FIXTURE.shop.get(LineTerms.class);

  @BeforeEach
  void reset() {
    FIXTURE.reset();
  }

  @AfterAll
  static void close() {
    FIXTURE.close();
  }

  @Test
  void theFirstPaymentIsKeptForTheTermThatTheSubscriptionStartsWith() {
    SubscriptionId id = FIXTURE.start(OfferBuilder.monthly("10.00"));

    terms.keepFirst(id, List.of(new LinePayment(Money.parse("USD 7.50"), 31)));

    Subscription subscription = FIXTURE.get(id);
    LineTerm kept = terms.of(subscription).get(subscription.lines().get(0).id());
    assertThat(kept.startedAt()).isEqualTo(subscription.startedAt());
    assertThat(kept.endsAt()).isEqualTo(subscription.nextPaymentAt().orElseThrow());
    assertThat(kept.nextCycle()).isEqualTo(subscription.nextCycle());
    assertThat(kept.payment().cycleDays()).isEqualByComparingTo("31");
    assertThat(kept.payment().paid().isEqual(Money.parse("USD 7.50"))).isTrue();
  }

  @Test
  void whatAChangeLeavesTakesItsPlaceWithItsFractions() {
    SubscriptionId id = FIXTURE.start(OfferBuilder.monthly("10.00"));
    long line = FIXTURE.get(id).lines().get(0).id();
    Instant change = Instant.parse("2026-02-14T10:00:00Z");
    terms.keepFirst(id, List.of(new LinePayment(Money.parse("USD 10.00"), 31)));

    terms.keep(line, change, new LinePayment(BigMoney.parse("USD 6.774193548387"), 31));

    LineTerm kept = terms.of(FIXTURE.get(id)).get(line);
    assertThat(kept.startedAt()).isEqualTo(change);
    assertThat(kept.payment().paid().isEqual(BigMoney.parse("USD 6.774193548387"))).isTrue();
  }

  @Test
  void paymentsForOtherLinesThanThereAreAreRefused() {
    SubscriptionId id = FIXTURE.start(OfferBuilder.monthly("10.00"));

    assertThatThrownBy(() -> terms.keepFirst(id, List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("has 1 lines, not 0");
  }
}
