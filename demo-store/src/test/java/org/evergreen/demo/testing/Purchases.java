package org.evergreen.demo.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import org.evergreen.demo.account.ShopUser;
import org.evergreen.demo.cart.CartOwner;
import org.evergreen.demo.cart.Carts;
import org.evergreen.demo.checkout.CartPricing;
import org.evergreen.demo.checkout.CartTotals;
import org.evergreen.demo.checkout.Checkout;
import org.evergreen.demo.checkout.CheckoutRequest;
import org.evergreen.demo.checkout.CheckoutResult;
import org.evergreen.payment.PaymentMethods;
import org.evergreen.payment.sandbox.SandboxCard;
import org.evergreen.storefront.PostalAddress;
import org.springframework.boot.test.context.TestComponent;

/** Buys what is in a shopper's cart. */
@TestComponent
public class Purchases {

  private final Checkout checkout;
  private final CartPricing pricing;
  private final Carts carts;
  private final PaymentMethods methods;

  Purchases(Checkout checkout, CartPricing pricing, Carts carts, PaymentMethods methods) {
    this.checkout = checkout;
    this.pricing = pricing;
    this.carts = carts;
    this.methods = methods;
  }

  /** Buys and answers with the number of the order. */
  public String buy(ShopUser shopper, SandboxCard card) {
    Optional<PostalAddress> shipTo = Optional.of(Shoppers.address());
    CartTotals totals =
        pricing.totals(
            carts.of(new CartOwner.Shopper(shopper.accountId())),
            Optional.of(shopper.customer()),
            shipTo);
    CheckoutResult result =
        checkout.checkOut(
            new CheckoutRequest(
                shopper,
                UUID.randomUUID().toString(),
                shipTo,
                methods.store(shopper.customer(), card.token()).id(),
                totals.today().total()));
    assertThat(result).isInstanceOf(CheckoutResult.Ordered.class);
    return ((CheckoutResult.Ordered) result).number();
  }
}
