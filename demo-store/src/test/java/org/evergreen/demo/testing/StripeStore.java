package org.evergreen.demo.testing;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.evergreen.payment.stripe.wire.StripeDouble;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Points the store at the double of Stripe, which all such tests share. */
public final class StripeStore
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  private static final ShopClock CLOCK = new ShopClock();

  /** Stripe, as far as the store knows. */
  public static final StripeDouble STRIPE = StripeDouble.start(CLOCK);

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    TestPropertyValues.of(
            "evergreen.stripe.secret-key=" + StripeDouble.SECRET_KEY,
            "evergreen.stripe.publishable-key=" + StripeDouble.PUBLISHABLE_KEY,
            "evergreen.stripe.webhook-secret=" + StripeDouble.WEBHOOK_SECRET,
            "evergreen.stripe.base-url=" + STRIPE.url(),
            "evergreen.stripe.script-url=" + STRIPE.url() + "/js/v3")
        .applyTo(context);
  }

  /** The double follows the store's clock: webhooks are signed with the time. */
  public static void follow(Clock store) {
    CLOCK.followed.set(store);
  }

  private static final class ShopClock extends Clock {

    private final AtomicReference<Clock> followed = new AtomicReference<>(Clock.systemUTC());

    @Override
    public Instant instant() {
      return followed.get().instant();
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
