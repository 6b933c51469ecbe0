package org.evergreen.demo.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AddressRulesTest {

  @Test
  void everythingThatIsMissingIsNamedAtOnce() {
    AddressForm empty = new AddressForm(null, "", null, " ", "", "", "", null);
    assertThat(AddressRules.problems(empty))
        .containsOnlyKeys("name", "line1", "city", "country", "postalCode");
    assertThat(empty.address()).isEmpty();
  }

  @Test
  void statesAndZipCodesAreCheckedInTheUnitedStates() {
    assertThat(AddressRules.problems(form("New York", "1218", "US")))
        .containsOnlyKeys("region", "postalCode");
    assertThat(form("ny", "12180-1234", "US").address().orElseThrow().region()).isEqualTo("NY");
  }

  @Test
  void otherCountriesNeedNoRegionAndIrelandNoPostalCode() {
    assertThat(AddressRules.problems(form("", "10115", "DE"))).isEmpty();
    assertThat(AddressRules.problems(form("", "", "IE"))).isEmpty();
    assertThat(AddressRules.problems(form("", "", "DE"))).containsOnlyKeys("postalCode");
  }

  @Test
  void countriesOutsideTheListAreRefused() {
    assertThat(AddressRules.problems(form("", "1", "XX"))).containsOnlyKeys("country");
    assertThat(AddressRules.problems(form("", "1", "us"))).containsKey("country");
  }

  @Test
  void whatIsTooLongForALabelIsRefused() {
    AddressForm form =
        new AddressForm(
            "x".repeat(201), "1 Street", "", "City", "NY", "12180", "US", "5".repeat(41));
    assertThat(AddressRules.problems(form)).containsOnlyKeys("name", "phone");
  }

  private static AddressForm form(String region, String postalCode, String country) {
    return new AddressForm("Kim", "1 Street", "", "City", region, postalCode, country, "");
  }
}
