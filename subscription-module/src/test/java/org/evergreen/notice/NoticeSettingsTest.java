package org.evergreen.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoticeSettingsTest {

  @Test
  void pausesGrowFourfoldUpToHalfADay() {
    NoticeSettings settings = settings("https://shop.example.com", 9);

    assertThat(IntStream.rangeClosed(1, 7).mapToObj(settings::pauseAfter))
        .containsExactly(
            Duration.ofMinutes(1),
            Duration.ofMinutes(4),
            Duration.ofMinutes(16),
            Duration.ofMinutes(64),
            Duration.ofMinutes(256),
            Duration.ofHours(12),
            Duration.ofHours(12));
    assertThat(settings.pauseAfter(Integer.MAX_VALUE)).isEqualTo(Duration.ofHours(12));
  }

  @Test
  void theLastAttemptIsTheOneThatTheSettingNames() {
    NoticeSettings settings = settings("https://shop.example.com", 3);

    assertThat(settings.isLast(2)).isFalse();
    assertThat(settings.isLast(3)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://shop.example.com", "https://shop.example.com/"})
  void linksLeadIntoTheShopWithOrWithoutASlashAtItsEnd(String shop) {
    NoticeSettings settings = settings(shop, 3);

    assertThat(settings.accountLink()).isEqualTo("https://shop.example.com/account/subscriptions");
    assertThat(settings.subscriptionLink("7"))
        .isEqualTo("https://shop.example.com/account/subscriptions/7");
  }

  @ParameterizedTest
  @ValueSource(strings = {"shop.example.com", "javascript:alert(1)", "ftp://shop.example.com"})
  void anAddressThatIsNoWebAddressIsRefusedAndNamed(String shop) {
    assertThatThrownBy(() -> settings(shop, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(shop);
  }

  @Test
  void aLocaleWithoutALanguageIsRefused() {
    assertThatThrownBy(
            () ->
                new NoticeSettings(
                    "Green Shop",
                    URI.create("https://shop.example.com"),
                    Locale.forLanguageTag("no such tag"),
                    "/account",
                    3,
                    Duration.ofMinutes(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("en-US");
  }

  @Test
  void atLeastOneAttemptIsNeeded() {
    assertThatThrownBy(() -> settings("https://shop.example.com", 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0");
  }

  private static NoticeSettings settings(String shop, int attempts) {
    return new NoticeSettings(
        "Green Shop",
        URI.create(shop),
        Locale.US,
        "/account/subscriptions",
        attempts,
        Duration.ofMinutes(1));
  }
}
