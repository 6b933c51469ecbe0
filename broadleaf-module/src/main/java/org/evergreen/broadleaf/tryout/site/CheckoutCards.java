package org.evergreen.broadleaf.tryout.site;

import java.util.List;
import java.util.Optional;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.profile.core.domain.Customer;
import org.evergreen.broadleaf.Amounts;
import org.evergreen.payment.BrowserForm;
import org.evergreen.payment.Gateways;
import org.evergreen.payment.sandbox.SandboxCard;
import org.evergreen.site.selfservice.NewCards;
import org.evergreen.site.selfservice.TakeCard;
import org.evergreen.storefront.CustomerId;
import org.joda.money.Money;
import org.springframework.stereotype.Component;

/** The cards that a cart is paid with. */
@Component
class CheckoutCards {

  private final Gateways gateways;
  private final NewCards newCards;
  private final TakeCard taking;

  CheckoutCards(Gateways gateways, NewCards newCards, TakeCard taking) {
    this.gateways = gateways;
    this.newCards = newCards;
    this.taking = taking;
  }

  /** The gateway's form for a card; empty with the sandbox, whose cards are picked. */
  Optional<BrowserForm> form(Money due) {
    return gateways.forNewMethods().browserForm(due);
  }

  /**
   * The sandbox's cards; none where the gateway has a form. Bank debits take days, for which an
   * order of this shop does not wait.
   */
  List<NewCards.NewCard> offered() {
    return newCards.offered().stream()
        .filter(card -> !card.token().equals(SandboxCard.BANK_DEBIT.token()))
        .toList();
  }

  /**
   * Stores the card that a cart is paid with.
   *
   * @param card the token of the one that was picked, or the reference of what was entered
   */
  TakeCard.Taken take(Customer customer, String card, Order cart) {
    CustomerId owner = new CustomerId(customer.getId().toString());
    Money due = Amounts.of(cart.getTotal());
    return form(due).isPresent()
        ? taking.takeForPurchase(owner, TakeCard.entered(due), card)
        : taking.take(owner, TakeCard.PICKED + card, "");
  }
}
