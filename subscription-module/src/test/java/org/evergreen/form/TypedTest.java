package org.evergreen.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TypedTest {

  @Test
  void whatADatabaseRefusesIsLeftOut() {
    assertThat(Typed.line("A\u0000nn")).isEqualTo("Ann");
  }

  @Test
  void lineBreaksBecomeSpaces() {
    assertThat(Typed.line(" 1 Road\r\nBack door\t ")).isEqualTo("1 Road Back door");
  }

  @Test
  void nothingTypedIsAnEmptyLine() {
    assertThat(Typed.line(null)).isEmpty();
  }
}
