package org.evergreen.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecipientTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pat@example.org",
        "pat.o'neil+gift@mail.example.co.uk",
        "jürgen@bücher.example",
        "p@1.io"
      })
  void addressesThatMailIsSentToAreTaken(String email) {
    assertThat(new Recipient(" " + email + " ", "Pat").email()).isEqualTo(email);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "pat",
        "pat@example",
        "@example.org",
        "a b@example.org",
        "<script>@example.org",
        "pat@exam\u0000ple.org",
        "pat@example..org",
        "pat@-example.org",
        "pat@example.org\nbcc: other@example.org"
      })
  void whatIsNoAddressIsRefused(String email) {
    assertThatThrownBy(() -> new Recipient(email, "Pat"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anAddressIsNotLongerThanMailServersTake() {
    assertThat(Recipient.isEmail("p@" + "a".repeat(248) + ".org")).isTrue();
    assertThat(Recipient.isEmail("p@" + "a".repeat(249) + ".org")).isFalse();
  }
}
