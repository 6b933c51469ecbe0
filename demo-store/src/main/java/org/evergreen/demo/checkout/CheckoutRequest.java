package org.evergreen.demo.checkout;

import java.util.Optional;
import org.evergreen.demo.account.ShopUser;
import org.evergreen.payment.PaymentMethodId;
import org.evergreen.storefront.PostalAddress;
import org.joda.money.Money;

/**
 * A checkout form whose parts are all in order.
 *
 * @param token of the form
 * @param seen the total that the shopper saw when he pressed the button
 */
public record CheckoutRequest(
    ShopUser shopper,
    String token,
    Optional<PostalAddress> shipTo,
    PaymentMethodId method,
    Money seen) {}
