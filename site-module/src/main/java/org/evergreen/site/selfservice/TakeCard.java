package org.evergreen.site.selfservice;

import org.evergreen.payment.GatewayUnavailableException;
import org.evergreen.payment.PaymentMethod;
import org.evergreen.payment.PaymentMethods;
import org.evergreen.payment.UnknownPaymentMethodException;
import org.evergreen.storefront.CustomerId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stores a new card that a shopper has picked, or entered in the gateway's form. */
public class TakeCard {
  /** What a page sends for a card that was entered in the gateway's form. */
  public static final String ENTERED = "new-entered";

  /** Begins what a page sends for a card that was picked; the gateway's token of it follows. */
  public static final String PICKED = "new-";

  private static final Logger LOG = LoggerFactory.getLogger(TakeCard.class);
  private static final String NOT_ENTERED =
      "Please enter the new card in the form. It needs JavaScript in your browser.";
  private static final String NOT_TAKEN =
      "This card could not be stored. Please check it, or use another one.";
  private static final String UNAVAILABLE =
      "Our payment provider does not answer right now. Nothing was stored or charged; please try"
          + " again in a moment.";

  private final PaymentMethods methods;

  TakeCard(PaymentMethods methods) {
    this.methods = methods;
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
   * Stores a new card.
   *
   * @param picked {@link #ENTERED}, or {@link #PICKED} and a token
   * @param card the reference of what was entered, as the browser sent it
   */
  public Taken take(CustomerId customer, String picked, String card) {
    if (picked.equals(ENTERED) && card.isEmpty()) {
      return new Taken.NotStored(NOT_ENTERED);
    }
    try {
      return new Taken.Stored(
          picked.equals(ENTERED)
              ? methods.storeFinished(customer, card)
              : methods.store(customer, picked.substring(PICKED.length())));
    } catch (UnknownPaymentMethodException unknown) {
      return new Taken.NotStored(NOT_TAKEN);
    } catch (GatewayUnavailableException unavailable) {
      LOG.warn("A new card could not be stored: {}", unavailable.toString());
      return new Taken.NotStored(UNAVAILABLE);
    }
  }
}
