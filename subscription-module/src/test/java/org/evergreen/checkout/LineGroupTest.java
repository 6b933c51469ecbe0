package org.evergreen.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evergreen.terms.IntervalUnit.DAY;
import static org.evergreen.terms.IntervalUnit.MONTH;
import static org.evergreen.terms.IntervalUnit.WEEK;
import static org.evergreen.testing.OfferBuilder.every;
import static org.evergreen.testing.OfferBuilder.monthly;
import static org.evergreen.testing.OfferBuilder.yearly;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.evergreen.plan.PlanOffer;
import org.evergreen.testing.OfferBuilder;
import org.evergreen.testing.StepClock;
import org.evergreen.time.ShopTime;
import org.junit.jupiter.api.Test;

class LineGroupTest {

  private static final Instant NOW = Instant.parse("2026-01-31T23:30:00Z");
  private static final ShopTime TIME =
      new ShopTime(StepClock.at("2026-01-31T23:30:00Z"), ZoneId.of("Europe/Berlin"));

  record Line(String name, Optional<PlanOffer> offer) {}

  @Test
  void linesWithEqualTermsAreOneGroupWhateverTheirPlan() {
    assertThat(
            group(
                line("coffee", monthly("10").plan(1, "Coffee club")),
                line("magazine", yearly("60")),
                line("tea", monthly("8").plan(2, "Tea club").signUpFee("3"))))
        .containsExactly(List.of("coffee", "tea"), List.of("magazine"));
  }

  @Test
  void linesWithoutAPlanAreInNoGroup() {
    assertThat(group(new Line("mug", Optional.empty()), line("coffee", monthly("10"))))
        .containsExactly(List.of("coffee"));
    assertThat(group(new Line("mug", Optional.empty()))).isEmpty();
  }

  @Test
  void trialLengthAndIntervalSeparateLines() {
    assertThat(
            group(
                line("plain", monthly("10")),
                line("trial", monthly("10").trial(14, DAY)),
                line("longer trial", monthly("10").trial(1, MONTH)),
                line("twelve", monthly("10").payments(12)),
                line("every two weeks", every(2, WEEK, "10"))))
        .hasSize(5);
  }

  @Test
  void keyNamesTheTermsWithoutADate() {
    assertThat(key(monthly("10"))).isEqualTo("1-MONTH");
    assertThat(key(every(2, WEEK, "10").trial(14, DAY).payments(12)))
        .isEqualTo("2-WEEK/trial-14-DAY/payments-12");
  }

  @Test
  void firstRenewalDayIsThatOfTheShopsZone() {
    LineGroup<Line> group = groups(line("coffee", monthly("10"))).get(0);
    assertThat(group.key().firstRenewal()).hasToString("Optional[2026-03-01]");
  }

  private static String key(OfferBuilder offer) {
    return groups(line("coffee", offer)).get(0).key().text();
  }

  private static List<List<String>> group(Line... lines) {
    return groups(lines).stream()
        .map(group -> group.lines().stream().map(Line::name).toList())
        .toList();
  }

  private static List<LineGroup<Line>> groups(Line... lines) {
    return LineGroup.of(List.of(lines), Line::offer, NOW, TIME);
  }

  private static Line line(String name, OfferBuilder offer) {
    return new Line(name, Optional.of(offer.build()));
  }
}
