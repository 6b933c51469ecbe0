package org.evergreen.payment.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.param.CustomerCreateParams;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.evergreen.storefront.CustomerId;
import org.evergreen.time.ShopTime;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * The shop's customers as Stripe knows them. One is made when a customer first stores a payment
 * method; no name and no address goes along. Call it outside of transactions.
 */
final class StripeCustomers {

  private final StripeClient client;
  private final JdbcOperations jdbc;
  private final ShopTime time;
  private final String mode;

  StripeCustomers(StripeClient client, JdbcOperations jdbc, ShopTime time, String mode) {
    this.client = client;
    this.jdbc = jdbc;
    this.time = time;
    this.mode = mode;
  }

  /** Stripe's key of a customer, made if he has none; the same however often it is asked for. */
  String of(CustomerId customer) throws StripeException {
    Optional<String> known = find(customer);
    return known.isPresent() ? known.get() : create(customer);
  }

  /** Stripe's key of a customer, if he has one. */
  Optional<String> find(CustomerId customer) {
    List<String> known =
        jdbc.queryForList(
            "select stripe_customer from evergreen_stripe_customer"
                + " where customer_id = ? and mode = ?",
            String.class,
            customer.value(),
            mode);
    return known.stream().findFirst();
  }

  /** The shop's customer behind Stripe's key of him; empty if he is of another shop. */
  Optional<CustomerId> shopper(String stripeCustomer) {
    List<String> known =
        jdbc.queryForList(
            "select customer_id from evergreen_stripe_customer"
                + " where stripe_customer = ? and mode = ?",
            String.class,
            stripeCustomer,
            mode);
    return known.stream().findFirst().map(CustomerId::new);
  }

  private String create(CustomerId customer) throws StripeException {
    CustomerCreateParams params =
        CustomerCreateParams.builder().putMetadata("shop_customer", customer.value()).build();
    String created = client.v1().customers().create(params, StripeKeys.once("customer")).getId();
    // Of two requests at once one wins; the other's customer stays at Stripe, empty.
    jdbc.update(
        "insert into evergreen_stripe_customer (customer_id, mode, stripe_customer, created_at)"
            + " values (?, ?, ?, ?) on conflict (customer_id, mode) do nothing",
        customer.value(),
        mode,
        created,
        Timestamp.from(time.now()));
    return find(customer).orElse(created);
  }
}
