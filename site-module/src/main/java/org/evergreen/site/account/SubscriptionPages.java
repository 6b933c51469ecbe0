package org.evergreen.site.account;

import org.evergreen.download.SubscriberDownloads;
import org.evergreen.subscription.Subscription;
import org.springframework.ui.Model;

/** Puts together what a subscription's page shows. */
class SubscriptionPages {
  private final SubscriptionDetails details;
  private final ActionMenus menus;
  private final BenefitViews benefits;
  private final SubscriberDownloads downloads;
  private final Amounts amounts;

  SubscriptionPages(
      SubscriptionDetails details,
      ActionMenus menus,
      BenefitViews benefits,
      SubscriberDownloads downloads,
      Amounts amounts) {
    this.details = details;
    this.menus = menus;
    this.benefits = benefits;
    this.downloads = downloads;
    this.amounts = amounts;
  }

  /** The page of its owner. */
  void fill(Model model, Subscription subscription, boolean all) {
    model.addAttribute("subscription", details.of(subscription, all));
    model.addAttribute("menu", menus.of(subscription));
    model.addAttribute("benefits", benefits.of(subscription));
    model.addAttribute("startExplained", amounts.explainsStart(subscription.id()));
    fillFiles(model, subscription);
  }

  /** Its files, for its owner and for whoever was given it. */
  void fillFiles(Model model, Subscription subscription) {
    model.addAttribute("files", downloads.of(subscription).stream().map(FileView::of).toList());
  }
}
