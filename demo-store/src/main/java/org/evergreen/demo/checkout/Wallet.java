package org.evergreen.demo.checkout;

import java.util.List;
import java.util.Optional;
import org.evergreen.payment.BrowserForm;
import org.evergreen.payment.Gateways;
import org.evergreen.payment.PaymentMethod;
import org.evergreen.payment.PaymentMethods;
import org.evergreen.payment.sandbox.SandboxCard;
import org.evergreen.site.selfservice.NewCards;
import org.evergreen.site.selfservice.TakeCard;
import org.evergreen.storefront.CustomerId;
import org.joda.money.Money;
import org.springframework.stereotype.Component;

/**
 * What a shopper can pay with: methods he has stored, and a new card, which is one of the sandbox's
 * or is entered in the gateway's form.
 *
 * <p>A form names it as {@code stored-} and the id of a stored method, or as {@link TakeCard} has
 * it.
 */
@Component
public class Wallet {

  private static final String STORED = "stored-";
  private static final String CHOOSE = "Please choose how you would like to pay.";

  private final PaymentMethods methods;
  private final Gateways gateways;
  private final NewCards newCards;
  private final TakeCard taking;

  Wallet(PaymentMethods methods, Gateways gateways, NewCards newCards, TakeCard taking) {
    this.methods = methods;
    this.gateways = gateways;
    this.newCards = newCards;
    this.taking = taking;
  }

  /** The methods that a shopper has used before, latest first. */
  public List<PaymentMethod> stored(CustomerId customer) {
    return methods.ofCustomer(customer);
  }

  /** The cards to try things with; none where the shop has a real gateway. */
  public List<NewCards.NewCard> cards() {
    return newCards.offered();
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
        .orElseGet(
            () ->
                cards().isEmpty()
                    ? TakeCard.entered(due)
                    : TakeCard.PICKED + SandboxCard.SUCCEEDS.token());
  }

  /**
   * The method that a form names; a new card is stored first.
   *
   * @param card the reference of what was entered in the gateway's form
   */
  public WalletChoice choose(CustomerId customer, String choice, String card) {
    if (choice.startsWith(TakeCard.PICKED)) {
      TakeCard.Taken taken = taking.takeForPurchase(customer, choice, card);
      return taken instanceof TakeCard.Taken.Stored stored
          ? new WalletChoice.Chosen(stored.method().id())
          : new WalletChoice.None(((TakeCard.Taken.NotStored) taken).sentence());
    }
    return stored(customer).stream()
        .map(PaymentMethod::id)
        .filter(id -> choice.equals(STORED + id))
        .findFirst()
        .<WalletChoice>map(WalletChoice.Chosen::new)
        .orElseGet(() -> new WalletChoice.None(CHOOSE));
  }
}
