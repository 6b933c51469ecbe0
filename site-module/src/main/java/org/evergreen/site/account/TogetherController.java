package org.evergreen.site.account;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The shopper's choice to have his subscriptions paid together or each alone. */
@Controller
public class TogetherController {
  private static final String TOGETHER =
      "What is due on the same day is paid together from now on.";
  private static final String ALONE = "Each subscription is paid alone from now on.";
  private static final String NOT_OFFERED = "The shop does not offer this any more.";

  private final OwnSubscriptions subscriptions;
  private final Together together;

  TogetherController(OwnSubscriptions subscriptions, Together together) {
    this.subscriptions = subscriptions;
    this.together = together;
  }

  @PostMapping("/account/payments/together")
  public String set(@RequestParam("wanted") boolean wanted, RedirectAttributes redirect) {
    if (together.set(subscriptions.customer(), wanted)) {
      redirect.addFlashAttribute("evergreenNotice", wanted ? TOGETHER : ALONE);
    } else {
      redirect.addFlashAttribute("evergreenProblem", NOT_OFFERED);
    }
    return "redirect:/account/subscriptions";
  }
}
