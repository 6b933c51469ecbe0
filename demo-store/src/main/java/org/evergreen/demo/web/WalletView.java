package org.evergreen.demo.web;

import org.evergreen.demo.account.ShopUser;
import org.evergreen.demo.checkout.Wallet;
import org.evergreen.site.selfservice.TakeCard;
import org.joda.money.Money;
import org.springframework.ui.Model;

/** Puts into a page's model what {@code shop/totals :: wallet} shows. */
final class WalletView {

  private WalletView() {}

  /**
   * Fills the model.
   *
   * @param due what is charged now
   * @param preselected the choice that stands at first; empty for none
   */
  static void fill(Model page, Wallet wallet, ShopUser shopper, Money due, String preselected) {
    page.addAttribute("stored", wallet.stored(shopper.customer()));
    page.addAttribute("cards", wallet.cards());
    page.addAttribute("form", wallet.form(due).orElse(null));
    page.addAttribute("newCard", TakeCard.entered(due));
    page.addAttribute("preselected", preselected);
  }
}
