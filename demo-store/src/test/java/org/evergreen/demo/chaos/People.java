package org.evergreen.demo.chaos;

import java.util.List;
import org.evergreen.demo.chaos.Shopper.Wallet;
import org.evergreen.payment.stripe.wire.BookedIntent;
import org.evergreen.payment.stripe.wire.StripeAccount;
import org.evergreen.payment.stripe.wire.TestMethod;

/** What shoppers, banks and the merchant do while and after things went wrong. */
final class People {

  private static final String TO_CONFIRM =
      "select gateway_reference from evergreen_charge where state = 'ACTION_REQUIRED'";

  private final ChaosLab lab;
  private final StripeAccount account;

  People(ChaosLab lab) {
    this.lab = lab;
    this.account = lab.stripe().account();
  }

  /** It is the end of the month: some have no money. */
  void runOutOfMoney() {
    become(TestMethod.NOT_ENOUGH_FUNDS);
  }

  /** Wages are paid. */
  void haveMoney() {
    become(TestMethod.VISA);
  }

  private void become(TestMethod kind) {
    lab.shoppers().stream()
        .filter(shopper -> shopper.wallet() == Wallet.SHORT_AT_FIRST)
        .forEach(shopper -> account.methodBecomes(shopper.token(), kind));
  }

  /** Debits arrive, shoppers answer their bank, the merchant asks again where nobody else does. */
  void act() {
    List<BookedIntent> intents = account.intents();
    for (BookedIntent intent : intents) {
      if (intent.status().equals("processing")) {
        account.debitArrives(intent.id());
      }
    }
    List<String> toConfirm = lab.database().jdbc().queryForList(TO_CONFIRM, String.class);
    for (BookedIntent intent : intents) {
      if (toConfirm.contains(intent.id()) && isOpen(intent)) {
        account.shopperConfirms(intent.id());
      }
    }
    for (Long group : lab.dust().unpaidGroupsWithoutRetry()) {
      lab.fleet().any().ask("retry", group.toString());
    }
  }

  private static boolean isOpen(BookedIntent intent) {
    return intent.status().equals("requires_action")
        || intent.status().equals("requires_payment_method");
  }
}
