package org.evergreen.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.evergreen.plan.PlanOffer;
import org.evergreen.terms.IntervalUnit;
import org.evergreen.terms.Trial;
import org.evergreen.testing.OfferBuilder;
import org.evergreen.testing.StepClock;
import org.evergreen.time.ShopTime;

class LineGroupPropertiesTest {

  private static final int LONGEST_ORIGIN_KEY = 160;
  private static final int LONGEST_ORDER_ID = 64;

  record Line(int number, Optional<PlanOffer> offer) implements OfferedLine {

    @Override
    public Optional<Gift> gift() {
      return Optional.empty();
    }
  }

  @Provide
  Arbitrary<List<Line>> orders() {
    Arbitrary<IntervalUnit> units = Arbitraries.of(IntervalUnit.class);
    Arbitrary<Integer> few = Arbitraries.of(1, 2, 14, 365);
    Arbitrary<PlanOffer> offers =
        Combinators.combine(few, units, few.optional(), units, few.optional())
            .as(
                (count, unit, trial, trialUnit, payments) -> {
                  OfferBuilder offer = OfferBuilder.every(count, unit, "10");
                  trial.ifPresent(length -> offer.trial(length, trialUnit));
                  payments.ifPresent(offer::payments);
                  return offer.build();
                });
    return Combinators.combine(Arbitraries.integers(), offers.optional(0.8))
        .as(Line::new)
        .list()
        .ofMaxSize(12);
  }

  @Property
  void everyLineWithAPlanIsInOneGroupWithItsEquals(@ForAll("orders") List<Line> order) {
    List<LineGroup<Line>> groups = groups(order);
    List<Line> grouped = groups.stream().flatMap(group -> group.lines().stream()).toList();
    assertThat(grouped)
        .containsExactlyInAnyOrderElementsOf(
            order.stream().filter(line -> line.offer().isPresent()).toList());
    for (LineGroup<Line> group : groups) {
      assertThat(group.lines().stream().map(line -> line.offer().orElseThrow()))
          .allMatch(
              offer ->
                  offer.interval().equals(group.key().interval())
                      && offer.trial().map(Trial::length).equals(group.key().trial())
                      && offer.length().equals(group.key().length()));
    }
  }

  @Property
  void groupsOfAnOrderHaveDifferentKeysThatFitTheirColumn(@ForAll("orders") List<Line> order) {
    List<String> keys = groups(order).stream().map(group -> group.key().text()).toList();
    assertThat(keys).doesNotHaveDuplicates();
    assertThat(keys)
        .allSatisfy(key -> assertThat(key).hasSizeLessThan(LONGEST_ORIGIN_KEY - LONGEST_ORDER_ID));
  }

  private static List<LineGroup<Line>> groups(List<Line> order) {
    ShopTime time = new ShopTime(StepClock.at("2026-01-31T23:30:00Z"), ZoneId.of("Europe/Berlin"));
    return LineGroup.of(order, Instant.parse("2026-01-31T23:30:00Z"), time);
  }
}
