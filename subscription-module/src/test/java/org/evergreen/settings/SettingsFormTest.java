package org.evergreen.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.evergreen.form.FieldViolation;
import org.evergreen.money.Percentage;
import org.evergreen.testing.SettingsBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsFormTest {

  @Property
  void whatAFormShowsIsReadBack(@ForAll("settings") MerchantSettings settings) {
    assertThat(SettingsForm.of(settings).read())
        .isEqualTo(new SettingsForm.Reading.Valid(settings));
  }

  @Provide
  Arbitrary<MerchantSettings> settings() {
    return SettingsArbitraries.settings();
  }

  @Property(tries = 500)
  void anyTextIsReadToSettingsOrToMessages(@ForAll("typed") Map<String, String> typed) {
    SettingsForm.Reading reading = new SettingsForm(typed).read();
    if (reading instanceof SettingsForm.Reading.Invalid invalid) {
      assertThat(invalid.violations()).extracting(FieldViolation::field).doesNotHaveDuplicates();
      assertThat(invalid.violations()).extracting(FieldViolation::message).doesNotContain("");
    }
  }

  @Provide
  Arbitrary<Map<String, String>> typed() {
    List<String> names = ShopSettings.all().stream().<String>map(Setting::name).toList();
    Arbitrary<String> texts =
        Arbitraries.oneOf(
            Arbitraries.of("true", "3", "RESTART", "NONE", "DISCOUNT", "12.5", "-1", ""),
            Arbitraries.strings().ofMaxLength(60));
    return Arbitraries.maps(Arbitraries.of(names), texts);
  }

  @Test
  void everySettingHasANameOfItsOwnAndADefaultThatItTakes() {
    List<Setting<?>> all = ShopSettings.all();
    assertThat(all).extracting(Setting::name).doesNotHaveDuplicates().hasSize(77);
    assertThat(all)
        .allSatisfy(setting -> assertThat(setting.name()).matches("[a-z]+(-[a-z0-9]+)*\\.[a-z-]+"));
    assertThat(all)
        .allSatisfy(setting -> assertThat(setting.parse(setting.writtenDefault())).isPresent());
  }

  @Test
  void defaultsAreTheDefaultsOfEachSetting() {
    Map<String, String> defaults = new HashMap<>();
    ShopSettings.all().forEach(setting -> defaults.put(setting.name(), setting.writtenDefault()));
    assertThat(new SettingsForm(defaults).read())
        .isEqualTo(new SettingsForm.Reading.Valid(MerchantSettings.defaults()));
  }

  @Test
  void boxThatIsNotTickedIsForbidden() {
    Map<String, String> typed = typedDefaults();
    typed.remove("self-service.pause");
    typed.remove("checkout.gifts");
    MerchantSettings settings = valid(typed);
    assertThat(settings.selfService().allows(SelfService.Action.PAUSE)).isFalse();
    assertThat(settings.selfService().allows(SelfService.Action.SKIP)).isTrue();
    assertThat(settings.checkout()).isEqualTo(new CheckoutRules(true, true, false));
  }

  @Test
  void everyWrongFieldIsNamedAtOnce() {
    Map<String, String> typed = typedDefaults();
    typed.put("self-service.pauses-per-year", "100");
    typed.put("changes.upgrade", "GIVE_AWAY");
    typed.put("billing.unpaid-order-days", "0");
    typed.remove("billing.access-days");
    typed.put("checkout.mixing", "maybe");
    assertThat(invalid(typed))
        .containsExactlyInAnyOrder(
            new FieldViolation(
                "self-service.pauses-per-year", "Enter a whole number from 0 to 99, not '100'"),
            new FieldViolation("changes.upgrade", "Choose one of the values in the list"),
            new FieldViolation(
                "billing.unpaid-order-days", "Enter a whole number from 1 to 365, not '0'"),
            new FieldViolation("billing.access-days", "Enter a whole number from 0 to 365"),
            new FieldViolation("checkout.mixing", "Say yes or no, not 'maybe'"));
  }

  @ParameterizedTest
  @CsvSource({
    "'', 3, save-offer.percent, 'Enter a percentage above 0 and at most 100, for example 12.5'",
    "0, 3, save-offer.percent, 'Enter a percentage above 0 and at most 100, for example 12.5, not"
        + " ''0'''",
    "100.1, 3, save-offer.percent, 'Enter a percentage above 0 and at most 100, for example 12.5,"
        + " not ''100.1'''",
    "20, 0, save-offer.payments, 'Enter a whole number from 1 to 120, not ''0'''",
    "20, x, save-offer.payments, 'Enter a whole number from 1 to 120, not ''x'''"
  })
  void discountToStayNeedsPercentAndPayments(
      String percent, String payments, String field, String message) {
    Map<String, String> typed = typedDefaults();
    typed.put("save-offer.kind", "DISCOUNT");
    typed.put("save-offer.percent", percent);
    typed.put("save-offer.payments", payments);
    assertThat(invalid(typed)).containsExactly(new FieldViolation(field, message));
  }

  @Test
  void whatADiscountWouldBeMattersOnlyWhenItIsOffered() {
    Map<String, String> typed = typedDefaults();
    typed.put("save-offer.kind", "PAUSE");
    typed.put("save-offer.percent", "lots");
    assertThat(valid(typed).saveOffer()).isEqualTo(new SaveOffer.Pause());
    typed.put("save-offer.kind", "DISCOUNT");
    typed.put("save-offer.percent", " 12.50 ");
    typed.put("save-offer.payments", " 2 ");
    assertThat(valid(typed).saveOffer())
        .isEqualTo(new SaveOffer.Discount(Percentage.of("12.5"), 2));
  }

  @Test
  void stepOfNoHoursIsLeftOutOfTheLadder() {
    Map<String, String> typed = typedDefaults();
    typed.put("dunning-step-2.hours", "0");
    typed.put("dunning-step-8.hours", "100");
    typed.put("dunning-step-8.mail", "LAST_CALL");
    assertThat(valid(typed).dunning().ladder().steps())
        .extracting(step -> step.after().toHours())
        .containsExactly(12L, 24L, 48L, 72L, 100L);
  }

  @Test
  void ladderHasAFirstStep() {
    Map<String, String> typed = typedDefaults();
    typed.put("dunning-step-1.hours", "0");
    assertThat(invalid(typed))
        .containsExactly(
            new FieldViolation(
                "dunning-step-1.hours", "Enter a whole number from 1 to 720, not '0'"));
  }

  @Test
  void longTextIsShownShortened() {
    Map<String, String> typed = typedDefaults();
    typed.put("billing.access-days", "9".repeat(200));
    assertThat(invalid(typed))
        .containsExactly(
            new FieldViolation(
                "billing.access-days",
                "Enter a whole number from 0 to 365, not '" + "9".repeat(40) + "...'"));
  }

  @Test
  void settingsThatNoFormTakesAreNotWritten() {
    MerchantSettings tooLong = SettingsBuilder.settings().saveDiscount("20", 121).build();
    assertThatThrownBy(() -> ShopSettings.write(tooLong))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Not a value of save-offer.payments: 121. Enter a whole number from 1 to 120");
  }

  private static Map<String, String> typedDefaults() {
    return new HashMap<>(SettingsForm.of(MerchantSettings.defaults()).typed());
  }

  private static MerchantSettings valid(Map<String, String> typed) {
    SettingsForm.Reading reading = new SettingsForm(typed).read();
    assertThat(reading).isInstanceOf(SettingsForm.Reading.Valid.class);
    return ((SettingsForm.Reading.Valid) reading).settings();
  }

  private static List<FieldViolation> invalid(Map<String, String> typed) {
    SettingsForm.Reading reading = new SettingsForm(typed).read();
    assertThat(reading).isInstanceOf(SettingsForm.Reading.Invalid.class);
    return ((SettingsForm.Reading.Invalid) reading).violations();
  }
}
