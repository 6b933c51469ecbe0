package org.evergreen.demo.web;

import java.util.List;
import java.util.Optional;
import org.evergreen.demo.checkout.BankQuestion;
import org.evergreen.demo.checkout.PayLater;
import org.evergreen.demo.checkout.Wallet;
import org.evergreen.demo.coupon.Coupons;
import org.evergreen.demo.order.OrderBook;
import org.evergreen.demo.order.OrderStatus;
import org.evergreen.demo.order.ShopOrder;
import org.evergreen.payment.PaymentMethods;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A shopper's orders. */
@Controller
class OrderPages {

  private static final int PAGE_SIZE = 10;

  private final OrderBook book;
  private final PaymentMethods methods;
  private final PayLater payLater;
  private final Wallet wallet;
  private final Coupons coupons;
  private final BankQuestion question;

  OrderPages(
      OrderBook book,
      PaymentMethods methods,
      PayLater payLater,
      Wallet wallet,
      Coupons coupons,
      BankQuestion question) {
    this.book = book;
    this.methods = methods;
    this.payLater = payLater;
    this.wallet = wallet;
    this.coupons = coupons;
    this.question = question;
  }

  @GetMapping("/orders")
  String orders(@RequestParam(name = "page", defaultValue = "1") String wanted, Model page) {
    long account = Shopper.required().accountId();
    Paging paging = Paging.of(wanted, book.count(account), PAGE_SIZE);
    page.addAttribute("orders", book.history(account, paging.index(), PAGE_SIZE));
    page.addAttribute("paging", paging);
    return "shop/orders";
  }

  @GetMapping("/orders/{number}")
  String order(@PathVariable String number, Model page) {
    ShopOrder order =
        book.find(Shopper.required().accountId(), number)
            .orElseThrow(() -> new NotFoundException("No order " + number));
    page.addAttribute("order", order);
    boolean asked = question.isOpen(order);
    page.addAttribute("asked", asked);
    page.addAttribute("confirmation", asked ? question.of(order).orElse(null) : null);
    page.addAttribute("pending", order.status() == OrderStatus.PENDING && !asked);
    if (order.status() == OrderStatus.FAILED) {
      page.addAttribute("payLaterRefusal", payLater.refusal(order).orElse(null));
      WalletView.fill(page, wallet, Shopper.required(), order.total(), "");
    }
    page.addAttribute("coupon", order.coupon().flatMap(coupons::byCode).orElse(null));
    page.addAttribute("starts", order.lines().stream().anyMatch(line -> line.offer().isPresent()));
    page.addAttribute(
        "method",
        order
            .method()
            .flatMap(id -> Optional.ofNullable(methods.byId(List.of(id)).get(id)))
            .orElse(null));
    return "shop/order";
  }
}
