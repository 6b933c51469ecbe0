package org.evergreen.demo.cart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(
      strings = {
        "0",
        "-1",
        "100",
        "99999999999999999999",
        "1.5",
        "1e2",
        "two",
        " ",
        "0x1",
        "\u0661",
        "+1"
      })
  void onlyWholeNumbersFromOneToTheMostAreQuantities(String typed) {
    assertThat(Quantity.read(typed)).isEmpty();
  }

  @Test
  void spacesAroundANumberAreForgiven() {
    assertThat(Quantity.read(" 7 ")).hasValue(7);
    assertThat(Quantity.read("99")).hasValue(99);
    assertThat(Quantity.read("001")).hasValue(1);
  }
}
