package org.evergreen.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.evergreen.form.FieldViolation;
import org.joda.money.CurrencyUnit;

class PlanFormPropertiesTest {

  @Provide
  Arbitrary<List<String>> typed() {
    Arbitrary<String> sensible =
        Arbitraries.of(
            "1", "12", "9.90", "12,50", "-1", "0", "MONTH", "DAY", "PERCENT_OFF", "OWN_PRICE", "");
    Arbitrary<String> wild = Arbitraries.strings().ofMaxLength(150);
    return Arbitraries.oneOf(sensible, wild).injectNull(0.1).list().ofSize(9);
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
            t.get(3),
            t.get(4),
            t.get(5),
            t.get(6),
            t.get(7),
            t.get(8),
            Set.of("coffee"));
    PlanFormReading reading = new PlanFormReader(CurrencyUnit.USD).read(form);
    if (reading instanceof PlanFormReading.Invalid invalid) {
      assertThat(invalid.violations()).isNotEmpty();
      assertThat(invalid.violations()).extracting(FieldViolation::field).doesNotHaveDuplicates();
      assertThat(invalid.violations()).extracting(FieldViolation::message).doesNotContain("");
    } else {
      assertThat(((PlanFormReading.Valid) reading).draft().name()).isNotBlank();
    }
  }
}
