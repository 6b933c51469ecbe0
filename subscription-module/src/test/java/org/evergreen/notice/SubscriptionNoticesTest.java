package org.evergreen.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evergreen.testing.OfferBuilder.monthly;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.evergreen.checkout.SubscriptionCheckout;
import org.evergreen.payment.PaymentMethods;
import org.evergreen.payment.sandbox.SandboxCard;
import org.evergreen.storefront.CustomerId;
import org.evergreen.storefront.ProductKind;
import org.evergreen.subscription.Actor;
import org.evergreen.subscription.DateCommands;
import org.evergreen.subscription.DateMove;
import org.evergreen.subscription.DetailCommands;
import org.evergreen.subscription.PauseCommands;
import org.evergreen.subscription.Seen;
import org.evergreen.subscription.SubscriptionCommands;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.testing.FakeMailbox;
import org.evergreen.testing.OfferBuilder;
import org.evergreen.testing.PaidOrderBuilder;
import org.evergreen.testing.TestShop;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a shopper reads when something was done with his subscription. */
class SubscriptionNoticesTest {

  private static final Actor SHOPPER = Actor.shopper();
  private static final TestShop SHOP =
      TestShop.in("Europe/Berlin", "2026-01-31T10:00:00Z", Map.of(), FakeMailbox.class);

  private CustomerId ada;
  private SubscriptionId id;

  @BeforeEach
  void start() {
    SHOP.empty();
    ada = SHOP.storefront().customer("ada");
    id = start("order-1", monthly("10"));
    sendAll();
    SHOP.get(FakeMailbox.class).clear();
  }

  @AfterAll
  static void close() {
    SHOP.close();
  }

  @Test
  void pauseTellsHowLongItLasts() {
    PauseCommands pauses = SHOP.get(PauseCommands.class);
    pauses.pause(Seen.any(id), SHOPPER, Optional.of(LocalDate.parse("2026-03-05")));
    assertThat(sent().text())
        .contains("Your subscription to Club is paused.")
        .contains("It goes on by itself on March 5, 2026.");
    pauses.resume(Seen.any(id), SHOPPER);
    assertThat(sent().text()).contains("goes on.").contains("Next payment: February 28, 2026");
    pauses.pause(Seen.any(id), SHOPPER, Optional.empty());
    assertThat(sent().text()).contains("It stays paused until you resume it.");
  }

  @Test
  void everyMoveOfADateIsToldOnce() {
    DateCommands dates = SHOP.get(DateCommands.class);
    LocalDate march = LocalDate.parse("2026-03-05");
    dates.moveNextPayment(Seen.any(id), SHOPPER, march, DateMove.ONCE);
    dates.moveNextPayment(Seen.any(id), SHOPPER, march, DateMove.ONCE);
    Mail moved = sent();
    assertThat(moved.subject()).isEqualTo("The next payment for Club has another date");
    assertThat(moved.text()).contains("Next payment: March 5, 2026");
    dates.skipNext(Seen.any(id), Actor.merchant("clerk"));
    assertThat(sent().text()).contains("Next payment: March 31, 2026");
  }

  @Test
  void oneMailTellsOfAMethodForSeveral() {
    start("order-2", monthly("10"));
    start("order-3", monthly("10"));
    sendAll();
    SHOP.get(FakeMailbox.class).clear();
    SHOP.get(DetailCommands.class)
        .payAllWith(
            ada,
            SHOPPER,
            SHOP.get(PaymentMethods.class).store(ada, SandboxCard.SUCCEEDS.token()).id());
    assertThat(sent().text()).contains("of your subscription to Club and of 2 others was changed");
  }

  @Test
  void lateNoticeTellsOfThePaymentThatIsStillMade() {
    SubscriptionId bound = start("order-4", monthly("10").commitment(0, 60));
    sendAll();
    SHOP.get(FakeMailbox.class).clear();
    SHOP.get(SubscriptionCommands.class).cancel(Seen.any(bound), SHOPPER, "");
    assertThat(sent().text())
        .contains("One payment is still made on February 28, 2026")
        .doesNotContain("You will not be charged")
        .contains("It stays yours until March 31, 2026.");
  }

  private SubscriptionId start(String order, OfferBuilder offer) {
    return SHOP.get(SubscriptionCheckout.class)
        .onOrderPaid(
            PaidOrderBuilder.order(order, ada, SHOP.time().now())
                .with(SHOP.storefront().product("Club", ProductKind.VIRTUAL, "60.00"), 1, offer)
                .build())
        .get(0);
  }

  /** Sends what waits; the one mail that comes of it. */
  private static Mail sent() {
    sendAll();
    FakeMailbox mailbox = SHOP.get(FakeMailbox.class);
    assertThat(mailbox.mails()).hasSize(1);
    Mail mail = mailbox.latest();
    mailbox.clear();
    return mail;
  }

  private static void sendAll() {
    SHOP.get(NoticeSender.class).sendWaiting();
  }
}
