package org.evergreen.demo.checkout;

import java.util.List;
import java.util.Optional;
import org.evergreen.payment.BrowserForm;
import org.evergreen.payment.GatewayUnavailableException;
import org.evergreen.payment.Gateways;
import org.evergreen.payment.PaymentMethod;
import org.evergreen.payment.PaymentMethodId;
import org.evergreen.payment.PaymentMethods;
import org.evergreen.payment.UnknownPaymentMethodException;
import org.evergreen.payment.sandbox.SandboxCard;
import org.evergreen.storefront.CustomerId;
import org.joda.money.Money;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What a shopper can pay with: methods he has stored, and a new card, which is one of the sandbox's
 * or is entered in the gateway's form.
 *
 * <p>A form names it as {@code stored-} and the id of a stored method, {@code card-} and the token
 * of a sandbox card, {@code new-bought} for a card entered for this purchase, or {@code new-stored}
 * for one entered to be charged later only.
 */
@Component
public class Wallet {

  private static final Logger LOG = LoggerFactory.getLogger(Wallet.class);
  private static final String STORED = "stored-";
  private static final String CARD = "card-";
  private static final String BOUGHT = "new-bought";
  private static final String TO_STORE = "new-stored";
  private static final String SANDBOX = "sandbox";

  private static final String CHOOSE = "Please choose how you would like to pay.";
  private static final String ENTER =
      "Please enter your card in the form. It needs JavaScript in your browser.";
  private static final String NOT_TAKEN =
      "This card was not taken. Nothing was charged. Please check it, or use another one.";
  private static final String UNAVAILABLE =
      "Our payment provider does not answer right now. Nothing was charged. Please try again in a"
          + " moment.";

  private final PaymentMethods methods;
  private final Gateways gateways;

  Wallet(PaymentMethods methods, Gateways gateways) {
    this.methods = methods;
    this.gateways = gateways;
  }

  /** The methods that a shopper has used before and that may be charged, latest first. */
  public List<PaymentMethod> stored(CustomerId customer) {
    return methods.ofCustomer(customer);
  }

  /** The cards to try things with; none where the shop has a real gateway. */
  public List<SandboxCard> cards() {
    return gateways.forNewMethods().name().equals(SANDBOX)
        ? List.of(SandboxCard.values())
        : List.of();
  }

  /** The gateway's form for a new card; empty with the sandbox. */
  public Optional<BrowserForm> form(Money due) {
    return gateways.forNewMethods().browserForm(due);
  }

  /** The choice that stands at first: what was used last, else a new card. */
  public String preselected(CustomerId customer, Money due) {
    return stored(customer).stream()
        .findFirst()
        .map(method -> STORED + method.id())
        .orElseGet(() -> newCard(due));
  }

  private String newCard(Money due) {
    if (!cards().isEmpty()) {
      return CARD + SandboxCard.SUCCEEDS.token();
    }
    return due.isZero() ? TO_STORE : BOUGHT;
  }

  /**
   * The method that a form names; a new card is stored first.
   *
   * @param card the reference of what was entered in the gateway's form
   */
  public WalletChoice choose(CustomerId customer, String choice, String card) {
    if (choice.matches(STORED + "\\d{1,18}")) {
      PaymentMethodId id = new PaymentMethodId(Long.parseLong(choice.substring(STORED.length())));
      return methods
          .find(customer, id)
          .<WalletChoice>map(method -> new WalletChoice.Chosen(method.id()))
          .orElseGet(() -> new WalletChoice.None(CHOOSE));
    }
    boolean entered = choice.equals(BOUGHT) || choice.equals(TO_STORE);
    if (entered && card.isEmpty()) {
      return new WalletChoice.None(ENTER);
    }
    return entered || isSandboxCard(choice)
        ? store(customer, choice, card)
        : new WalletChoice.None(CHOOSE);
  }

  private boolean isSandboxCard(String choice) {
    return cards().stream().anyMatch(card -> choice.equals(CARD + card.token()));
  }

  private WalletChoice store(CustomerId customer, String choice, String card) {
    try {
      PaymentMethod stored =
          switch (choice) {
            case TO_STORE -> methods.storeFinished(customer, card);
            case BOUGHT -> methods.store(customer, card);
            default -> methods.store(customer, choice.substring(CARD.length()));
          };
      return new WalletChoice.Chosen(stored.id());
    } catch (UnknownPaymentMethodException refused) {
      return new WalletChoice.None(NOT_TAKEN);
    } catch (GatewayUnavailableException unavailable) {
      LOG.warn("A new card could not be stored: {}", unavailable.toString());
      return new WalletChoice.None(UNAVAILABLE);
    }
  }
}
