package org.evergreen.subscription;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.evergreen.plan.PlanOffer;
import org.evergreen.storefront.CustomerId;
import org.evergreen.storefront.OrderId;
import org.evergreen.storefront.ProductId;
import org.evergreen.storefront.ProductKind;
import org.evergreen.storefront.SkuId;
import org.evergreen.testing.OfferBuilder;
import org.evergreen.testing.StepClock;
import org.evergreen.time.ShopTime;

/** Status and dates of a subscription without a database, with a clock to step. */
final class Timelines {

  final StepClock clock;
  final ShopTime time;
  final Timeline timeline;

  private Timelines(ZoneId zone, Instant start, PlanOffer offer) {
    clock = StepClock.at(start.toString());
    time = new ShopTime(clock, zone);
    timeline =
        new Timeline(
            new NewSubscription(
                1,
                new CustomerId("ada"),
                offer.unitPrice().getCurrencyUnit(),
                Optional.empty(),
                Optional.empty(),
                offer.interval(),
                start,
                Beginning.of(offer, start, zone),
                new OrderId("order"),
                "order:1",
                List.of(
                    NewLine.of(
                        offer,
                        new ProductId("p"),
                        new SkuId("s"),
                        "Club",
                        ProductKind.VIRTUAL,
                        1))));
  }

  static Timelines bought(String zone, String start, OfferBuilder offer) {
    return new Timelines(ZoneId.of(zone), Instant.parse(start), offer.build());
  }

  static Timelines bought(ZoneId zone, Instant start, PlanOffer offer) {
    return new Timelines(zone, start, offer);
  }

  Timelines at(String instant) {
    clock.set(instant);
    return this;
  }

  /** The next payment's day in the shop. */
  String next() {
    return day(timeline.nextPaymentAt);
  }

  String ends() {
    return day(timeline.endsAt);
  }

  /** The days of the next payments. */
  List<String> upcoming(int count) {
    return timeline.upcoming(time.zone(), count).stream().map(this::day).toList();
  }

  String day(Instant instant) {
    return instant == null ? "-" : time.dateOf(instant).toString();
  }
}
