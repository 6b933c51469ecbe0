package org.evergreen.demo.checkout;

import java.util.List;
import java.util.Optional;
import org.evergreen.payment.PaymentMethod;
import org.evergreen.payment.PaymentMethodId;
import org.evergreen.payment.PaymentMethods;
import org.evergreen.payment.UnknownPaymentMethodException;
import org.evergreen.payment.sandbox.SandboxCard;
import org.evergreen.storefront.CustomerId;
import org.springframework.stereotype.Component;

/** What a shopper can pay with: methods he has stored, and the sandbox's cards. */
@Component
public class Wallet {

  private static final String STORED = "stored-";
  private static final String CARD = "card-";

  private final PaymentMethods methods;

  Wallet(PaymentMethods methods) {
    this.methods = methods;
  }

  /** The methods that a shopper has used before, latest first. */
  public List<PaymentMethod> stored(CustomerId customer) {
    return methods.ofCustomer(customer);
  }

  /** The cards to try things with. */
  public List<SandboxCard> cards() {
    return List.of(SandboxCard.values());
  }

  /** The choice that stands at first: what was used last, else the card that works. */
  public String preselected(CustomerId customer) {
    return stored(customer).stream()
        .findFirst()
        .map(method -> STORED + method.id())
        .orElse(CARD + SandboxCard.SUCCEEDS.token());
  }

  /** The method that a form names; a new card is stored first. Empty when there is no such one. */
  public Optional<PaymentMethodId> choose(CustomerId customer, String choice) {
    if (choice.matches(STORED + "\\d{1,18}")) {
      PaymentMethodId id = new PaymentMethodId(Long.parseLong(choice.substring(STORED.length())));
      return methods.find(customer, id).map(PaymentMethod::id);
    }
    return choice.startsWith(CARD)
        ? store(customer, choice.substring(CARD.length()))
        : Optional.empty();
  }

  private Optional<PaymentMethodId> store(CustomerId customer, String token) {
    try {
      return Optional.of(methods.store(customer, token).id());
    } catch (UnknownPaymentMethodException unknown) {
      return Optional.empty();
    }
  }
}
