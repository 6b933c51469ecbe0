package org.evergreen.subscription;

import java.time.YearMonth;
import java.util.Optional;
import org.evergreen.payment.PaymentMethod;
import org.evergreen.payment.PaymentMethodId;
import org.evergreen.payment.PaymentMethods;
import org.evergreen.storefront.CustomerId;
import org.evergreen.storefront.PostalAddress;
import org.evergreen.subscription.SubscriptionChanges.Change;
import org.evergreen.subscription.SubscriptionEvent.What;
import org.evergreen.time.ShopTime;

/**
 * What pays a subscription and where it goes. Every command is one transaction, is safe to repeat,
 * and writes a history entry for each subscription that it changes. Each throws {@link
 * UnknownSubscriptionException}, {@link ActionRefusedException} when rules or settings forbid it,
 * and {@link StaleSubscriptionException} when the actor saw something else.
 */
public class DetailCommands {

  private final SubscriptionChanges changes;
  private final SelfServiceRules rules;
  private final PaymentMethods methods;
  private final Addresses addresses;
  private final ShopTime time;

  DetailCommands(
      SubscriptionChanges changes,
      SelfServiceRules rules,
      PaymentMethods methods,
      Addresses addresses,
      ShopTime time) {
    this.changes = changes;
    this.rules = rules;
    this.methods = methods;
    this.addresses = addresses;
    this.time = time;
  }

  /** Charges another method of the customer from now on. */
  public void payWith(Seen seen, Actor actor, PaymentMethodId method) {
    changes.change(
        seen,
        subscription -> paysWith(subscription, method),
        subscription -> newMethod(subscription, actor, method));
  }

  /**
   * Charges a method for all subscriptions of a customer that are not over.
   *
   * @return how many changed
   */
  public int payAllWith(CustomerId customer, Actor actor, PaymentMethodId method) {
    return changes.changeAll(
        customer,
        subscription -> subscription.status().isOver() || paysWith(subscription, method),
        subscription -> newMethod(subscription, actor, method));
  }

  private static boolean paysWith(Subscription subscription, PaymentMethodId method) {
    return subscription.method().filter(method::equals).isPresent();
  }

  private Change newMethod(Subscription subscription, Actor actor, PaymentMethodId id) {
    rules.requirePayWith(subscription, actor);
    PaymentMethod method =
        methods
            .find(subscription.customer(), id)
            .orElseThrow(
                () -> new ActionRefusedException("This payment method is not stored any more."));
    if (method.details().expiry().isBefore(YearMonth.from(time.today()))) {
      throw new ActionRefusedException(
          "This payment method expired in " + method.details().expiry() + "; choose another one.");
    }
    subscription.payWith(id);
    String note = method.details().brand() + " ending in " + method.details().lastFour();
    return new Change(
        time.now(), actor, What.METHOD_CHANGED, note, SubscriptionListener::detailsChanged);
  }

  /** Ships to another address from the next renewal on. */
  public void shipTo(Seen seen, Actor actor, PostalAddress address) {
    changes.change(
        seen,
        subscription -> shipsTo(subscription, address),
        subscription -> newAddress(subscription, actor, address));
  }

  /**
   * Ships all subscriptions of a customer to an address that ship, are not over, and do not go to
   * somebody else.
   *
   * @return how many changed
   */
  public int shipAllTo(CustomerId customer, Actor actor, PostalAddress address) {
    return changes.changeAll(
        customer,
        subscription ->
            subscription.status().isOver()
                || !subscription.ships()
                || subscription.recipient().isPresent()
                || shipsTo(subscription, address),
        subscription -> newAddress(subscription, actor, address));
  }

  private boolean shipsTo(Subscription subscription, PostalAddress address) {
    Optional<Long> key = addresses.find(subscription.customer(), address);
    return key.isPresent() && key.equals(subscription.shipTo());
  }

  private Change newAddress(Subscription subscription, Actor actor, PostalAddress address) {
    rules.requireShipTo(subscription, actor);
    subscription.shipTo(addresses.keep(subscription.customer(), address));
    String note = address.city() + ", " + address.country();
    return new Change(
        time.now(), actor, What.ADDRESS_CHANGED, note, SubscriptionListener::detailsChanged);
  }

  /** Charges the stored method when payments are due, or waits for the shopper to pay each. */
  public void automaticRenewal(Seen seen, Actor actor, boolean on) {
    changes.change(
        seen,
        subscription -> subscription.automaticRenewal() == on,
        subscription -> {
          rules.requireAutomaticRenewal(subscription, actor, on);
          subscription.renewAutomatically(on);
          What what = on ? What.AUTOMATIC_RENEWAL_ON : What.AUTOMATIC_RENEWAL_OFF;
          return new Change(time.now(), actor, what, "", SubscriptionListener::detailsChanged);
        });
  }
}
