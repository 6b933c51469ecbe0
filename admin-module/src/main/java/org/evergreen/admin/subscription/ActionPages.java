package org.evergreen.admin.subscription;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Optional;
import org.evergreen.admin.AdminPage;
import org.evergreen.admin.AdminSettings;
import org.evergreen.admin.Flash;
import org.evergreen.admin.MerchantName;
import org.evergreen.admin.Numbers;
import org.evergreen.admin.RefusalInWords;
import org.evergreen.form.FieldViolation;
import org.evergreen.form.FormFields;
import org.evergreen.form.Typed;
import org.evergreen.subscription.ActionRefusedException;
import org.evergreen.subscription.DateCommands;
import org.evergreen.subscription.DateMove;
import org.evergreen.subscription.PauseCommands;
import org.evergreen.subscription.Seen;
import org.evergreen.subscription.StaleSubscriptionException;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.subscription.TransitionRefusedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a merchant does with the dates, the money and the changes of a subscription. */
@Controller
@AdminPage
@RequestMapping(AdminSettings.PATH + "/subscriptions/{id}")
class ActionPages {

  private final AdminSettings settings;
  private final SubscriptionDesk desk;
  private final PauseCommands pauses;
  private final DateCommands dates;
  private final MoneyDesk money;
  private final MerchantName merchantName;

  ActionPages(
      AdminSettings settings,
      SubscriptionDesk desk,
      PauseCommands pauses,
      DateCommands dates,
      MoneyDesk money,
      MerchantName merchantName) {
    this.settings = settings;
    this.desk = desk;
    this.pauses = pauses;
    this.dates = dates;
    this.money = money;
    this.merchantName = merchantName;
  }

  /** Does something and says what was done. */
  private interface Command {
    String run(SubscriptionId id, Seen seen);
  }

  @PostMapping("/pause")
  String pause(
      @PathVariable("id") String id,
      @RequestParam(name = "version", defaultValue = "") String version,
      @RequestParam(name = "until", defaultValue = "") String until,
      HttpServletRequest request,
      RedirectAttributes redirect) {
    return run(
        id,
        version,
        redirect,
        (key, seen) -> {
          Optional<LocalDate> end = until.isBlank() ? Optional.empty() : Optional.of(day(until));
          pauses.pause(seen, merchantName.actor(request), end);
          return "Subscription " + id + " is paused.";
        });
  }

  @PostMapping("/resume")
  String resume(
      @PathVariable("id") String id,
      @RequestParam(name = "version", defaultValue = "") String version,
      HttpServletRequest request,
      RedirectAttributes redirect) {
    return run(
        id,
        version,
        redirect,
        (key, seen) -> {
          pauses.resume(seen, merchantName.actor(request));
          return "Subscription " + id + " renews again.";
        });
  }

  @PostMapping("/skip")
  String skip(
      @PathVariable("id") String id,
      @RequestParam(name = "version", defaultValue = "") String version,
      HttpServletRequest request,
      RedirectAttributes redirect) {
    return run(
        id,
        version,
        redirect,
        (key, seen) -> {
          dates.skipNext(seen, merchantName.actor(request));
          return "One payment of subscription " + id + " is left out.";
        });
  }

  @PostMapping("/move")
  String move(
      @PathVariable("id") String id,
      @RequestParam(name = "version", defaultValue = "") String version,
      @RequestParam(name = "to", defaultValue = "") String to,
      @RequestParam(name = "reach", defaultValue = "ONCE") String reach,
      HttpServletRequest request,
      RedirectAttributes redirect) {
    return run(
        id,
        version,
        redirect,
        (key, seen) -> {
          DateMove move = reach.equals("FROM_NOW_ON") ? DateMove.FROM_NOW_ON : DateMove.ONCE;
          dates.moveNextPayment(seen, merchantName.actor(request), day(to), move);
          return "The next payment of subscription " + id + " is moved.";
        });
  }

  @PostMapping("/credit")
  String credit(
      @PathVariable("id") String id,
      @RequestParam(name = "amount", defaultValue = "") String amount,
      @RequestParam(name = "note", defaultValue = "") String note,
      @RequestParam(name = "token", defaultValue = "") String token,
      HttpServletRequest request,
      RedirectAttributes redirect) {
    return run(
        id,
        "",
        redirect,
        (key, seen) ->
            money.credit(desk.find(id), merchantName.actor(request), amount, note, token));
  }

  @PostMapping("/cancel-now")
  String cancelNow(
      @PathVariable("id") String id,
      @RequestParam(name = "version", defaultValue = "") String version,
      @RequestParam(name = "reason", defaultValue = "") String reason,
      @RequestParam(name = "refund", defaultValue = "") String refund,
      @RequestParam(name = "token", defaultValue = "") String token,
      HttpServletRequest request,
      RedirectAttributes redirect) {
    return run(
        id,
        version,
        redirect,
        (key, seen) ->
            money.cancelNow(
                desk.find(id),
                seen,
                merchantName.actor(request),
                Typed.line(reason),
                new MoneyDesk.TypedRefund(refund, token)));
  }

  @PostMapping("/changes/{change}/withdraw")
  String withdraw(
      @PathVariable("id") String id,
      @PathVariable("change") String change,
      HttpServletRequest request,
      RedirectAttributes redirect) {
    long number = Numbers.key("change", change);
    return run(
        id, "", redirect, (key, seen) -> money.withdraw(key, number, merchantName.actor(request)));
  }

  private String run(String id, String version, RedirectAttributes redirect, Command command) {
    SubscriptionId key = desk.find(id).id();
    Seen seen = version.isBlank() ? Seen.any(key) : Seen.at(key, Numbers.version(version));
    try {
      Flash.done(redirect, command.run(key, seen));
    } catch (TransitionRefusedException refused) {
      Flash.problem(redirect, RefusalInWords.write(refused));
    } catch (ActionRefusedException refused) {
      Flash.problem(redirect, "Not done: " + refused.sentence());
    } catch (StaleSubscriptionException stale) {
      Flash.problem(
          redirect, "Not done: the subscription changed meanwhile. Look at it and try again.");
    }
    return "redirect:" + settings.path() + "/subscriptions/" + key;
  }

  private static LocalDate day(String typed) {
    FormFields fields = new FormFields();
    return fields
        .date("day", typed)
        .orElseThrow(
            () ->
                new ActionRefusedException(
                    fields.violations().stream()
                        .map(FieldViolation::message)
                        .findFirst()
                        .map(message -> message + ".")
                        .orElse("Enter a day.")));
  }
}
