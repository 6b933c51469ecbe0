package org.evergreen.change.proration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.evergreen.change.proration.Proration.Timing;
import org.evergreen.money.Working;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples of {@code docs/10-proration.md}, row by row. */
class WorkedExamplesTest {

  private static final Map<String, ProrationPolicy> POLICIES =
      Map.of(
          "CHARGE_DIFFERENCE", new ChargeDifference(),
          "RESTART", new Restart(),
          "SHORTEN", new Shorten(),
          "FREE_UNTIL_RENEWAL", new FreeUntilRenewal(),
          "AT_RENEWAL", new AtRenewal(),
          "CREDIT", new Credit(),
          "EXTEND", new Extend(),
          "REFUND", new Refund());

  @ParameterizedTest(name = "{0} to {1} under {2}")
  @CsvSource({
    "USD 10.00, USD 20.00, CHARGE_DIFFERENCE,  USD 5.00,  USD 0.00, USD 0.00, 2026-05-01",
    "USD 10.00, USD 20.00, RESTART,            USD 15.00, USD 0.00, USD 0.00, 2026-05-16",
    "USD 10.00, USD 20.00, SHORTEN,            USD 0.00,  USD 0.33, USD 0.00, 2026-04-23",
    "USD 10.00, USD 20.00, FREE_UNTIL_RENEWAL, USD 0.00,  USD 0.00, USD 0.00, 2026-05-01",
    "USD 20.00, USD 10.00, AT_RENEWAL,         USD 0.00,  USD 0.00, USD 0.00, 2026-05-01",
    "USD 20.00, USD 10.00, CREDIT,             USD 0.00,  USD 5.00, USD 0.00, 2026-05-01",
    "USD 20.00, USD 10.00, EXTEND,             USD 0.00,  USD 0.00, USD 0.00, 2026-05-16",
    "USD 20.00, USD 10.00, REFUND,             USD 0.00,  USD 0.00, USD 5.00, 2026-05-01",
    "USD 10.00, USD 30.00, CHARGE_DIFFERENCE,  USD 10.00, USD 0.00, USD 0.00, 2026-05-01",
  })
  void halfwayThroughApril(
      String before,
      String after,
      String policy,
      String due,
      String credit,
      String refund,
      String nextPayment) {
    TermChange change =
        Changing.paid(before, "2026-04-01", "2026-05-01").on("2026-04-16").to(after);

    Proration result = POLICIES.get(policy).settle(change);

    assertThat(result.dueNow()).isEqualTo(Money.parse(due));
    assertThat(result.credit()).isEqualTo(Money.parse(credit));
    assertThat(result.refund()).isEqualTo(Money.parse(refund));
    assertThat(result.after().date(result.after().end())).hasToString(nextPayment);
  }

  @Test
  void twentyOneDaysOfALongMonth() {
    TermChange change =
        Changing.paid("USD 30.00", "2026-03-01", "2026-04-01").on("2026-03-11").to("USD 40.00");

    Proration result = new ChargeDifference().settle(change);

    assertThat(change.left()).isEqualTo(21);
    assertThat(result.dueNow()).isEqualTo(Money.parse("USD 6.77"));
    assertThat(result.timing()).isEqualTo(Timing.DATE_KEPT);
  }

  @ParameterizedTest
  @CsvSource({"RESTART", "CHARGE_DIFFERENCE"})
  void aMonthToAYearStartsAnewUnderBoth(String policy) {
    TermChange change =
        Changing.paid("USD 10.00", "2026-04-01", "2026-05-01")
            .on("2026-04-16")
            .to("USD 100.00", Changing.YEARLY);

    Proration result = POLICIES.get(policy).settle(change);

    assertThat(result.dueNow()).isEqualTo(Money.parse("USD 95.00"));
    assertThat(result.timing()).isEqualTo(Timing.CYCLE_STARTS_NOW);
    assertThat(result.after().date(result.after().end())).hasToString("2027-04-16");
  }

  @Test
  void theWorkingSaysEveryStep() {
    TermChange change =
        Changing.paid("USD 10.00", "2026-04-01", "2026-05-01").on("2026-04-16").to("USD 20.00");

    assertThat(new ChargeDifference().settle(change).working())
        .isEqualTo(
            Working.nothing()
                .and("Paid for 30 days, 1 April 2026 to 1 May 2026", Money.parse("USD 10.00"))
                .and("Not used: 15 of 30 days", Money.parse("USD 5.00"))
                .and("New price for 30 days", Money.parse("USD 20.00"))
                .and("15 days at the new price", Money.parse("USD 10.00"))
                .and("Difference to pay now", Money.parse("USD 5.00")));
    assertThat(new Shorten().settle(change).working().lines())
        .extracting(Working.Line::text)
        .endsWith(
            "That buys 7 days at the new price, so the next payment is on 23 April 2026",
            "Left over, credited to the next payments");
  }

  @Test
  void aSwitchToAShorterIntervalCreditsWhatTheNewPriceDoesNotUseUp() {
    TermChange change =
        new TermChange(
            PaidTerm.full(
                Instant.parse("2026-01-01T12:00:00Z"),
                Instant.parse("2027-01-01T12:00:00Z"),
                Money.parse("USD 365.00"),
                ZoneId.of("UTC")),
            Changing.YEARLY,
            new NewPrice(Money.parse("USD 40.00"), Changing.MONTHLY),
            Instant.parse("2026-01-11T12:00:00Z"));

    Proration result = new ChargeDifference().settle(change);

    assertThat(result.dueNow()).isEqualTo(Money.parse("USD 0.00"));
    assertThat(result.credit()).isEqualTo(Money.parse("USD 315.00"));
    assertThat(result.after().date(result.after().end())).hasToString("2026-02-11");
  }

  @Test
  void onTheDayOfARenewalNothingIsUsedUp() {
    TermChange change =
        Changing.paid("USD 10.00", "2026-04-01", "2026-05-01").on("2026-04-01").to("USD 20.00");

    assertThat(new ChargeDifference().settle(change).dueNow()).isEqualTo(Money.parse("USD 10.00"));
  }

  @Test
  void aValueThatBuysNoWholeDayIsCreditedAndPaymentIsDueToday() {
    TermChange change =
        Changing.paid("USD 10.00", "2026-04-01", "2026-05-01").on("2026-04-30").to("USD 90.00");

    Proration result = new Shorten().settle(change);

    assertThat(result.credit()).isEqualTo(Money.parse("USD 0.33"));
    assertThat(result.after().end()).isEqualTo(change.now());
  }

  @Test
  void whatBecomesFreeIsCreditedBecauseItBuysNoEnd() {
    TermChange change =
        Changing.paid("USD 20.00", "2026-04-01", "2026-05-01").on("2026-04-16").to("USD 0.00");

    Proration result = new Extend().settle(change);

    assertThat(result.credit()).isEqualTo(Money.parse("USD 10.00"));
    assertThat(result.timing()).isEqualTo(Timing.DATE_KEPT);
  }
}
