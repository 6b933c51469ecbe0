package org.evergreen.renewal;

import org.evergreen.settings.GroupingRules;
import org.evergreen.settings.Settings;
import org.evergreen.storefront.CustomerId;
import org.evergreen.subscription.BillingAccounts;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Whether a customer's subscriptions are paid together. The merchant decides for the shop; where he
 * allows it, a shopper may have each of his subscriptions charged alone.
 */
public class Consolidation {

  /** SQL expression over an account {@code a}: whether its shopper wants to pay together. */
  static final String WANTED = "a.consolidates";

  private final JdbcOperations jdbc;
  private final TransactionOperations transactions;
  private final BillingAccounts accounts;
  private final Settings settings;

  Consolidation(
      JdbcOperations jdbc,
      TransactionOperations transactions,
      BillingAccounts accounts,
      Settings settings) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.accounts = accounts;
    this.settings = settings;
  }

  /** Whether the shopper may choose. */
  public boolean isOffered() {
    GroupingRules rules = settings.current().grouping();
    return rules.consolidates() && rules.optOut();
  }

  /** Whether this customer's subscriptions are paid together. */
  public boolean isOn(CustomerId customer) {
    return isOn(
        settings.current().grouping(),
        jdbc
            .queryForList(
                "select " + WANTED + " from evergreen_billing_account a where a.customer_id = ?",
                Boolean.class,
                customer.value())
            .stream()
            .allMatch(Boolean.TRUE::equals));
  }

  static boolean isOn(GroupingRules rules, boolean wanted) {
    return rules.consolidates() && (wanted || !rules.optOut());
  }

  /**
   * Has the subscriptions of a customer paid together from now on, or each alone. Repeatable. What
   * is being charged already stays as it is.
   */
  public void set(CustomerId customer, boolean together) {
    transactions.executeWithoutResult(
        status ->
            jdbc.update(
                "update evergreen_billing_account set consolidates = ? where id = ?",
                together,
                accounts.of(customer)));
  }
}
