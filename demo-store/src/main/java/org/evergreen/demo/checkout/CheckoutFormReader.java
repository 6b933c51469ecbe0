package org.evergreen.demo.checkout;

import java.util.Optional;
import org.evergreen.demo.account.AddressBook;
import org.evergreen.demo.account.SavedAddress;
import org.evergreen.demo.account.ShopUser;
import org.evergreen.payment.PaymentMethodId;
import org.joda.money.Money;
import org.springframework.stereotype.Component;

/** Reads checkout forms. */
@Component
public class CheckoutFormReader {

  private static final String TOKEN = "[A-Za-z0-9-]{16,64}";

  private final AddressBook addresses;
  private final Wallet wallet;

  CheckoutFormReader(AddressBook addresses, Wallet wallet) {
    this.addresses = addresses;
    this.wallet = wallet;
  }

  /** What the form asks for; a new card is stored on the way. */
  public CheckoutReading read(ShopUser shopper, CheckoutForm form) {
    Optional<Money> seen = seen(form.total());
    if (seen.isEmpty() || !form.token().matches(TOKEN)) {
      return new CheckoutReading.Unreadable("Please check your order and send it once more.");
    }
    Optional<SavedAddress> shipTo = address(shopper, form.address());
    if (!form.address().isEmpty() && shipTo.isEmpty()) {
      return new CheckoutReading.Unreadable("Please choose where your order goes.");
    }
    WalletChoice choice = wallet.choose(shopper.customer(), form.method(), form.card());
    if (choice instanceof WalletChoice.None none) {
      return new CheckoutReading.Unreadable(none.advice());
    }
    PaymentMethodId method = ((WalletChoice.Chosen) choice).method();
    return new CheckoutReading.Readable(
        new CheckoutRequest(
            shopper, form.token(), shipTo.map(SavedAddress::address), method, seen.get()));
  }

  private Optional<SavedAddress> address(ShopUser shopper, String id) {
    return id.matches("\\d{1,18}")
        ? addresses.find(shopper.accountId(), Long.parseLong(id))
        : Optional.empty();
  }

  private static Optional<Money> seen(String total) {
    return total.matches("[A-Z]{3} \\d{1,12}(\\.\\d{1,4})?") ? parsed(total) : Optional.empty();
  }

  private static Optional<Money> parsed(String total) {
    try {
      return Optional.of(Money.parse(total));
    } catch (IllegalArgumentException | ArithmeticException noAmount) {
      return Optional.empty();
    }
  }
}
