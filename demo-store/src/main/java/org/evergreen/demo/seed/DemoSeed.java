package org.evergreen.demo.seed;

import org.evergreen.demo.account.Account;
import org.evergreen.demo.account.Accounts;
import org.evergreen.demo.account.AddressBook;
import org.evergreen.demo.account.DemoLogin;
import org.evergreen.storefront.PostalAddress;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Fills an empty demo store before the first request, all or nothing, so that a killed first start
 * leaves no half of it.
 */
@Component
@Profile("demo & !production")
class DemoSeed implements SmartInitializingSingleton {

  private final TransactionOperations transactions;
  private final CatalogSeed catalog;
  private final DownloadSeed downloads;
  private final PlanSeed plans;
  private final CouponSeed coupons;
  private final Accounts accounts;
  private final AddressBook addresses;

  DemoSeed(
      @Qualifier("evergreenTransactions") TransactionOperations transactions,
      CatalogSeed catalog,
      DownloadSeed downloads,
      PlanSeed plans,
      CouponSeed coupons,
      Accounts accounts,
      AddressBook addresses) {
    this.transactions = transactions;
    this.catalog = catalog;
    this.downloads = downloads;
    this.plans = plans;
    this.coupons = coupons;
    this.accounts = accounts;
    this.addresses = addresses;
  }

  @Override
  public void afterSingletonsInstantiated() {
    transactions.executeWithoutResult(
        status -> {
          if (catalog.isNeeded()) {
            catalog.plant();
            downloads.plant();
            plans.plant();
            coupons.plant();
            plantAccounts();
          }
        });
  }

  private void plantAccounts() {
    accounts.open(DemoLogin.MERCHANT.account());
    Account shopper = accounts.open(DemoLogin.SHOPPER.account());
    addresses.remember(
        shopper.id(),
        new PostalAddress("Robin Field", "12 Orchard Lane", "", "Albany", "NY", "12207", "US", ""));
  }
}
