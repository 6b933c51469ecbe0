package org.evergreen.payment.stripe;

import static java.util.Map.entry;
import static org.evergreen.payment.DeclineClass.NEEDS_NEW_METHOD;
import static org.evergreen.payment.DeclineClass.NEEDS_SHOPPER;
import static org.evergreen.payment.DeclineClass.NEVER_AGAIN;
import static org.evergreen.payment.DeclineClass.OUR_FAULT;
import static org.evergreen.payment.DeclineClass.TRY_LATER;

import com.stripe.model.StripeError;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.evergreen.payment.Decline;
import org.evergreen.payment.DeclineClass;

/**
 * What Stripe's codes mean for what is done next. The table is that of {@code docs/12-stripe.md},
 * section Declines; a code that is not in it may work later.
 */
final class Declines {

  private static final Map<String, DeclineClass> CLASSES =
      Map.ofEntries(
          entry("lost_card", NEVER_AGAIN),
          entry("stolen_card", NEVER_AGAIN),
          entry("pickup_card", NEVER_AGAIN),
          entry("restricted_card", NEVER_AGAIN),
          entry("fraudulent", NEVER_AGAIN),
          entry("merchant_blacklist", NEVER_AGAIN),
          entry("security_violation", NEVER_AGAIN),
          entry("invalid_account", NEVER_AGAIN),
          entry("new_account_information_available", NEEDS_NEW_METHOD),
          entry("do_not_try_again", NEVER_AGAIN),
          entry("no_action_taken", NEVER_AGAIN),
          entry("revocation_of_authorization", NEVER_AGAIN),
          entry("revocation_of_all_authorizations", NEVER_AGAIN),
          entry("stop_payment_order", NEVER_AGAIN),
          entry("account_closed", NEVER_AGAIN),
          entry("no_account", NEVER_AGAIN),
          entry("bank_account_unusable", NEVER_AGAIN),
          entry("bank_account_restricted", NEVER_AGAIN),
          entry("debit_not_authorized", NEVER_AGAIN),
          entry("expired_card", NEEDS_NEW_METHOD),
          entry("incorrect_number", NEEDS_NEW_METHOD),
          entry("invalid_number", NEEDS_NEW_METHOD),
          entry("incorrect_cvc", NEEDS_NEW_METHOD),
          entry("invalid_cvc", NEEDS_NEW_METHOD),
          entry("incorrect_zip", NEEDS_NEW_METHOD),
          entry("incorrect_address", NEEDS_NEW_METHOD),
          entry("invalid_expiry_month", NEEDS_NEW_METHOD),
          entry("invalid_expiry_year", NEEDS_NEW_METHOD),
          entry("card_not_supported", NEEDS_NEW_METHOD),
          entry("currency_not_supported", NEEDS_NEW_METHOD),
          entry("transaction_not_allowed", NEEDS_NEW_METHOD),
          entry("service_not_allowed", NEEDS_NEW_METHOD),
          entry("not_permitted", NEEDS_NEW_METHOD),
          entry("bank_account_declined", NEEDS_NEW_METHOD),
          entry("bank_account_unverified", NEEDS_NEW_METHOD),
          entry("invalid_bank_account_iban", NEEDS_NEW_METHOD),
          entry("payment_intent_mandate_invalid", NEEDS_NEW_METHOD),
          entry("payment_method_not_available", NEEDS_NEW_METHOD),
          entry("payment_method_unexpected_state", NEEDS_NEW_METHOD),
          entry("payment_method_customer_decline", NEEDS_NEW_METHOD),
          entry("authentication_required", NEEDS_SHOPPER),
          entry("authentication_not_handled", NEEDS_SHOPPER),
          entry("payment_intent_authentication_failure", NEEDS_SHOPPER),
          entry("mobile_device_authentication_required", NEEDS_SHOPPER),
          entry("offline_pin_required", NEEDS_SHOPPER),
          entry("online_or_offline_pin_required", NEEDS_SHOPPER),
          entry("live_mode_test_card", OUR_FAULT),
          entry("testmode_decline", OUR_FAULT),
          entry("test_mode_live_card", OUR_FAULT),
          entry("amount_too_large", OUR_FAULT),
          entry("amount_too_small", OUR_FAULT));

  /** The network forbids to try this card again. */
  private static final Set<String> NETWORK_SAYS_NEVER = Set.of("03", "21");

  /** The network advises to wait this long, in hours. */
  private static final Map<String, Integer> NETWORK_SAYS_WAIT =
      Map.of("24", 1, "25", 24, "26", 48, "27", 96, "28", 144, "29", 192, "30", 240);

  private static final Map<String, String> SENTENCES =
      Map.of(
          "insufficient_funds", "There are not enough funds for this payment.",
          "expired_card", "The card has expired.",
          "incorrect_number", "The card number is wrong.",
          "incorrect_cvc", "The card's security code is wrong.",
          "processing_error", "The bank could not process the payment.");

  private Declines() {}

  /** All that Stripe says in an error. */
  static Decline.Codes codes(StripeError error) {
    return new Decline.Codes(
        error.getCode(),
        error.getDeclineCode(),
        error.getAdviceCode(),
        error.getNetworkAdviceCode(),
        error.getNetworkDeclineCode());
  }

  static Decline of(Decline.Codes codes) {
    DeclineClass declineClass = classOf(codes);
    return new Decline(declineClass, codes, sentence(codes.reason(), declineClass));
  }

  /** A refusal of Stripe itself that has nothing to do with the shopper's bank. */
  static Decline ourFault(String code) {
    Decline.Codes codes = new Decline.Codes(code, "", "", "", "");
    return new Decline(OUR_FAULT, codes, sentence(code, OUR_FAULT));
  }

  /** Whether the table has the code. */
  static boolean isKnown(Decline.Codes codes) {
    return CLASSES.containsKey(codes.reason()) || CLASSES.containsKey(codes.gatewayCode());
  }

  static DeclineClass classOf(Decline.Codes codes) {
    DeclineClass byReason = CLASSES.get(codes.reason());
    DeclineClass known = byReason == null ? CLASSES.get(codes.gatewayCode()) : byReason;
    if (NETWORK_SAYS_NEVER.contains(codes.networkAdviceCode())) {
      return NEVER_AGAIN;
    }
    return known == null ? byAdvice(codes) : known;
  }

  private static DeclineClass byAdvice(Decline.Codes codes) {
    return switch (codes.adviceCode()) {
      case "do_not_try_again" -> NEVER_AGAIN;
      case "confirm_card_data" -> NEEDS_NEW_METHOD;
      default -> codes.networkAdviceCode().equals("01") ? NEEDS_NEW_METHOD : TRY_LATER;
    };
  }

  /** How long the card network wants nobody to try this card again, where it says so. */
  static Optional<Duration> waitOf(Decline.Codes codes) {
    return Optional.ofNullable(NETWORK_SAYS_WAIT.get(codes.networkAdviceCode()))
        .map(Duration::ofHours);
  }

  private static String sentence(String reason, DeclineClass declineClass) {
    return SENTENCES.getOrDefault(
        reason,
        switch (declineClass) {
          case NEVER_AGAIN -> "The bank refused this payment method.";
          case NEEDS_NEW_METHOD -> "This payment method cannot be used; please take another one.";
          case TRY_LATER -> "The bank declined the payment.";
          case NEEDS_SHOPPER -> "The bank wants the payment to be confirmed.";
          case OUR_FAULT -> "The payment could not be made because of a fault on our side.";
        });
  }
}
