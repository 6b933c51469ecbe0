package org.evergreen.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evergreen.testing.OfferBuilder.usd;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.evergreen.form.FieldViolation;
import org.evergreen.terms.PriceRule;
import org.evergreen.testing.FakeStorefront;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sale of a plan with a price of its own. */
class PlanFormSaleTest {

  @Test
  void saleRunsFromTheFirstDayToTheEndOfTheLastInTheShopsZone() {
    // The second day has 23 hours.
    assertThat(onSale("9.50", "2026-03-28", "2026-03-29"))
        .isEqualTo(sale("9.50", "2026-03-27T23:00:00Z", "2026-03-29T22:00:00Z"));
    assertThat(onSale("0", "", "2026-03-29")).isEqualTo(sale("0.00", null, "2026-03-29T22:00:00Z"));
    assertThat(onSale("11.99", "2026-03-28", null))
        .isEqualTo(sale("11.99", "2026-03-27T23:00:00Z", null));
    assertThat(onSale("11.99", null, " ")).isEqualTo(sale("11.99", null, null));
  }

  private static PriceRule onSale(String price, String from, String to) {
    PlanFormReading reading = read(form("OWN_PRICE", price, from, to), "Europe/Berlin");
    return ((PlanFormReading.Valid) reading).draft().terms().price();
  }

  private static PriceRule sale(String price, String from, String until) {
    return new PriceRule.OwnPrice(
        usd("12.00"),
        Optional.of(
            new PriceRule.Sale(
                usd(price),
                Optional.ofNullable(from).map(Instant::parse),
                Optional.ofNullable(until).map(Instant::parse))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          12  | ''         | ''         | salePrice | Enter a sale price below 12.00
          13  | ''         | ''         | salePrice | Enter a sale price below 12.00
          -1  | ''         | ''         | salePrice | Enter an amount in USD of 0 or more, not '-1'
          ''  | 2026-03-01 | ''         | salePrice | Enter the sale price, or empty its days
          ''  | ''         | 2026-03-01 | salePrice | Enter the sale price, or empty its days
          9   | 2026-03-02 | 2026-03-01 | saleTo    | The sale ends before it begins; choose 2026-03-02 or a later day
          9   | 2026-02-31 | ''         | saleFrom  | There is no such day: '2026-02-31'
          9   | 1 March    | ''         | saleFrom  | Enter a day as year-month-day, for example 2026-12-31
          9   | ''         | 0000-01-01 | saleTo    | Enter a day as year-month-day, for example 2026-12-31
          9   | ''         | 9999-12-31 | saleTo    | Enter a day as year-month-day, for example 2026-12-31
          """)
  void wrongSaleIsExplained(String price, String from, String to, String field, String message) {
    assertThat(read(form("OWN_PRICE", price, from, to), "UTC")).isEqualTo(invalid(field, message));
  }

  @Test
  void saleOfASingleDayThatTheZoneSkippedIsRefused() {
    assertThat(read(form("OWN_PRICE", "9", "2011-12-30", "2011-12-30"), "Pacific/Apia"))
        .isEqualTo(
            invalid("saleTo", "The sale ends before it begins; choose 2011-12-30 or a later day"));
  }

  @ParameterizedTest
  @CsvSource({
    "PERCENT_OFF, 9, '', salePrice",
    "AMOUNT_OFF, 9, 2026-01-01, salePrice",
    "AMOUNT_OFF, '', 2026-01-01, saleFrom"
  })
  void onlyAnOwnPriceIsOnSale(String kind, String price, String from, String field) {
    assertThat(read(form(kind, price, from, ""), "UTC"))
        .isEqualTo(invalid(field, "Only a price of its own can be on sale; empty this field"));
    assertThat(read(form(kind, "", "", "2026-01-01"), "UTC"))
        .isEqualTo(invalid("saleTo", "Only a price of its own can be on sale; empty this field"));
  }

  private static PlanFormReading.Invalid invalid(String field, String message) {
    return new PlanFormReading.Invalid(List.of(new FieldViolation(field, message)));
  }

  private static PlanForm form(String kind, String price, String from, String to) {
    PlanFormBuilder form = new PlanFormBuilder();
    form.priceKind = kind;
    form.priceValue = "12";
    form.salePrice = price;
    form.saleFrom = from;
    form.saleTo = to;
    return form.build();
  }

  private static PlanFormReading read(PlanForm form, String zone) {
    return new PlanFormReader(
            CurrencyUnit.USD, ZoneId.of(zone), new FakeStorefront(), group -> false)
        .read(form);
  }
}
