package org.evergreen.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.evergreen.installation.IdentityCheck.Copy;
import org.evergreen.installation.IdentityCheck.Declared;
import org.evergreen.installation.IdentityCheck.FirstStart;
import org.evergreen.installation.IdentityCheck.SameShop;
import org.evergreen.installation.IdentityCheck.Unreadable;
import org.evergreen.testing.Concurrently;
import org.evergreen.testing.StepClock;
import org.evergreen.testing.TestDatabase;
import org.evergreen.time.ShopTime;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShopIdentityTest {

  private static final TestDatabase DATABASE = TestDatabase.migrated();
  private static final Instant NOW = Instant.parse("2026-03-10T14:00:00Z");
  private static final String SHOP = "https://shop.example";

  private final ShopTime time = new ShopTime(StepClock.at(NOW.toString()), ZoneOffset.UTC);

  @TempDir Path directory;

  @BeforeEach
  void empty() {
    DATABASE.empty();
  }

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @Test
  void theFirstStartTakesTheDatabaseAndLaterOnesAreTheSameShop() {
    assertThat(at(SHOP, "one").check()).isEqualTo(new FirstStart());
    assertThat(at(SHOP, "one").check()).isEqualTo(new SameShop());
    assertThat(at(SHOP, "one").granted()).isTrue();
  }

  @Test
  void ofTwoInstallationsThatStartAtOnceOneHasTheDatabase() {
    List<IdentityCheck> checks =
        Concurrently.call(8, () -> at(SHOP, "node-" + Thread.currentThread().getId()).check());

    assertThat(checks).filteredOn(IdentityCheck::isTheShop).hasSize(1);
    assertThat(checks).filteredOn(Copy.class::isInstance).hasSize(7);
  }

  @Test
  void nodesWithOneIdThatStartAtOnceAreAllTheShop() {
    assertThat(Concurrently.call(8, () -> at(SHOP, "cluster").granted())).containsOnly(true);
  }

  @ParameterizedTest
  @CsvSource({
    "https://shop.example, two, has another id",
    "https://staging.example, one, same id at another address",
    "https://shop.example:8443, one, same id at another address",
    "https://shop.example/new, one, same id at another address",
    "http://localhost:8080, two, another installation at another address"
  })
  void anotherIdOrAnotherAddressIsACopy(String url, String id, String difference) {
    at(SHOP, "one").check();

    IdentityCheck check = at(url, id).check();

    assertThat(check.isTheShop()).isFalse();
    assertThat(((Copy) check).difference()).contains(difference);
    assertThat(((Copy) check).recorded().installation()).isEqualTo(new Installation(SHOP, "one"));
    assertThat(((Copy) check).recorded().by()).isEqualTo("the first start");
    assertThat(at(url, id).refusal().orElseThrow())
        .contains("Nothing is charged", SHOP, url + " (installation " + id + ")");
  }

  @ParameterizedTest
  @CsvSource({
    "https://shop.example, http://SHOP.example/",
    "https://shop.example, https://shop.example:443",
    "http://localhost:8080, http://127.0.0.1:8090"
  })
  void whatIsNoOtherPlaceIsNoOtherAddress(String recorded, String now) {
    at(recorded, "one").check();

    assertThat(at(now, "one").check()).isEqualTo(new SameShop());
  }

  @Test
  void aLostFileOfTheSameAddressStopsChargesUntilTheMerchantSaysThatThisIsTheShop()
      throws IOException {
    Path file = directory.resolve("installation");
    withFile(file).check();
    Files.delete(file);

    ShopIdentity again = withFile(file);

    assertThat(((Copy) again.check()).difference()).contains("its installation file was lost");
    again.thisIsTheShop("Grace");
    assertThat(again.check()).isEqualTo(new SameShop());
    assertThat(withFile(file).check()).isEqualTo(new SameShop());
  }

  @Test
  void anUnreadableFileStopsChargesAndIsReadAgainWhenItIsRepaired() throws IOException {
    Path file = Files.writeString(directory.resolve("installation"), "no id!");
    ShopIdentity identity = withFile(file);

    assertThat(identity.check()).isInstanceOf(Unreadable.class);
    assertThat(identity.refusal().orElseThrow())
        .contains("no mail is sent", file.toString(), "does not hold an installation id");
    assertThatThrownBy(() -> identity.thisIsTheShop("Grace"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(file.toString());

    Files.writeString(file, "one");
    assertThat(identity.granted()).isTrue();
  }

  @Test
  void aDeclaredCopyIsKnownWithWhoSaidSoAndWhenAndStaysACopy() {
    at(SHOP, "one").check();
    ShopIdentity copy = at("https://staging.example", "two");

    copy.thisIsACopy("Grace");
    copy.thisIsACopy("Heidi");

    assertThat(((Copy) copy.check()).declared()).contains(new Declared(NOW, "Heidi"));
    assertThat(copy.granted()).isFalse();
    assertThat(at(SHOP, "one").check()).isEqualTo(new SameShop());
  }

  @Test
  void aShopThatMovedIsTheShopAndTheOldOneIsNot() {
    at(SHOP, "one").check();
    ShopIdentity moved = at("https://new.example", "two");
    moved.thisIsACopy("Grace");

    moved.thisIsTheShop("Heidi");

    assertThat(moved.check()).isEqualTo(new SameShop());
    Copy old = (Copy) at(SHOP, "one").check();
    assertThat(old.recorded().by()).isEqualTo("Heidi");
    assertThat(old.recorded().at()).isEqualTo(NOW);
    assertThat(DATABASE.jdbc().queryForList("select 1 from evergreen_known_copy")).isEmpty();
  }

  @Test
  void anIdThatIsNoneIsRefusedAtStart() {
    assertThatThrownBy(() -> at(SHOP, "two words"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("evergreen.shop.installation-id");
  }

  private ShopIdentity at(String url, String id) {
    return identity(
        new InstallationSettings(URI.create(url), Optional.of(id), directory.resolve("not-used")));
  }

  private ShopIdentity withFile(Path file) {
    return identity(new InstallationSettings(URI.create(SHOP), Optional.empty(), file));
  }

  private ShopIdentity identity(InstallationSettings settings) {
    return new ShopIdentity(DATABASE.jdbc(), DATABASE.transactions(), settings, time);
  }
}
