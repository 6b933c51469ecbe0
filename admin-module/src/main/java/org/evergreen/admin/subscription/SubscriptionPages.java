package org.evergreen.admin.subscription;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Consumer;
import org.evergreen.admin.AdminPage;
import org.evergreen.admin.AdminSettings;
import org.evergreen.admin.Flash;
import org.evergreen.admin.MerchantName;
import org.evergreen.admin.Numbers;
import org.evergreen.admin.RefusalInWords;
import org.evergreen.form.Typed;
import org.evergreen.subscription.ActionRefusedException;
import org.evergreen.subscription.Actor;
import org.evergreen.subscription.Seen;
import org.evergreen.subscription.StaleSubscriptionException;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionCommands;
import org.evergreen.subscription.TransitionRefusedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of subscriptions, the page of each, and what a merchant can do to it. */
@Controller
@AdminPage
@RequestMapping(AdminSettings.PATH + "/subscriptions")
class SubscriptionPages {

  private static final int LONGEST_REASON = 500;

  private final AdminSettings settings;
  private final SubscriptionList list;
  private final SubscriptionDesk desk;
  private final SubscriptionCommands commands;
  private final MerchantName merchantName;

  SubscriptionPages(
      AdminSettings settings,
      SubscriptionList list,
      SubscriptionDesk desk,
      SubscriptionCommands commands,
      MerchantName merchantName) {
    this.settings = settings;
    this.list = list;
    this.desk = desk;
    this.commands = commands;
    this.merchantName = merchantName;
  }

  @GetMapping
  String list(
      @RequestParam(name = "text", defaultValue = "") String text,
      @RequestParam(name = "status", defaultValue = "") String status,
      @RequestParam(name = "page", defaultValue = "") String page,
      Model model) {
    model.addAttribute("list", list.find(Typed.line(text), status, Numbers.page(page)));
    model.addAttribute("statuses", list.statuses());
    return "evergreen/admin/subscriptions";
  }

  @GetMapping("/{id}")
  String show(@PathVariable("id") String id, Model model) {
    model.addAttribute("view", desk.view(desk.find(id)));
    return "evergreen/admin/subscription";
  }

  @PostMapping("/{id}/cancel")
  String cancel(
      @PathVariable("id") String id,
      @RequestParam(name = "reason", defaultValue = "") String reason,
      @RequestParam(name = "version", defaultValue = "") String version,
      HttpServletRequest request,
      RedirectAttributes redirect) {
    Subscription subscription = desk.find(id);
    String note = Typed.line(reason);
    if (note.length() > LONGEST_REASON) {
      Flash.problem(
          redirect, "Not cancelled: use at most " + LONGEST_REASON + " characters for the reason.");
      return page(subscription);
    }
    Actor actor = merchantName.actor(request);
    return change(
        subscription,
        it -> commands.cancel(seen(it, version), actor, note),
        "Subscription " + id + " is cancelled.",
        redirect);
  }

  @PostMapping("/{id}/undo-cancellation")
  String undoCancellation(
      @PathVariable("id") String id, HttpServletRequest request, RedirectAttributes redirect) {
    Actor actor = merchantName.actor(request);
    return change(
        desk.find(id),
        it -> commands.undoCancellation(it.id(), actor),
        "The cancellation of subscription " + id + " is taken back.",
        redirect);
  }

  private String change(
      Subscription subscription,
      Consumer<Subscription> command,
      String done,
      RedirectAttributes redirect) {
    try {
      command.accept(subscription);
      Flash.done(redirect, done);
    } catch (TransitionRefusedException refused) {
      Flash.problem(redirect, RefusalInWords.write(refused));
    } catch (ActionRefusedException refused) {
      Flash.problem(redirect, "Not done: " + refused.sentence());
    } catch (StaleSubscriptionException stale) {
      Flash.problem(
          redirect, "Not done: the subscription changed meanwhile. Look at it and try again.");
    }
    return page(subscription);
  }

  private static Seen seen(Subscription subscription, String version) {
    return version.isBlank()
        ? Seen.any(subscription.id())
        : Seen.at(subscription.id(), Numbers.version(version));
  }

  private String page(Subscription subscription) {
    return "redirect:" + settings.path() + "/subscriptions/" + subscription.id();
  }
}
