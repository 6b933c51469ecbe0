package org.evergreen.demo.chaos;

/**
 * A shopper of the test.
 *
 * @param id of his account in the store
 * @param token of his payment method, as the store keeps it
 * @param wallet how he pays
 * @param subscriptions how many he has
 */
record Shopper(int id, String token, Wallet wallet, int subscriptions) {

  /** What becomes of a shopper's payments. */
  enum Wallet {
    PAYS,
    /** Has no money at first, and some later. */
    SHORT_AT_FIRST,
    /** Pays by bank debit, which takes days. */
    BANK_DEBIT,
    /** His bank asks him each time, and he answers. */
    CONFIRMS
  }
}
