package org.evergreen.site.account;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The shopper's choice to have his subscriptions paid together or each alone. */
@Controller
public class TogetherController {
  private final OwnSubscriptions subscriptions;
  private final Together together;

  TogetherController(OwnSubscriptions subscriptions, Together together) {
    this.subscriptions = subscriptions;
    this.together = together;
  }

  @PostMapping("/account/payments/together")
  public String set(
      @RequestParam(name = "wanted", defaultValue = "") String wanted,
      RedirectAttributes redirect) {
    boolean on = wanted.equals("yes");
    together.set(subscriptions.customer(), on);
    redirect.addFlashAttribute(
        "evergreenNotice",
        on
            ? "What is due on the same day is paid together from now on."
            : "Each subscription is paid alone from now on.");
    return "redirect:/account/subscriptions";
  }
}
