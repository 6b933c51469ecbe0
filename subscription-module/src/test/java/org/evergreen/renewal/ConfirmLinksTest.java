package org.evergreen.renewal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.IntStream;
import org.evergreen.payment.ChargeId;
import org.evergreen.renewal.ConfirmLinks.Reading;
import org.evergreen.testing.StepClock;
import org.evergreen.testing.TestDatabase;
import org.evergreen.time.ShopTime;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfirmLinksTest {

  private static final URI SHOP = URI.create("https://shop.example/store/");
  private static final String SECRET = "a secret of the shop, long enough for it";
  private static final ChargeId CHARGE = new ChargeId(4711);

  private static TestDatabase database;

  private final StepClock clock = StepClock.at("2026-03-01T10:00:00Z");
  private final ConfirmLinks links = node(Optional.empty());

  private ConfirmLinks node(Optional<String> secret) {
    ShopTime time = new ShopTime(clock, ZoneOffset.UTC);
    ConfirmLinkSettings settings = ConfirmLinkSettings.of(SHOP, secret);
    return new ConfirmLinks(new LinkKey(database.jdbc(), time, secret), settings, time);
  }

  @BeforeAll
  static void open() {
    database = TestDatabase.migrated();
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @BeforeEach
  void empty() {
    database.empty();
  }

  @Test
  void linkLeadsToTheShopsPageAndNamesItsCharge() {
    String link = links.link(CHARGE).toString();

    assertThat(link).startsWith("https://shop.example/store/account/payments/confirm?token=");
    assertThat(links.read(link.substring(link.indexOf('=') + 1)))
        .isEqualTo(new Reading.Valid(CHARGE, clock.instant().plus(Duration.ofDays(14))));
  }

  @Test
  void linkExpires() {
    String token = links.token(CHARGE);

    clock.advance(Duration.ofDays(14).minusSeconds(1));
    assertThat(links.read(token)).isInstanceOf(Reading.Valid.class);
    clock.advance(Duration.ofSeconds(1));
    assertThat(links.read(token)).isEqualTo(new Reading.Expired(CHARGE));
  }

  @Test
  void noCharacterOfALinkCanBeChanged() {
    String token = links.token(CHARGE);

    assertThat(IntStream.range(0, token.length()).mapToObj(at -> links.read(altered(token, at))))
        .containsOnly(new Reading.Unknown());
  }

  private static String altered(String token, int at) {
    char other = token.charAt(at) == 'A' ? 'B' : 'A';
    return token.substring(0, at) + other + token.substring(at + 1);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "x", "%00", "../../etc/passwd", "AAAA AAAA", "ÄÖÜ"})
  void whatIsNoLinkIsUnknown(String token) {
    assertThat(links.read(token)).isEqualTo(new Reading.Unknown());
  }

  @Test
  void linkThatIsCutOffOrLengthenedIsUnknown() {
    String token = links.token(CHARGE);

    assertThat(links.read(token.substring(0, 60))).isEqualTo(new Reading.Unknown());
    assertThat(links.read(token + "AAAA")).isEqualTo(new Reading.Unknown());
  }

  @Test
  void linkOfAnotherShopIsUnknown() {
    String foreign = node(Optional.of(SECRET)).token(CHARGE);

    assertThat(links.read(foreign)).isEqualTo(new Reading.Unknown());
  }

  @Test
  void nodesOfAShopShareTheKeyThatTheFirstOneMade() {
    String token = links.token(CHARGE);

    assertThat(node(Optional.empty()).read(token)).isInstanceOf(Reading.Valid.class);
  }

  @Test
  void configuredSecretIsNotWrittenDown() {
    String token = node(Optional.of(SECRET)).token(CHARGE);

    assertThat(node(Optional.of(SECRET)).read(token)).isInstanceOf(Reading.Valid.class);
    assertThat(database.jdbc().queryForList("select * from evergreen_secret")).isEmpty();
  }

  @Test
  void secretThatCouldBeGuessedIsRefused() {
    assertThatThrownBy(() -> ConfirmLinkSettings.of(SHOP, Optional.of("secret")))
        .hasMessageContaining("at least 32 characters");
  }

  @Test
  void secretIsNotInTheSettingsText() {
    assertThat(ConfirmLinkSettings.of(SHOP, Optional.of(SECRET)).toString()).doesNotContain(SECRET);
  }
}
