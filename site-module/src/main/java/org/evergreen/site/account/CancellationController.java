package org.evergreen.site.account;

import org.evergreen.subscription.StaleSubscriptionException;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionStatus;
import org.evergreen.subscription.TransitionRefusedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Cancelling a subscription, with a look at the effect first, and taking it back. */
@Controller
@RequestMapping("/account/subscriptions/{number}")
public class CancellationController {
  private static final int REASON_LENGTH = 500;
  private static final String NOTICE = "evergreenNotice";
  private static final String PROBLEM = "evergreenProblem";
  private static final String CHANGED =
      "This subscription has changed since you opened the page. Nothing was done; please look at it"
          + " again.";

  private final OwnSubscriptions subscriptions;
  private final Cancellations cancellations;
  private final Past past;
  private final SubscriptionInWords inWords;

  CancellationController(
      OwnSubscriptions subscriptions,
      Cancellations cancellations,
      Past past,
      SubscriptionInWords inWords) {
    this.subscriptions = subscriptions;
    this.cancellations = cancellations;
    this.past = past;
    this.inWords = inWords;
  }

  /** What cancelling would do, and the question whether to do it. */
  @GetMapping("/cancel")
  public String preview(
      @PathVariable("number") String number, Model model, RedirectAttributes flash) {
    Subscription subscription = subscriptions.find(number);
    if (!Cancellations.isPossible(subscription)) {
      flash.addFlashAttribute(PROBLEM, cannotBeCancelled(subscription));
      return toDetail(subscription);
    }
    model.addAttribute("subscription", subscription.id());
    model.addAttribute("name", inWords.title(subscription));
    model.addAttribute("preview", preview(subscription));
    model.addAttribute("reasonLength", REASON_LENGTH);
    return "evergreen/site/account/cancel";
  }

  /**
   * Cancels, if that still has the effect that the shopper has seen.
   *
   * @param seen token of the preview
   * @param reason optional, for the merchant
   */
  @PostMapping("/cancel")
  public String cancel(
      @PathVariable("number") String number,
      @RequestParam(name = "seen", defaultValue = "") String seen,
      @RequestParam(name = "reason", defaultValue = "") String reason,
      RedirectAttributes flash) {
    Subscription subscription = subscriptions.find(number);
    if (subscription.status() == SubscriptionStatus.PENDING_CANCEL) {
      flash.addFlashAttribute(NOTICE, cancelled(subscription));
      return toDetail(subscription);
    }
    if (!Cancellations.isPossible(subscription)) {
      flash.addFlashAttribute(PROBLEM, cannotBeCancelled(subscription));
      return toDetail(subscription);
    }
    if (!preview(subscription).token().equals(seen)) {
      flash.addFlashAttribute(PROBLEM, CHANGED);
      return toDetail(subscription) + "/cancel";
    }
    try {
      cancellations.cancel(subscription, plainText(reason));
      flash.addFlashAttribute(NOTICE, cancelled(subscriptions.find(number)));
    } catch (TransitionRefusedException | StaleSubscriptionException e) {
      flash.addFlashAttribute(PROBLEM, CHANGED);
    }
    return toDetail(subscription);
  }

  /** Takes a cancellation back. */
  @PostMapping("/undo-cancellation")
  public String undo(@PathVariable("number") String number, RedirectAttributes flash) {
    Subscription subscription = subscriptions.find(number);
    try {
      cancellations.undo(subscription);
      flash.addFlashAttribute(NOTICE, "You keep this subscription. It goes on as before.");
    } catch (TransitionRefusedException e) {
      flash.addFlashAttribute(
          PROBLEM, "This subscription has ended or cannot be resumed here. Nothing was changed.");
    } catch (StaleSubscriptionException e) {
      flash.addFlashAttribute(PROBLEM, CHANGED);
    }
    return toDetail(subscription);
  }

  private CancelPreview preview(Subscription subscription) {
    return cancellations.preview(subscription, past.paymentUnderWay(subscription.id()));
  }

  private String cancelled(Subscription subscription) {
    return subscription.status() == SubscriptionStatus.PENDING_CANCEL
        ? "Cancelled. It stays active until " + inWords.end(subscription) + "."
        : "Cancelled. The subscription has ended.";
  }

  private String cannotBeCancelled(Subscription subscription) {
    return subscription.status().isOver()
        ? "This subscription ended on "
            + inWords.end(subscription)
            + "; there is nothing to cancel."
        : "This subscription is cancelled already.";
  }

  private static String toDetail(Subscription subscription) {
    return "redirect:/account/subscriptions/" + subscription.id();
  }

  /** Without what is not text, such as the zero byte that a database refuses. */
  private static String plainText(String reason) {
    return reason.replaceAll("\\R", " ").replaceAll("\\p{Cntrl}", "").strip();
  }
}
