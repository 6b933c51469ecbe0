package org.evergreen.site.selfservice;

import java.util.function.Supplier;
import org.evergreen.payment.GatewayUnavailableException;
import org.evergreen.payment.PaymentMethod;
import org.evergreen.payment.PaymentMethods;
import org.evergreen.payment.UnknownPaymentMethodException;
import org.evergreen.storefront.CustomerId;
import org.joda.money.Money;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores a new card that a shopper has picked, or entered in the gateway's form. Pages name it as
 * {@link #ENTERED}, {@link #BOUGHT}, or {@link #PICKED} and a token.
 */
public class TakeCard {
  /** A card that was entered in the gateway's form to be charged later. */
  public static final String ENTERED = "new-entered";

  /** A card that was entered in the gateway's form for what is bought now. */
  public static final String BOUGHT = "new-bought";

  /** Begins the name of a card that was picked; the gateway's token of it follows. */
  public static final String PICKED = "new-";

  private static final Logger LOG = LoggerFactory.getLogger(TakeCard.class);
  private static final String PICK = "Please pick a card.";
  private static final String NOT_ENTERED =
      "Please enter the new card in the form. It needs JavaScript in your browser.";
  private static final String NOT_TAKEN =
      "This card could not be stored. Nothing was charged. Please check it, or use another one.";
  private static final String UNAVAILABLE =
      "Our payment provider does not answer right now. Nothing was stored or charged; please try"
          + " again in a moment.";

  private final PaymentMethods methods;
  private final NewCards newCards;

  TakeCard(PaymentMethods methods, NewCards newCards) {
    this.methods = methods;
    this.newCards = newCards;
  }

  /** What came of it. */
  public sealed interface Taken {

    /** It is stored. */
    record Stored(PaymentMethod method) implements Taken {}

    /**
     * It is not.
     *
     * @param sentence why, for the shopper
     */
    record NotStored(String sentence) implements Taken {}
  }

  /**
   * How a page that asks for a card and charges it at once names what is entered in its form.
   *
   * @param due what is charged; with nothing due, the card is only set up for later
   */
  public static String entered(Money due) {
    return due.isZero() ? ENTERED : BOUGHT;
  }

  /**
   * Stores a new card to be charged later. Calls the gateway.
   *
   * @param picked {@link #ENTERED}, or {@link #PICKED} and a token
   * @param card the reference of what was entered, as the browser sent it
   */
  public Taken take(CustomerId customer, String picked, String card) {
    if (picked.equals(ENTERED)) {
      return entered(card, () -> methods.storeFinished(customer, card));
    }
    return newCards.offered().stream()
        .map(NewCards.NewCard::token)
        .filter(token -> picked.equals(PICKED + token))
        .findFirst()
        .map(token -> stored(() -> methods.store(customer, token)))
        .orElseGet(() -> new Taken.NotStored(PICK));
  }

  /**
   * Stores a new card for what is bought now. Calls the gateway.
   *
   * @param picked as {@link #take} has it, or {@link #BOUGHT}
   * @param card the reference of what was entered, as the browser sent it
   */
  public Taken takeForPurchase(CustomerId customer, String picked, String card) {
    return picked.equals(BOUGHT)
        ? entered(card, () -> methods.store(customer, card))
        : take(customer, picked, card);
  }

  private Taken entered(String card, Supplier<PaymentMethod> storing) {
    if (newCards.form().isEmpty()) {
      return new Taken.NotStored(PICK);
    }
    return card.isEmpty() ? new Taken.NotStored(NOT_ENTERED) : stored(storing);
  }

  private static Taken stored(Supplier<PaymentMethod> storing) {
    try {
      return new Taken.Stored(storing.get());
    } catch (UnknownPaymentMethodException unknown) {
      return new Taken.NotStored(NOT_TAKEN);
    } catch (GatewayUnavailableException unavailable) {
      LOG.warn("A new card could not be stored: {}", unavailable.toString());
      return new Taken.NotStored(UNAVAILABLE);
    }
  }
}
