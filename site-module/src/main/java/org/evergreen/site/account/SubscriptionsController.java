package org.evergreen.site.account;

import org.evergreen.subscription.Subscription;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of a shopper's subscriptions, and a page for each. */
@Controller
@RequestMapping("/account/subscriptions")
public class SubscriptionsController {
  private final OwnSubscriptions subscriptions;
  private final SubscriptionOverviews overviews;
  private final SubscriptionDetails details;
  private final ActionMenus menus;

  SubscriptionsController(
      OwnSubscriptions subscriptions,
      SubscriptionOverviews overviews,
      SubscriptionDetails details,
      ActionMenus menus) {
    this.subscriptions = subscriptions;
    this.overviews = overviews;
    this.details = details;
    this.menus = menus;
  }

  /** All subscriptions, newest first. */
  @GetMapping
  public String list(Model model) {
    model.addAttribute("subscriptions", overviews.of(subscriptions.all()));
    return "evergreen/site/account/list";
  }

  /**
   * One subscription.
   *
   * @param show "all" for everything that ever happened to it, else the latest
   */
  @GetMapping("/{number}")
  public String detail(
      @PathVariable("number") String number,
      @RequestParam(name = "show", defaultValue = "") String show,
      Model model) {
    Subscription subscription = subscriptions.find(number);
    model.addAttribute("subscription", details.of(subscription, "all".equals(show)));
    model.addAttribute("menu", menus.of(subscription));
    return "evergreen/site/account/detail";
  }
}
