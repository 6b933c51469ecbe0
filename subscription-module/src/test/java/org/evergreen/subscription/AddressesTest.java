package org.evergreen.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.evergreen.storefront.CustomerId;
import org.evergreen.storefront.PostalAddress;
import org.evergreen.testing.Concurrently;
import org.evergreen.testing.FakeStorefront;
import org.evergreen.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AddressesTest {

  private static final CustomerId ADA = new CustomerId("ada");
  private static final PostalAddress HOME = FakeStorefront.address();

  private static TestDatabase database;
  private static Addresses addresses;

  @BeforeAll
  static void open() {
    database = TestDatabase.migrated();
    addresses = new Addresses(database.namedJdbc());
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
  void equalAddressesOfACustomerAreKeptOnce() {
    long home = addresses.keep(ADA, HOME);
    assertThat(addresses.keep(ADA, FakeStorefront.address())).isEqualTo(home);
    assertThat(addresses.keep(new CustomerId("bob"), HOME)).isNotEqualTo(home);
    assertThat(addresses.byId(List.of(home, -1L))).containsOnlyKeys(home).containsValue(HOME);
    assertThat(addresses.byId(List.of())).isEmpty();
  }

  @Test
  void addressThatIsKeptAtTheSameMomentIsOneRow() {
    List<Long> keys = Concurrently.call(8, () -> addresses.keep(ADA, HOME));
    assertThat(keys.stream().distinct()).hasSize(1);
  }

  @Test
  void everyPartMakesAnotherAddress() {
    List<PostalAddress> different =
        List.of(
            HOME,
            new PostalAddress("Ada", "1", "2", "Town", "", "", "US", ""),
            new PostalAddress("Ada", "12", "", "Town", "", "", "US", ""),
            new PostalAddress("Ada", "1", "2", "", "Town", "", "US", ""),
            new PostalAddress("Ada", "1", "2", "Town", "", "", "GB", ""),
            new PostalAddress("Ada", "1", "2", "Town", "", "", "US", "1"),
            new PostalAddress("Ada", "1", "2", "Town", "", "1", "US", ""));
    assertThat(different.stream().map(Addresses::fingerprint)).doesNotHaveDuplicates();
    assertThat(different.stream().map(address -> addresses.keep(ADA, address)))
        .doesNotHaveDuplicates();
  }

  @Test
  void lettersOfEveryScriptAreKept() {
    PostalAddress address = new PostalAddress("Åse Ødegård", "Łódź 5", "", "東京", "", "", "JP", "");
    long key = addresses.keep(ADA, address);
    assertThat(addresses.byId(List.of(key))).containsEntry(key, address);
  }
}
