package org.evergreen.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.evergreen.testing.OfferBuilder.monthly;
import static org.evergreen.testing.PaidOrderBuilder.order;

import java.util.List;
import java.util.Optional;
import org.evergreen.checkout.SubscriptionCheckout;
import org.evergreen.payment.PaymentMethodId;
import org.evergreen.payment.PaymentMethods;
import org.evergreen.payment.sandbox.SandboxCard;
import org.evergreen.storefront.CustomerId;
import org.evergreen.storefront.PostalAddress;
import org.evergreen.storefront.ProductKind;
import org.evergreen.storefront.Sku;
import org.evergreen.subscription.SubscriptionEvent.What;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DetailCommandsTest {

  private static final Actor SHOPPER = Actor.shopper();
  private static final CustomerId BOB = new CustomerId("bob");
  private static final PostalAddress GRAZ =
      new PostalAddress("Ada Green", "2 Side Street", "", "Graz", "", "8010", "AT", "");

  private static SubscriptionFixture fixture;
  private static DetailCommands details;
  private static Sku coffee;

  private CustomerId ada;
  private SubscriptionId parcel;
  private SubscriptionId club;

  @BeforeAll
  static void open() {
    fixture = new SubscriptionFixture();
    details = fixture.shop.get(DetailCommands.class);
    coffee = fixture.shop.storefront().product("Coffee", ProductKind.PHYSICAL, "12.00");
  }

  @AfterAll
  static void close() {
    fixture.close();
  }

  @BeforeEach
  void start() {
    fixture.reset();
    ada = fixture.shop.storefront().customer("ada");
    club = fixture.start(ada, monthly("10"));
    parcel = startParcel(ada, "parcel");
  }

  private static SubscriptionId startParcel(CustomerId customer, String order) {
    return fixture
        .shop
        .get(SubscriptionCheckout.class)
        .onOrderPaid(
            order(order, customer, fixture.shop.time().now())
                .with(coffee, 1, monthly("12"))
                .build())
        .get(0);
  }

  @Test
  void anotherMethodPaysFromNowOn() {
    PaymentMethodId method = card(ada, SandboxCard.SUCCEEDS);
    details.payWith(Seen.any(club), SHOPPER, method);
    assertThat(fixture.get(club).method()).contains(method);
    SubscriptionEvent entry = fixture.queries.history(club).get(0);
    assertThat(entry.what()).isEqualTo(What.METHOD_CHANGED);
    assertThat(entry.note()).isEqualTo("Visa ending in 4242");
  }

  @Test
  void methodThatIsNotTheCustomersOrHasExpiredIsRefused() {
    PaymentMethodId bobs = card(BOB, SandboxCard.SUCCEEDS);
    assertThatThrownBy(() -> details.payWith(Seen.any(club), SHOPPER, bobs))
        .isInstanceOf(ActionRefusedException.class)
        .hasMessage("This payment method is not stored any more.");
    PaymentMethodId expired = card(ada, SandboxCard.EXPIRED);
    assertThatThrownBy(() -> details.payWith(Seen.any(club), SHOPPER, expired))
        .hasMessage("This payment method expired in 2024-01; choose another one.");
    assertThat(fixture.get(club).method()).isEmpty();
  }

  @Test
  void oneMethodPaysForAllThatIsNotOver() {
    SubscriptionId over = fixture.start(ada, monthly("10"));
    fixture.commands.cancelNow(Seen.any(over), Actor.merchant("clerk"), "");
    SubscriptionId bobs = fixture.start(BOB, monthly("10"));
    PaymentMethodId method = card(ada, SandboxCard.SUCCEEDS);
    assertThat(details.payAllWith(ada, SHOPPER, method)).isEqualTo(2);
    assertThat(details.payAllWith(ada, SHOPPER, method)).isZero();
    assertThat(fixture.get(club).method()).contains(method);
    assertThat(fixture.get(parcel).method()).contains(method);
    assertThat(fixture.get(over).method()).isEmpty();
    assertThat(fixture.get(bobs).method()).isEmpty();
    assertThat(notices("DETAILS_CHANGED")).hasSize(1);
  }

  @Test
  void addressOfAllIsThatOfWhatShipsToTheCustomer() {
    SubscriptionId gift = startParcel(ada, "gift");
    fixture.update(gift, "recipient_email = 'eve@example.com', recipient_name = 'Eve'");
    Optional<Long> before = fixture.get(gift).shipTo();
    assertThat(details.shipAllTo(ada, SHOPPER, GRAZ)).isEqualTo(1);
    assertThat(address(parcel)).isEqualTo(GRAZ);
    assertThat(fixture.get(gift).shipTo()).isEqualTo(before);
    assertThat(fixture.get(club).shipTo()).isEmpty();
    assertThat(details.shipAllTo(ada, SHOPPER, GRAZ)).isZero();
  }

  @Test
  void addressOfOneIsChangedAndRepeatingItDoesNothing() {
    details.shipTo(Seen.any(parcel), SHOPPER, GRAZ);
    long version = fixture.get(parcel).version();
    details.shipTo(Seen.any(parcel), SHOPPER, GRAZ);
    assertThat(fixture.get(parcel).version()).isEqualTo(version);
    assertThat(fixture.queries.history(parcel).get(0).note()).isEqualTo("Graz, AT");
    assertThatThrownBy(() -> details.shipTo(Seen.any(club), SHOPPER, GRAZ))
        .hasMessage("Nothing of this subscription is shipped.");
  }

  @Test
  void recipientFindsWhatOthersPayForHim() {
    fixture.update(parcel, "recipient_email = 'Eve@Example.com', recipient_name = 'Eve'");
    assertThat(fixture.queries.forRecipient(" eve@example.COM "))
        .extracting(Subscription::id)
        .containsExactly(parcel);
    assertThat(fixture.queries.findForRecipient("eve@example.com", parcel)).isPresent();
    assertThat(fixture.queries.findForRecipient("eve@example.com", club)).isEmpty();
    assertThat(fixture.queries.forRecipient("mallory@example.com")).isEmpty();
  }

  @Test
  void automaticRenewalIsTurnedOffAndOnAgain() {
    details.automaticRenewal(Seen.any(club), SHOPPER, false);
    assertThat(fixture.get(club).automaticRenewal()).isFalse();
    assertThatThrownBy(() -> details.automaticRenewal(Seen.any(club), SHOPPER, true))
        .isInstanceOf(ActionRefusedException.class);
    details.payWith(Seen.any(club), SHOPPER, card(ada, SandboxCard.SUCCEEDS));
    details.automaticRenewal(Seen.any(club), SHOPPER, true);
    assertThat(fixture.get(club).automaticRenewal()).isTrue();
    assertThat(fixture.queries.history(club))
        .extracting(SubscriptionEvent::what)
        .startsWith(What.AUTOMATIC_RENEWAL_ON, What.METHOD_CHANGED, What.AUTOMATIC_RENEWAL_OFF);
  }

  private static PostalAddress address(SubscriptionId id) {
    Long key = fixture.get(id).shipTo().orElseThrow();
    return fixture.shop.get(Addresses.class).byId(List.of(key)).get(key);
  }

  private static List<String> notices(String kind) {
    return fixture
        .shop
        .jdbc()
        .queryForList("select dedupe_key from evergreen_notice where kind = ?", String.class, kind);
  }

  private static PaymentMethodId card(CustomerId customer, SandboxCard card) {
    return fixture.shop.get(PaymentMethods.class).store(customer, card.token()).id();
  }
}
