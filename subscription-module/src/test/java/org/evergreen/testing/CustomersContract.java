package org.evergreen.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.evergreen.storefront.CustomerId;
import org.evergreen.storefront.CustomerProfile;
import org.evergreen.storefront.Customers;
import org.junit.jupiter.api.Test;

/** What every host's {@link Customers} must do. */
public abstract class CustomersContract {

  protected abstract Customers customers();

  /** A customer of the host, exactly as he must be described. */
  protected abstract CustomerProfile customer();

  @Test
  protected void customersAreDescribedById() {
    CustomerProfile known = customer();
    assertThat(customers().profiles(List.of(known.id(), known.id())))
        .containsOnlyKeys(known.id())
        .containsEntry(known.id(), known);
  }

  @Test
  protected void unknownCustomersAreLeftOut() {
    List<CustomerId> ids =
        List.of(
            new CustomerId("no-such-key"),
            new CustomerId("-1"),
            new CustomerId("99999999999999999999999"),
            new CustomerId("x".repeat(64)),
            customer().id());
    assertThat(customers().profiles(ids)).containsOnlyKeys(customer().id());
    assertThat(customers().profiles(List.of())).isEmpty();
  }

  @Test
  protected void verifiedAddressIsTheCustomersOwnAndStrangersHaveNone() {
    assertThat(customers().verifiedEmail(customer().id())).contains(customer().email());
    assertThat(customers().verifiedEmail(new CustomerId("no-such-key"))).isEmpty();
    assertThat(customers().verifiedEmail(new CustomerId("-1"))).isEmpty();
  }

  @Test
  protected void nobodyIsSignedInOutsideOfARequest() {
    assertThat(customers().signedIn()).isEmpty();
  }

  @Test
  protected void personalDataStaysOutOfLogs() {
    assertThat(customer().toString())
        .doesNotContain(customer().email())
        .contains(customer().id().value());
  }
}
