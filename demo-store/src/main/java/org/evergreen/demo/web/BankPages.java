package org.evergreen.demo.web;

import org.evergreen.demo.checkout.BankQuestion;
import org.evergreen.demo.order.OrderBook;
import org.evergreen.demo.order.ShopOrder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What follows the bank's question about an order's payment, which the order's page asks. */
@Controller
class BankPages {

  /** Set for the order's page when it asks without being told to. */
  static final String AT_ONCE = "askAtOnce";

  private final OrderBook book;
  private final BankQuestion question;

  BankPages(OrderBook book, BankQuestion question) {
    this.book = book;
    this.question = question;
  }

  /** Has the next page ask at once; opening it again later does not. */
  static void askAtOnce(RedirectAttributes redirect) {
    redirect.addFlashAttribute(AT_ONCE, true);
  }

  @PostMapping("/orders/{number}/confirm")
  String answered(@PathVariable String number, RedirectAttributes redirect) {
    question
        .answered(order(number))
        .ifPresent(reason -> Messages.problem(redirect, reason + " Nothing was charged."));
    redirect.addAttribute("number", number);
    return "redirect:/orders/{number}?placed";
  }

  @PostMapping("/orders/{number}/another-card")
  String anotherCard(@PathVariable String number, RedirectAttributes redirect) {
    question.giveUp(order(number));
    redirect.addAttribute("number", number);
    return "redirect:/orders/{number}#pay";
  }

  private ShopOrder order(String number) {
    return book.find(Shopper.required().accountId(), number)
        .orElseThrow(() -> new NotFoundException("No order " + number));
  }
}
