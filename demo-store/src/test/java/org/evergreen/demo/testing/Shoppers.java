package org.evergreen.demo.testing;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.evergreen.demo.account.Account;
import org.evergreen.demo.account.Accounts;
import org.evergreen.demo.account.AddressBook;
import org.evergreen.demo.account.NewAccount;
import org.evergreen.demo.account.Role;
import org.evergreen.demo.account.ShopUser;
import org.evergreen.demo.account.ShopUsers;
import org.evergreen.demo.cart.CartItem;
import org.evergreen.demo.cart.CartOwner;
import org.evergreen.demo.cart.Carts;
import org.evergreen.plan.PlanId;
import org.evergreen.plan.Plans;
import org.evergreen.storefront.PostalAddress;
import org.evergreen.storefront.SkuId;
import org.springframework.boot.test.context.TestComponent;

/** Makes shoppers, each for one test, and fills their carts. */
@TestComponent
public class Shoppers {

  /** The password of every shopper made here. */
  public static final String PASSWORD = "a password for tests";

  private static final AtomicInteger COUNT = new AtomicInteger();

  private final Accounts accounts;
  private final ShopUsers users;
  private final AddressBook addresses;
  private final Carts carts;
  private final Plans plans;

  Shoppers(Accounts accounts, ShopUsers users, AddressBook addresses, Carts carts, Plans plans) {
    this.accounts = accounts;
    this.users = users;
    this.addresses = addresses;
    this.carts = carts;
    this.plans = plans;
  }

  /** A new shopper without an address. */
  public ShopUser shopper() {
    String email = "shopper" + COUNT.incrementAndGet() + "@example.org";
    Account account = accounts.open(new NewAccount(email, PASSWORD, Role.SHOPPER, "Kim", "Tester"));
    return users.loadUserByUsername(account.email());
  }

  /** A new shopper with an address in New York. */
  public ShopUser shopperWithAddress() {
    ShopUser shopper = shopper();
    addresses.remember(shopper.accountId(), address());
    return shopper;
  }

  public static PostalAddress address() {
    return new PostalAddress("Kim Tester", "1 Main Street", "", "Troy", "NY", "12180", "US", "");
  }

  /** The id of his address. */
  public long addressOf(ShopUser shopper) {
    return addresses.of(shopper.accountId()).get(0).id();
  }

  /** Puts one unit into his cart; without a plan's name as a one-time purchase. */
  public void put(ShopUser shopper, String sku, String plan) {
    Optional<PlanId> chosen = plan.isEmpty() ? Optional.empty() : Optional.of(plan(plan));
    carts.add(new CartOwner.Shopper(shopper.accountId()), new SkuId(sku), chosen, 1);
  }

  /** A plan by its name. */
  public PlanId plan(String name) {
    return plans.all().stream()
        .filter(plan -> plan.name().equals(name))
        .findFirst()
        .orElseThrow()
        .id();
  }

  /** What is in his cart, by SKU and quantity. */
  public List<String> cart(ShopUser shopper) {
    return carts.of(new CartOwner.Shopper(shopper.accountId())).items().stream()
        .map(Shoppers::words)
        .toList();
  }

  private static String words(CartItem item) {
    return item.quantity() + " " + item.sku().id();
  }
}
