package org.evergreen.admin.subscription;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.evergreen.admin.AdminPage;
import org.evergreen.admin.AdminSettings;
import org.evergreen.admin.Flash;
import org.evergreen.admin.MerchantName;
import org.evergreen.admin.NotFoundException;
import org.evergreen.admin.Numbers;
import org.evergreen.payment.ChargeId;
import org.evergreen.subscription.ActionRefusedException;
import org.evergreen.subscription.Subscription;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
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
  String form(@PathVariable("id") String id, @PathVariable("charge") String charge, Model model) {
    Subscription subscription = desk.find(id);
    model.addAttribute("subscription", subscription);
    model.addAttribute("payment", payment(subscription, charge));
    model.addAttribute("token", UUID.randomUUID().toString());
    return "evergreen/admin/refund";
  }

  @PostMapping
  String refund(
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
    String page = "redirect:" + settings.path() + "/subscriptions/" + subscription.id();
    try {
      Flash.done(
          redirect,
          money.refund(
              subscription,
              payment,
              merchantName.actor(request),
              line,
              reason,
              new MoneyDesk.TypedRefund(amount, token)));
      return page;
    } catch (ActionRefusedException refused) {
      Flash.problem(redirect, "Not done: " + refused.sentence());
      return page + "/charges/" + payment.charge().id().value() + "/refund";
    }
  }

  private RefundDesk.Payment payment(Subscription subscription, String charge) {
    return refunds
        .payment(subscription, new ChargeId(Numbers.key("charge", charge)))
        .orElseThrow(() -> NotFoundException.of("charge", charge));
  }
}
