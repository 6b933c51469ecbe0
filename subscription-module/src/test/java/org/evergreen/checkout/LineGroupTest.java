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
import org.evergreen.subscription.Recipient;
import org.evergreen.terms.AlignmentDay;
import org.evergreen.terms.PurchaseLimit;
import org.evergreen.testing.OfferBuilder;
import org.evergreen.testing.StepClock;
import org.evergreen.time.ShopTime;
import org.junit.jupiter.api.Test;

class LineGroupTest {

  private static final Instant NOW = Instant.parse("2026-01-31T23:30:00Z");
  private static final AlignmentDay FIRST = new AlignmentDay.DayOfMonth(1);
  private static final ShopTime TIME =
      new ShopTime(StepClock.at("2026-01-31T23:30:00Z"), ZoneId.of("Europe/Berlin"));

  record Line(String name, Optional<PlanOffer> offer, Optional<Gift> gift) implements OfferedLine {}

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
    assertThat(
            group(
                new Line("mug", Optional.empty(), Optional.empty()), line("coffee", monthly("10"))))
        .containsExactly(List.of("coffee"));
    assertThat(group(new Line("mug", Optional.empty(), Optional.empty()))).isEmpty();
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

  @Test
  void alignmentShippingOnceAndRecipientSeparateLines() {
    assertThat(
            group(
                line("plain", monthly("10")),
                line("first of the month", monthly("10").proratedTo(FIRST)),
                line("first of the month, full", monthly("10").fullNowThenOn(FIRST)),
                line("shipped once", monthly("10").shippingOnce()),
                gift("for Bo", "bo@example.com"),
                gift("for Bo too", "BO@example.com"),
                gift("for Cy", "cy@example.com")))
        .containsExactly(
            List.of("plain"),
            List.of("first of the month"),
            List.of("first of the month, full"),
            List.of("shipped once"),
            List.of("for Bo", "for Bo too"),
            List.of("for Cy"));
  }

  @Test
  void termsThatDoNotDecideAboutDatesSeparateNothing() {
    assertThat(
            group(
                line("plain", monthly("10")),
                line("limited", monthly("10").limit(PurchaseLimit.ONE_EVER)),
                line("trial", monthly("10").trial(14, DAY)),
                line("trial once", monthly("10").trialOnce(14, DAY))))
        .containsExactly(List.of("plain", "limited"), List.of("trial", "trial once"));
  }

  @Test
  void keyNamesAlignmentAndShippingButNoPerson() {
    assertThat(key(monthly("10").proratedTo(FIRST).grace(3).shippingOnce()))
        .isEqualTo("1-MONTH/on-M1-P3/shipping-once");
    String key = groups(gift("for Bo", "bo@example.com")).get(0).key().text();
    assertThat(key).matches("1-MONTH/gift-[0-9a-f]{10}");
  }

  private static Line gift(String name, String email) {
    Gift gift = new Gift(new Recipient(email, "Somebody"), Optional.empty());
    return new Line(name, Optional.of(monthly("10").build()), Optional.of(gift));
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
    return LineGroup.of(List.of(lines), NOW, TIME);
  }

  private static Line line(String name, OfferBuilder offer) {
    return new Line(name, Optional.of(offer.build()), Optional.empty());
  }
}
