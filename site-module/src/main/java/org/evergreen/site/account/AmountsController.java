package org.evergreen.site.account;

import org.evergreen.subscription.Subscription;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Answers "why this amount?" for whatever was charged or credited. */
@Controller
public class AmountsController {
  private final OwnSubscriptions subscriptions;
  private final Amounts amounts;

  AmountsController(OwnSubscriptions subscriptions, Amounts amounts) {
    this.subscriptions = subscriptions;
    this.amounts = amounts;
  }

  /**
   * The working of one amount.
   *
   * @param subject for example {@code start}, {@code renewal-9} or {@code change-12}
   */
  @GetMapping("/account/subscriptions/{number}/amounts/{subject}")
  public String amount(
      @PathVariable("number") String number, @PathVariable("subject") String subject, Model model) {
    Subscription subscription = subscriptions.find(number);
    Amount amount =
        amounts.of(subscription.id(), subject).orElseThrow(SubscriptionNotFoundException::new);
    model.addAttribute("subscription", subscription.id());
    model.addAttribute("amount", amount);
    return "evergreen/site/account/amount";
  }
}
