package org.evergreen.payment.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.CardException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentMethod;
import com.stripe.param.PaymentMethodAttachParams;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.evergreen.payment.MethodDetails;
import org.evergreen.payment.MethodToKeep;
import org.evergreen.payment.UnknownPaymentMethodException;
import org.evergreen.storefront.CustomerId;

/** The payment methods that shoppers have left with Stripe. */
final class StripeMethods {

  private static final int BRAND_LENGTH = 32;

  private final StripeClient client;
  private final StripeCustomers customers;

  StripeMethods(StripeClient client, StripeCustomers customers) {
    this.client = client;
    this.customers = customers;
  }

  MethodDetails describe(String token) {
    return details(retrieve(MethodToken.methodIn(token)));
  }

  /** Takes a method over for a customer; one that belongs to another is as good as unknown. */
  MethodToKeep adopt(CustomerId customer, String token) {
    PaymentMethod method = retrieve(MethodToken.methodIn(token));
    try {
      String owner = customers.of(customer);
      if (method.getCustomer() == null) {
        method = attach(method.getId(), owner);
      } else if (!method.getCustomer().equals(owner)) {
        throw UnknownPaymentMethodException.at(StripeGateway.NAME);
      }
      return kept(method);
    } catch (StripeException failure) {
      throw new StripeUnavailableException("The payment method could not be stored", failure);
    }
  }

  /** A method that belongs to one of the shop's customers, with what may have changed of it. */
  Optional<MethodToKeep> find(String reference) {
    try {
      return Optional.of(retrieve(MethodToken.methodIn(reference)))
          .filter(method -> method.getCustomer() != null)
          .map(StripeMethods::kept);
    } catch (UnknownPaymentMethodException gone) {
      return Optional.empty();
    }
  }

  private static MethodToKeep kept(PaymentMethod method) {
    String token = new MethodToken(method.getCustomer(), method.getId()).toString();
    return new MethodToKeep(token, details(method), fingerprint(method), false);
  }

  private static Optional<String> fingerprint(PaymentMethod method) {
    if (method.getCard() != null) {
      return Optional.ofNullable(method.getCard().getFingerprint());
    }
    if (method.getSepaDebit() != null) {
      return Optional.ofNullable(method.getSepaDebit().getFingerprint());
    }
    return Optional.ofNullable(method.getUsBankAccount())
        .map(PaymentMethod.UsBankAccount::getFingerprint);
  }

  /** Takes a method from its customer, so that it can never be charged again. Repeatable. */
  void detach(String token) {
    try {
      client.v1().paymentMethods().detach(MethodToken.methodIn(token), StripeKeys.once("detach"));
    } catch (InvalidRequestException notAttached) {
      if (retrieve(MethodToken.methodIn(token)).getCustomer() != null) {
        throw new StripeUnavailableException("The payment method is still stored", notAttached);
      }
    } catch (StripeException failure) {
      throw new StripeUnavailableException("The payment method could not be removed", failure);
    }
  }

  private PaymentMethod attach(String method, String owner) throws StripeException {
    PaymentMethodAttachParams params =
        PaymentMethodAttachParams.builder().setCustomer(owner).build();
    try {
      return client.v1().paymentMethods().attach(method, params, StripeKeys.once("attach"));
    } catch (CardException | InvalidRequestException refused) {
      throw UnknownPaymentMethodException.refused(
          StripeGateway.NAME, refused.getStripeError().getMessage());
    }
  }

  private PaymentMethod retrieve(String method) {
    try {
      return client.v1().paymentMethods().retrieve(method);
    } catch (InvalidRequestException unknown) {
      throw UnknownPaymentMethodException.at(StripeGateway.NAME);
    } catch (StripeException failure) {
      throw new StripeUnavailableException("The payment method could not be read", failure);
    }
  }

  private static MethodDetails details(PaymentMethod method) {
    if (method.getCard() != null) {
      PaymentMethod.Card card = method.getCard();
      YearMonth expiry = YearMonth.of(card.getExpYear().intValue(), card.getExpMonth().intValue());
      return new MethodDetails(words(card.getBrand()), lastFour(card.getLast4()), expiry);
    }
    if (method.getSepaDebit() != null) {
      return MethodDetails.bankDebit(
          "SEPA Direct Debit", lastFour(method.getSepaDebit().getLast4()));
    }
    if (method.getUsBankAccount() != null) {
      PaymentMethod.UsBankAccount account = method.getUsBankAccount();
      String bank = Objects.requireNonNullElse(account.getBankName(), "Bank account");
      return MethodDetails.bankDebit(shortened(bank), lastFour(account.getLast4()));
    }
    String type = Objects.requireNonNullElse(method.getType(), "");
    return type.endsWith("_debit")
        ? MethodDetails.bankDebit(words(type), "")
        : MethodDetails.withoutExpiry(words(type), "");
  }

  /** For example "American Express" for {@code american_express}. */
  private static String words(String code) {
    String text = Objects.requireNonNullElse(code, "card").replace('_', ' ');
    StringBuilder words = new StringBuilder(text.toLowerCase(Locale.ROOT));
    for (int i = 0; i < words.length(); i++) {
      if (i == 0 || words.charAt(i - 1) == ' ') {
        words.setCharAt(i, Character.toUpperCase(words.charAt(i)));
      }
    }
    return shortened(words.toString());
  }

  private static String shortened(String text) {
    return text.length() <= BRAND_LENGTH ? text : text.substring(0, BRAND_LENGTH);
  }

  private static String lastFour(String digits) {
    return Objects.requireNonNullElse(digits, "");
  }
}
