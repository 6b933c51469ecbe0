package org.evergreen.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TypedTest {

  @Test
  void whatADatabaseRefusesBecomesASpace() {
    assertThat(Typed.line("Ada\u0000Green\u0000")).isEqualTo("Ada Green");
  }

  @Test
  void lineBreaksAndTabsBecomeSpaces() {
    assertThat(Typed.line(" 1\tRoad\r\nBack door\t ")).isEqualTo("1 Road Back door");
  }

  @Test
  void nothingTypedIsAnEmptyLine() {
    assertThat(Typed.line(null)).isEmpty();
  }
}
