package org.evergreen.site.account;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The list of a shopper's subscriptions, and a page for each. */
@Controller
@RequestMapping("/account/subscriptions")
public class SubscriptionsController {
  private final OwnSubscriptions subscriptions;
  private final SubscriptionOverviews overviews;
  private final SubscriptionDetails details;

  SubscriptionsController(
      OwnSubscriptions subscriptions,
      SubscriptionOverviews overviews,
      SubscriptionDetails details) {
    this.subscriptions = subscriptions;
    this.overviews = overviews;
    this.details = details;
  }

  /** All subscriptions, newest first. */
  @GetMapping
  public String list(Model model) {
    model.addAttribute("subscriptions", overviews.of(subscriptions.all()));
    return "evergreen/site/account/list";
  }

  /** One subscription. */
  @GetMapping("/{number}")
  public String detail(@PathVariable("number") String number, Model model) {
    model.addAttribute("subscription", details.of(subscriptions.find(number)));
    return "evergreen/site/account/detail";
  }
}
