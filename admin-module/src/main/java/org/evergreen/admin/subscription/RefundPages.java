package org.evergreen.admin.subscription;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.evergreen.admin.AdminPage;
import org.evergreen.admin.AdminSettings;
import org.evergreen.admin.Flash;
import org.evergreen.admin.MerchantName;
import org.evergreen.admin.NotFoundException;
import org.evergreen.admin.Numbers;
import org.evergreen.payment.ChargeId;
import org.evergreen.subscription.ActionRefusedException;
import org.evergreen.subscription.Subscription;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Gives a part of what was paid for a subscription back, while it goes on or after its end. */
@Controller
@AdminPage
@RequestMapping(AdminSettings.PATH + "/subscriptions/{id}/charges/{charge}/refund")
class RefundPages {

  private final AdminSettings settings;
  private final SubscriptionDesk desk;
  private final RefundDesk refunds;
  private final MoneyDesk money;
  private final MerchantName merchantName;

  RefundPages(
      AdminSettings settings,
      SubscriptionDesk desk,
      RefundDesk refunds,
      MoneyDesk money,
      MerchantName merchantName) {
    this.settings = settings;
    this.desk = desk;
    this.refunds = refunds;
    this.money = money;
    this.merchantName = merchantName;
  }

  @GetMapping
  ModelAndView form(@PathVariable("id") String id, @PathVariable("charge") String charge) {
    Subscription subscription = desk.find(id);
    RefundDesk.Payment payment = payment(subscription, charge);
    return page(subscription, payment, RefundForm.of(payment));
  }

  @PostMapping
  ModelAndView refund(
      @PathVariable("id") String id,
      @PathVariable("charge") String charge,
      @RequestParam(name = "amount", defaultValue = "") String amount,
      @RequestParam(name = "line", defaultValue = "") String line,
      @RequestParam(name = "reason", defaultValue = "") String reason,
      @RequestParam(name = "token", defaultValue = "") String token,
      HttpServletRequest request,
      RedirectAttributes redirect) {
    Subscription subscription = desk.find(id);
    RefundDesk.Payment payment = payment(subscription, charge);
    RefundForm form = new RefundForm(amount, line, reason, token);
    try {
      Flash.done(redirect, money.refund(subscription, payment, merchantName.actor(request), form));
      return new ModelAndView(
          "redirect:" + settings.path() + "/subscriptions/" + subscription.id());
    } catch (ActionRefusedException refused) {
      // What is left may have changed meanwhile.
      ModelAndView again = page(subscription, payment(subscription, charge), form.again());
      again.addObject("problem", "Not done: " + refused.sentence());
      again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
      return again;
    }
  }

  private static ModelAndView page(
      Subscription subscription, RefundDesk.Payment payment, RefundForm form) {
    return new ModelAndView(
        "evergreen/admin/refund",
        Map.of("subscription", subscription, "payment", payment, "form", form));
  }

  private RefundDesk.Payment payment(Subscription subscription, String charge) {
    return refunds
        .payment(subscription, new ChargeId(Numbers.key("charge", charge)))
        .orElseThrow(() -> NotFoundException.of("charge", charge));
  }
}
