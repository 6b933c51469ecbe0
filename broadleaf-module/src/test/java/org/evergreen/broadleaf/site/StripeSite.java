package org.evergreen.broadleaf.site;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.evergreen.payment.stripe.wire.StripeDouble;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Has the site pay with Stripe, of which a double answers that lives in the shop's time. */
final class StripeSite implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  private static final ShopsClock CLOCK = new ShopsClock();

  /** The gateway that the site under test talks to. */
  static final StripeDouble STRIPE = StripeDouble.start(CLOCK);

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    TestPropertyValues.of(
            "evergreen.stripe.secret-key=" + StripeDouble.SECRET_KEY,
            "evergreen.stripe.publishable-key=" + StripeDouble.PUBLISHABLE_KEY,
            "evergreen.stripe.webhook-secret=" + StripeDouble.WEBHOOK_SECRET,
            "evergreen.stripe.base-url=" + STRIPE.url())
        .applyTo(context);
  }

  /** The double signs with the time that the shop checks signatures by. */
  static void follow(Clock clock) {
    CLOCK.followed = clock;
  }

  private static final class ShopsClock extends Clock {

    private volatile Clock followed = Clock.systemUTC();

    @Override
    public Instant instant() {
      return followed.instant();
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException("The double's clock runs in UTC");
    }
  }
}
