package org.evergreen.site.account;

import java.util.List;
import org.evergreen.site.account.OwnSubscriptions.Visible;
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
  private final SubscriptionPages pages;
  private final Gifts gifts;
  private final Together together;

  SubscriptionsController(
      OwnSubscriptions subscriptions,
      SubscriptionOverviews overviews,
      SubscriptionPages pages,
      Gifts gifts,
      Together together) {
    this.subscriptions = subscriptions;
    this.overviews = overviews;
    this.pages = pages;
    this.gifts = gifts;
    this.together = together;
  }

  /** All subscriptions, newest first, and those that others pay for the shopper. */
  @GetMapping
  public String list(Model model) {
    model.addAttribute("subscriptions", overviews.of(subscriptions.all()));
    model.addAttribute("gifts", gifts.of(subscriptions.given()));
    model.addAttribute("together", together.of(subscriptions.customer()));
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
    Visible visible = subscriptions.visible(number);
    Subscription subscription = visible.subscription();
    if (visible.own()) {
      pages.fill(model, subscription, "all".equals(show));
      return "evergreen/site/account/detail";
    }
    model.addAttribute("gift", gifts.of(List.of(subscription)).get(0));
    pages.fillFiles(model, subscription);
    return "evergreen/site/account/gift";
  }
}
