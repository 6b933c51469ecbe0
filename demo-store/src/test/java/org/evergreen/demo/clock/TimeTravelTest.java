package org.evergreen.demo.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.evergreen.demo.account.ShopUser;
import org.evergreen.demo.mail.Mailbox;
import org.evergreen.demo.mail.StoredMail;
import org.evergreen.demo.order.OrderBook;
import org.evergreen.demo.order.ShopOrder;
import org.evergreen.demo.testing.DemoStoreTest;
import org.evergreen.demo.testing.Purchases;
import org.evergreen.demo.testing.Shoppers;
import org.evergreen.payment.sandbox.SandboxCard;
import org.evergreen.subscription.Actor;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionCommands;
import org.evergreen.subscription.SubscriptionQueries;
import org.evergreen.subscription.SubscriptionStatus;
import org.evergreen.time.ShopTime;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DemoStoreTest
class TimeTravelTest {

  @Autowired private TimeTravel travel;
  @Autowired private DemoClock clock;
  @Autowired private ShopTime time;
  @Autowired private OrderBook book;
  @Autowired private Mailbox mailbox;
  @Autowired private SubscriptionQueries subscriptions;
  @Autowired private SubscriptionCommands commands;
  @Autowired private Shoppers shoppers;
  @Autowired private Purchases purchases;
  @Autowired private JdbcClient jdbc;

  @Test
  void yearsJumpRenewsAMonthlySubscriptionTwelveTimesOnItsOwnDates() {
    ShopUser shopper = shoppers.shopperWithAddress();
    shoppers.put(shopper, "house-blend-beans", "Monthly delivery");
    purchases.buy(shopper, SandboxCard.SUCCEEDS);
    Subscription subscription = subscriptions.ofCustomer(shopper.customer()).get(0);
    List<LocalDate> due =
        subscriptions.scheduleOf(subscription).preview(1, 12).stream().map(time::dateOf).toList();

    Journey journey = travel(Period.ofYears(1));

    List<ShopOrder> renewals =
        book.history(shopper.accountId(), 0, 50).stream().filter(ShopOrder::renewal).toList();
    assertThat(renewals.stream().map(order -> time.dateOf(order.placedAt())).sorted())
        .containsExactlyElementsOf(due);
    assertThat(journey.state()).isEqualTo(Journey.State.ARRIVED);
    assertThat(journey.paid()).isGreaterThanOrEqualTo(12);
    assertThat(journey.orders()).isGreaterThanOrEqualTo(12);
    assertThat(journey.mails()).isGreaterThanOrEqualTo(12);
    // One that it began, and for each renewal one before and one after it.
    assertThat(mails(shopper)).hasSize(25);
  }

  @Test
  void dueOnTheSameDayArePaidInOneChargeAndOneOrder() {
    ShopUser shopper = shoppers.shopperWithAddress();
    shoppers.put(shopper, "house-blend-beans", "Monthly delivery");
    shoppers.put(shopper, "barista-basics", "Twelve payments");
    purchases.buy(shopper, SandboxCard.SUCCEEDS);
    assertThat(subscriptions.ofCustomer(shopper.customer())).hasSize(2);

    travel(Period.ofMonths(1));

    List<ShopOrder> renewals =
        book.history(shopper.accountId(), 0, 10).stream().filter(ShopOrder::renewal).toList();
    assertThat(renewals).hasSize(1);
    assertThat(renewals.get(0).lines()).hasSize(2);
  }

  @Test
  void cancelledSubscriptionEndsWithItsPaidTermAndIsNotRenewed() {
    ShopUser shopper = shoppers.shopperWithAddress();
    shoppers.put(shopper, "blade-refills", "Monthly delivery");
    purchases.buy(shopper, SandboxCard.SUCCEEDS);
    Subscription subscription = subscriptions.ofCustomer(shopper.customer()).get(0);
    commands.cancel(subscription.id(), Actor.shopper(), "");

    travel(Period.ofDays(7));
    assertThat(status(subscription)).isEqualTo(SubscriptionStatus.PENDING_CANCEL);
    travel(Period.ofMonths(2));
    assertThat(status(subscription)).isEqualTo(SubscriptionStatus.CANCELLED);
    assertThat(book.count(shopper.accountId())).isEqualTo(1);
  }

  @Test
  void clockNeverGoesBackAndIsKept() {
    Instant before = time.now();
    clock.advanceTo(before.minus(Duration.ofDays(1)));
    assertThat(time.now()).isAfterOrEqualTo(before);

    clock.advanceTo(before.plus(Duration.ofHours(1)));
    assertThat(time.now()).isAfterOrEqualTo(before.plus(Duration.ofHours(1)));
    long kept = jdbc.sql("select ahead_seconds from demo_clock").query(Long.class).single();
    assertThat(Duration.between(Instant.now(), time.now()).toSeconds()).isBetween(kept - 2, kept);
  }

  private SubscriptionStatus status(Subscription subscription) {
    return subscriptions.find(subscription.id()).orElseThrow().status();
  }

  private List<StoredMail> mails(ShopUser shopper) {
    return mailbox.list(Optional.of(shopper.getUsername()), 0, 50);
  }

  private Journey travel(Period distance) {
    assertThat(travel.setOut(time.now().atZone(time.zone()).plus(distance).toInstant())).isTrue();
    long limit = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
    while (travel.latest().orElseThrow().isUnderWay() && System.nanoTime() < limit) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
    return travel.latest().orElseThrow();
  }
}
