package org.evergreen.demo.web;

import org.evergreen.demo.account.ShopUser;
import org.evergreen.demo.checkout.CheckoutResult;
import org.evergreen.demo.checkout.PayLater;
import org.evergreen.demo.checkout.Wallet;
import org.evergreen.demo.checkout.WalletChoice;
import org.evergreen.demo.order.OrderBook;
import org.evergreen.demo.order.ShopOrder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Paying an order later. */
@Controller
class PaymentPages {

  private final OrderBook book;
  private final Wallet wallet;
  private final PayLater payLater;

  PaymentPages(OrderBook book, Wallet wallet, PayLater payLater) {
    this.book = book;
    this.wallet = wallet;
    this.payLater = payLater;
  }

  @PostMapping("/orders/{number}/pay")
  String pay(
      @PathVariable String number,
      @RequestParam(defaultValue = "") String method,
      @RequestParam(defaultValue = "") String card,
      RedirectAttributes redirect) {
    ShopUser shopper = Shopper.required();
    ShopOrder order =
        book.find(shopper.accountId(), number)
            .orElseThrow(() -> new NotFoundException("No order " + number));
    redirect.addAttribute("number", order.number());
    if (order.status().isAccepted()) {
      return "redirect:/orders/{number}";
    }
    WalletChoice choice = wallet.choose(shopper.customer(), method, card);
    if (choice instanceof WalletChoice.None none) {
      Messages.problem(redirect, none.advice());
      return "redirect:/orders/{number}";
    }
    CheckoutResult result = payLater.pay(order, ((WalletChoice.Chosen) choice).method());
    if (result instanceof CheckoutResult.NotPaid notPaid) {
      Messages.problem(redirect, notPaid.reason());
      return "redirect:/orders/{number}";
    }
    if (result instanceof CheckoutResult.AskTheBank) {
      BankPages.askAtOnce(redirect);
    }
    return "redirect:/orders/{number}?placed";
  }
}
