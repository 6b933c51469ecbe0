package org.evergreen.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.evergreen.form.FieldViolation;
import org.evergreen.storefront.ProductKind;
import org.evergreen.testing.FakeStorefront;
import org.joda.money.CurrencyUnit;

class PlanFormPropertiesTest {

  @Provide
  Arbitrary<List<String>> typed() {
    Arbitrary<String> sensible =
        Arbitraries.of(
            "1",
            "12",
            "9.90",
            "12,50",
            "-1",
            "0",
            "MONTH",
            "DAY",
            "PERCENT_OFF",
            "OWN_PRICE",
            "2026-02-28",
            "2026-02-31",
            "WEEKDAY-1",
            "DAY_OF_MONTH-15",
            "DAY_OF_YEAR",
            "PRORATED",
            "ONE_EVER",
            "USD",
            "");
    Arbitrary<String> wild = Arbitraries.strings().ofMaxLength(150);
    return Arbitraries.oneOf(sensible, wild).injectNull(0.1).list().ofSize(21);
  }

  @Property(tries = 2000)
  void anyTextIsReadToADraftOrToMessages(@ForAll("typed") List<String> t) {
    PlanForm form =
        new PlanForm(
            t.get(0),
            true,
            true,
            t.get(1),
            t.get(2),
            new PlanForm.Price(
                t.get(3), t.get(4), t.get(5), t.get(6), t.get(7), t.get(8), t.get(9)),
            new PlanForm.Start(
                t.get(10), t.get(11), true, t.get(12), t.get(13), t.get(14), t.get(15), t.get(16)),
            t.get(17),
            new PlanForm.Conditions(true, t.get(18), t.get(19), t.get(20), t.get(0)),
            Set.of("coffee"),
            t.get(1));
    FakeStorefront storefront = new FakeStorefront();
    storefront.product("coffee", ProductKind.PHYSICAL, "10.00");
    PlanFormReader reader =
        new PlanFormReader(CurrencyUnit.USD, ZoneOffset.UTC, storefront, group -> true);
    PlanFormReading reading = reader.read(form);
    if (reading instanceof PlanFormReading.Invalid invalid) {
      assertThat(invalid.violations()).isNotEmpty();
      assertThat(invalid.violations()).extracting(FieldViolation::field).doesNotHaveDuplicates();
      assertThat(invalid.violations()).extracting(FieldViolation::message).doesNotContain("");
    } else {
      assertThat(((PlanFormReading.Valid) reading).draft().name()).isNotBlank();
    }
  }
}
