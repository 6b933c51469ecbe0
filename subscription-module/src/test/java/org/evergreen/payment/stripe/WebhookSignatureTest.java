package org.evergreen.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.net.Webhook;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import org.evergreen.payment.stripe.WebhookSignature.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSignatureTest {

  private static final Instant NOW = Instant.parse("2026-01-31T16:00:00Z");
  private static final String SECRET = "whsec_test";
  private static final byte[] BODY =
      "{\"id\":\"evt_1\",\"note\":\"ä\"}".getBytes(StandardCharsets.UTF_8);

  private final WebhookSignature signature = new WebhookSignature(SECRET);

  private static String signed(byte[] body, String secret, Instant at) {
    return "t=" + at.getEpochSecond() + ",v1=" + v1(body, secret, at);
  }

  /** By Stripe's own library, so that the check and the test are not wrong together. */
  private static String v1(byte[] body, String secret, Instant at) {
    try {
      String text = at.getEpochSecond() + "." + new String(body, StandardCharsets.UTF_8);
      return Webhook.Util.computeHmacSha256(secret, text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private Verdict check(String header) {
    return signature.check(BODY, header, NOW);
  }

  @Test
  void bodySignedWithTheSecretIsGenuine() {
    assertThat(check(signed(BODY, SECRET, NOW))).isEqualTo(Verdict.GENUINE);
  }

  @Test
  void otherSecretIsWrong() {
    assertThat(check(signed(BODY, "whsec_other", NOW))).isEqualTo(Verdict.WRONG);
  }

  @Test
  void changedOrCutOffBodyIsWrong() {
    String header = signed(BODY, SECRET, NOW);
    byte[] changed = BODY.clone();
    changed[7] ^= 1;

    assertThat(signature.check(changed, header, NOW)).isEqualTo(Verdict.WRONG);
    assertThat(signature.check(Arrays.copyOf(BODY, BODY.length - 1), header, NOW))
        .isEqualTo(Verdict.WRONG);
    assertThat(signature.check(new byte[0], header, NOW)).isEqualTo(Verdict.WRONG);
  }

  @Test
  void timeCannotBeChanged() {
    String header = signed(BODY, SECRET, NOW.minusSeconds(1000));
    String renewed = header.replaceFirst("t=\\d+", "t=" + NOW.getEpochSecond());

    assertThat(check(renewed)).isEqualTo(Verdict.WRONG);
  }

  @ParameterizedTest
  @CsvSource({
    "-301, TOO_OLD",
    "-300, GENUINE",
    "0, GENUINE",
    "300, GENUINE",
    "301, FROM_THE_FUTURE"
  })
  void signatureIsInTimeBothWays(long seconds, Verdict expected) {
    assertThat(check(signed(BODY, SECRET, NOW.plusSeconds(seconds)))).isEqualTo(expected);
  }

  @Test
  void wrongSignatureIsWrongHoweverOld() {
    assertThat(check(signed(BODY, "whsec_other", NOW.minusSeconds(1000)))).isEqualTo(Verdict.WRONG);
  }

  @Test
  void oneOfSeveralSignaturesIsEnough() {
    String old = v1(BODY, "whsec_old", NOW);
    String current = v1(BODY, SECRET, NOW);
    String time = "t=" + NOW.getEpochSecond();

    assertThat(check(time + ",v1=" + old + ",v1=" + current)).isEqualTo(Verdict.GENUINE);
    assertThat(check(time + ", v1=" + current + ",v0=x")).isEqualTo(Verdict.GENUINE);
    assertThat(check(time + ",v1=" + old)).isEqualTo(Verdict.WRONG);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "t=1", "v1=ab", "nonsense", "t=,v1=ab", "t=x,v1=ab", "t=1,t=2,v1=ab"})
  void headerWithoutTimeOrSignatureIsMissing(String header) {
    assertThat(check(header)).isEqualTo(Verdict.MISSING);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ab", "zz", "abc"})
  void signatureThatIsNoneIsWrong(String v1) {
    assertThat(check("t=" + NOW.getEpochSecond() + ",v1=" + v1)).isEqualTo(Verdict.WRONG);
  }

  @Test
  void schemeOfTheTestModeAloneIsNotEnough() {
    String v0 = signed(BODY, SECRET, NOW).replace("v1=", "v0=");

    assertThat(check(v0)).isEqualTo(Verdict.MISSING);
  }

  @Test
  void tooLargeABodyIsNotLookedAt() {
    byte[] large = new byte[WebhookSignature.LARGEST_BODY + 1];

    assertThat(signature.check(large, signed(large, SECRET, NOW), NOW))
        .isEqualTo(Verdict.TOO_LARGE);
  }

  @Test
  void checkWithoutASecretIsRefused() {
    assertThatThrownBy(() -> new WebhookSignature(" "))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("evergreen.stripe.webhook-secret");
  }
}
