package org.evergreen.admin.renewal;

import jakarta.servlet.http.HttpServletRequest;
import org.evergreen.admin.AdminPage;
import org.evergreen.admin.AdminSettings;
import org.evergreen.admin.Flash;
import org.evergreen.admin.MerchantName;
import org.evergreen.admin.Numbers;
import org.evergreen.renewal.RenewalGroupView;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The renewals monitor, the page of each renewal, and the remedies. */
@Controller
@AdminPage
@RequestMapping(AdminSettings.PATH + "/renewals")
class RenewalPages {

  private final AdminSettings settings;
  private final RenewalBoard board;
  private final RenewalHelp help;
  private final MerchantName merchantName;

  RenewalPages(
      AdminSettings settings, RenewalBoard board, RenewalHelp help, MerchantName merchantName) {
    this.settings = settings;
    this.board = board;
    this.help = help;
    this.merchantName = merchantName;
  }

  @GetMapping
  String list(
      @RequestParam(name = "list", defaultValue = "") String list,
      @RequestParam(name = "page", defaultValue = "") String page,
      Model model) {
    model.addAttribute("board", board.board(RenewalTab.of(list), Numbers.page(page)));
    return "evergreen/admin/renewals";
  }

  @GetMapping("/{id}")
  String show(@PathVariable("id") String id, Model model) {
    model.addAttribute("group", board.group(id));
    return "evergreen/admin/renewal";
  }

  @PostMapping("/{id}/retry")
  String retry(
      @PathVariable("id") String id, HttpServletRequest request, RedirectAttributes redirect) {
    RenewalGroupView group = board.group(id).view();
    if (help.retryNow(group, merchantName.actor(request))) {
      Flash.done(
          redirect,
          "Renewal " + id + " is charged again with the next run, within a minute or so.");
    } else {
      Flash.problem(
          redirect, "Not done: nothing is owed for renewal " + id + " that can be charged again.");
    }
    return "redirect:" + settings.path() + "/renewals/" + group.id();
  }

  @PostMapping("/charges/{charge}/ask")
  String ask(@PathVariable("charge") String charge, RedirectAttributes redirect) {
    if (help.ask(charge)) {
      Flash.done(
          redirect,
          "The gateway is asked about charge " + charge + " now. Look again in a minute.");
    } else {
      Flash.problem(
          redirect, "Not done: the gateway's answer to charge " + charge + " is not missing.");
    }
    return list(RenewalTab.STUCK);
  }

  @PostMapping("/place-orders")
  String placeOrders(RedirectAttributes redirect) {
    help.placeOrders();
    Flash.done(redirect, "Missing orders are placed now. Look again in a minute.");
    return list(RenewalTab.UNPLACED);
  }

  private String list(RenewalTab tab) {
    return "redirect:" + settings.path() + "/renewals?list=" + tab.key();
  }

  @PostMapping("/parked/{subscription}/unpark")
  String unpark(
      @PathVariable("subscription") String subscription,
      HttpServletRequest request,
      RedirectAttributes redirect) {
    boolean unparked = help.unpark(subscription, merchantName.actor(request));
    if (unparked) {
      Flash.done(
          redirect,
          "The renewal of subscription "
              + subscription
              + " is tried again with the next run, within a minute or so.");
    } else {
      Flash.problem(
          redirect, "Not done: the renewal of subscription " + subscription + " is not set aside.");
    }
    return "redirect:"
        + settings.path()
        + "/subscriptions/"
        + Numbers.key("subscription", subscription);
  }
}
