package org.evergreen.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evergreen.testing.OfferBuilder.monthly;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.evergreen.checkout.SubscriptionCheckout;
import org.evergreen.log.LogId;
import org.evergreen.notice.NoticeSender;
import org.evergreen.payment.PaymentMethods;
import org.evergreen.payment.WebhookMessage;
import org.evergreen.payment.stripe.wire.Fault;
import org.evergreen.payment.stripe.wire.StripeDouble;
import org.evergreen.payment.stripe.wire.TestMethod;
import org.evergreen.renewal.RenewalRecovery;
import org.evergreen.renewal.RenewalRun;
import org.evergreen.storefront.CustomerId;
import org.evergreen.storefront.PostalAddress;
import org.evergreen.storefront.ProductKind;
import org.evergreen.storefront.Sku;
import org.evergreen.testing.FakeMailbox;
import org.evergreen.testing.FakeStorefront;
import org.evergreen.testing.PaidOrderBuilder;
import org.evergreen.testing.TestShop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/**
 * Everything goes wrong at once, with everything logged that the engine has to say: support finds
 * each charge in the log, and nobody finds a person or a secret.
 */
class LogsNameNobodyTest {

  private static final List<TestMethod> METHODS =
      List.of(
          TestMethod.VISA,
          TestMethod.FAILS_WHEN_CHARGED,
          TestMethod.FAILS_WHEN_CHARGED,
          TestMethod.AUTHENTICATES_ALWAYS,
          TestMethod.SEPA,
          TestMethod.MASTERCARD,
          TestMethod.VISA);

  private final Logger engine = (Logger) LoggerFactory.getLogger("org.evergreen");
  private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
  private final ListAppender<ILoggingEvent> lines =
      new ListAppender<>() {
        @Override
        protected void append(ILoggingEvent line) {
          // What it is about is read now, in the thread that wrote it.
          line.prepareForDeferredProcessing();
          super.append(line);
        }
      };
  private Level before;

  @BeforeEach
  void listen() {
    before = engine.getLevel();
    engine.setLevel(Level.TRACE);
    lines.start();
    root.addAppender(lines);
  }

  @AfterEach
  void stopListening() {
    root.detachAppender(lines);
    engine.setLevel(before);
  }

  @Test
  void wholeRenewalWithAllFaultsNamesChargesAndNobody() {
    try (TestShop shop =
        TestShop.in(
            "America/Chicago",
            "2026-01-31T16:00:00Z",
            Map.of(),
            StripeRenewalsTest.OverTheDouble.class,
            FakeMailbox.class)) {
      StripeDouble stripe = shop.get(StripeDouble.class);
      for (int i = 0; i < METHODS.size(); i++) {
        subscribe(shop, stripe, "secretname" + i, METHODS.get(i));
      }
      Random chance = new Random(7);
      Fault[] faults = Fault.values();
      stripe.faults().otherwise(operation -> oneOf(faults, chance));
      shop.get(FakeMailbox.class).refuse("550 no mailbox secretname1@example.com here");

      renewForADay(shop, stripe);
      forgeWebhooks(shop);

      assertThat(lines.list).isNotEmpty();
      assertThat(lines.list)
          .extracting(line -> line.getMDCPropertyMap().get(LogId.KEY.field()))
          .as("lines with the key of their charge")
          .anyMatch(key -> key != null && key.startsWith("renewal-"));
      for (ILoggingEvent line : lines.list) {
        assertThat(whole(line)).doesNotContain(forbidden());
      }
    }
  }

  private static Fault oneOf(Fault[] faults, Random chance) {
    Fault fault = faults[chance.nextInt(faults.length)];
    return chance.nextInt(100) < 40 && fault != Fault.LATE ? fault : Fault.NONE;
  }

  private static void subscribe(
      TestShop shop, StripeDouble stripe, String name, TestMethod method) {
    CustomerId customer = shop.storefront().customer(name);
    String token = stripe.account().looseMethod(method);
    Sku sku = shop.storefront().product("Coffee", ProductKind.PHYSICAL, "9.90");
    shop.get(SubscriptionCheckout.class)
        .onOrderPaid(
            PaidOrderBuilder.order("first-" + name, customer, shop.clock().instant())
                .paidWith(shop.get(PaymentMethods.class).store(customer, token).id())
                .with(sku, 1, monthly("9.90"))
                .build());
  }

  private static void renewForADay(TestShop shop, StripeDouble stripe) {
    shop.clock().set("2026-02-28T16:00:00Z");
    for (int hour = 0; hour < 24; hour++) {
      if (hour == 2) {
        shop.storefront().orders().breakDown("The host is down");
      } else if (hour == 4) {
        shop.storefront().orders().repair();
      }
      shop.get(RenewalRun.class).runDue();
      shop.clock().advance(Duration.ofHours(1));
      shop.get(RenewalRecovery.class).recover();
      shop.get(NoticeSender.class).sendWaiting();
    }
    stripe.faults().letGo();
  }

  private static void forgeWebhooks(TestShop shop) {
    byte[] body =
        "{\"id\":\"evt_1\",\"receipt_email\":\"secretname2@example.com\"}"
            .getBytes(StandardCharsets.UTF_8);
    for (String signature :
        List.of("", "t=1,v1=5157ec4e7", "nonsense 5157ec4e7", "t=1769875200,v1=00")) {
      shop.get(StripeGateway.class).read(new WebhookMessage(body, signature));
    }
  }

  private static String whole(ILoggingEvent line) {
    String failure =
        line.getThrowableProxy() == null
            ? ""
            : ThrowableProxyUtil.asString(line.getThrowableProxy());
    return line.getFormattedMessage() + "\n" + line.getMDCPropertyMap() + "\n" + failure;
  }

  private static String[] forbidden() {
    PostalAddress address = FakeStorefront.address();
    return new String[] {
      "@example.com",
      "Green",
      address.name(),
      address.line1(),
      address.postalCode(),
      StripeDouble.SECRET_KEY,
      StripeDouble.PUBLISHABLE_KEY,
      StripeDouble.WEBHOOK_SECRET,
      "_secret_",
      "pm_",
      "5157ec4e7",
      "v1="
    };
  }
}
