package org.evergreen.payment.stripe.wire;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Optional;

/**
 * Payment methods that decide what becomes of a charge. Those with a token are Stripe's own test
 * methods and do the same in a real test account.
 */
public enum TestMethod {
  VISA("pm_card_visa", "visa", "4242", "", ""),
  MASTERCARD("pm_card_mastercard", "mastercard", "4444", "", ""),
  /** Can be stored, but is declined whenever it is charged. */
  FAILS_WHEN_CHARGED(
      "pm_card_chargeCustomerFail", "visa", "0341", "card_declined", "generic_decline"),
  NOT_ENOUGH_FUNDS("", "visa", "9995", "card_declined", "insufficient_funds"),
  LOST("", "visa", "9987", "card_declined", "lost_card"),
  EXPIRED("", "visa", "0069", "expired_card", "expired_card"),
  /** Mastercard forbids to try again, whatever the reason. */
  NETWORK_SAYS_NEVER("", "mastercard", "0003", "card_declined", "generic_decline"),
  AUTHENTICATES_ALWAYS(
      "pm_card_authenticationRequired",
      "visa",
      "3184",
      "authentication_required",
      "authentication_required"),
  /** Wants the shopper, until he has set it up. */
  AUTHENTICATES_ONCE(
      "pm_card_authenticationRequiredOnSetup",
      "visa",
      "3155",
      "authentication_required",
      "authentication_required"),
  /** Takes days. */
  SEPA("", "sepa_debit", "3000", "", ""),
  US_BANK_ACCOUNT("pm_usBankAccount_success", "us_bank_account", "6789", "", ""),
  /** Pays, but takes nothing back. */
  REFUSES_REFUNDS("", "visa", "5126", "", "");

  private final String token;
  private final String brand;
  private final String lastFour;
  private final String code;
  private final String declineCode;

  TestMethod(String token, String brand, String lastFour, String code, String declineCode) {
    this.token = token;
    this.brand = brand;
    this.lastFour = lastFour;
    this.code = code;
    this.declineCode = declineCode;
  }

  /** Stripe's own name for it, which also a browser may send; empty when Stripe has none. */
  public Optional<String> token() {
    return Optional.of(token).filter(name -> !name.isEmpty());
  }

  public String lastFour() {
    return lastFour;
  }

  /** The method whose number a shopper types, by its last four digits. */
  static Optional<TestMethod> withNumber(String number) {
    return Arrays.stream(values())
        .filter(method -> number.length() >= 12 && number.endsWith(method.lastFour))
        .findFirst();
  }

  static Optional<TestMethod> of(String token) {
    return Arrays.stream(values()).filter(method -> method.token.equals(token)).findFirst();
  }

  boolean isDebit() {
    return brand.equals("sepa_debit") || brand.equals("us_bank_account");
  }

  boolean authenticates() {
    return this == AUTHENTICATES_ALWAYS || this == AUTHENTICATES_ONCE;
  }

  boolean declines() {
    return !code.isEmpty() && !authenticates();
  }

  /** The payment method's part of Stripe's object. */
  ObjectNode describe(ObjectNode method) {
    if (!isDebit()) {
      method.put("type", "card");
      return method.set("card", card());
    }
    ObjectNode account = JsonNodeFactory.instance.objectNode().put("last4", lastFour);
    account.put("fingerprint", fingerprint());
    if (this == US_BANK_ACCOUNT) {
      account.put("bank_name", "STRIPE TEST BANK");
    }
    method.put("type", brand);
    return method.set(brand, account);
  }

  /** The same card is the same, whoever stores it. */
  private String fingerprint() {
    return "fp" + brand.charAt(0) + lastFour;
  }

  private ObjectNode card() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("brand", brand)
        .put("last4", lastFour)
        .put("fingerprint", fingerprint())
        .put("exp_month", 12)
        .put("exp_year", this == EXPIRED ? 2024 : 2039)
        .put("country", "US");
  }

  /** What Stripe says when it is declined. */
  ObjectNode error() {
    ObjectNode error =
        JsonNodeFactory.instance
            .objectNode()
            .put("type", "card_error")
            .put("code", code)
            .put("decline_code", declineCode)
            .put("message", "Your card was declined.");
    if (this == NETWORK_SAYS_NEVER) {
      error.put("network_advice_code", "03").put("network_decline_code", "79");
    } else if (this == NOT_ENOUGH_FUNDS) {
      error
          .put("advice_code", "try_again_later")
          .put("network_advice_code", "24")
          .put("network_decline_code", "51");
    }
    return error;
  }
}
