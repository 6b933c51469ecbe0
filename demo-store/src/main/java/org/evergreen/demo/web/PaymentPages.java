package org.evergreen.demo.web;

import java.util.Optional;
import org.evergreen.demo.account.ShopUser;
import org.evergreen.demo.checkout.CheckoutResult;
import org.evergreen.demo.checkout.PayLater;
import org.evergreen.demo.checkout.Wallet;
import org.evergreen.demo.order.OrderBook;
import org.evergreen.demo.order.ShopOrder;
import org.evergreen.payment.PaymentMethodId;
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
      RedirectAttributes redirect) {
    ShopUser shopper = Shopper.required();
    ShopOrder order =
        book.find(shopper.accountId(), number)
            .orElseThrow(() -> new NotFoundException("No order " + number));
    redirect.addAttribute("number", order.number());
    if (order.status().isAccepted()) {
      return "redirect:/orders/{number}";
    }
    Optional<PaymentMethodId> chosen = wallet.choose(shopper.customer(), method);
    if (chosen.isEmpty()) {
      Messages.problem(redirect, "Please choose how you would like to pay.");
      return "redirect:/orders/{number}";
    }
    if (payLater.pay(order, chosen.get()) instanceof CheckoutResult.NotPaid notPaid) {
      Messages.problem(redirect, notPaid.reason());
      return "redirect:/orders/{number}";
    }
    return "redirect:/orders/{number}?placed";
  }
}
