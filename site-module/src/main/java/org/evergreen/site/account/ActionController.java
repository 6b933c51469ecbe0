package org.evergreen.site.account;

import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.Map;
import java.util.Optional;
import org.evergreen.site.action.ActionFlow;
import org.evergreen.site.action.Answers;
import org.evergreen.site.action.Performed;
import org.evergreen.site.action.SeenToken;
import org.evergreen.site.action.SelfServiceAction;
import org.evergreen.site.action.SelfServiceActions;
import org.evergreen.subscription.Subscription;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The pages of all actions. Opening one asks, and shows what would happen; sending it with {@code
 * look} shows that for other answers; sending it without does what was seen.
 */
@Controller
@RequestMapping("/account/subscriptions/{number}/{action:[a-z]+(?:-[a-z]+)*}")
public class ActionController {
  private static final String LOOK = "look";
  private static final String SEEN = "seen";
  private static final String FINISHED = "evergreenFinished";
  private static final String CHANGED =
      "Something has changed since you opened the page. Nothing was done; please look again at what"
          + " will happen.";

  /**
   * The confirmation that was carried out last: the second of two clicks is told the same.
   *
   * @param path where it goes on; empty for the subscription's page with the sentence
   */
  private record Finished(String token, String number, String sentence, String path)
      implements Serializable {

    ModelAndView page() {
      return path.isEmpty() ? ActionPages.done(number, sentence) : ActionPages.elsewhere(path);
    }
  }

  private final OwnSubscriptions subscriptions;
  private final SelfServiceActions actions;
  private final ActionFlow flow;
  private final ActionPages pages;

  ActionController(
      OwnSubscriptions subscriptions,
      SelfServiceActions actions,
      ActionFlow flow,
      ActionPages pages) {
    this.subscriptions = subscriptions;
    this.actions = actions;
    this.flow = flow;
    this.pages = pages;
  }

  /** What the action asks, and what it would do as far as that is answered. */
  @GetMapping
  public ModelAndView open(
      @PathVariable("number") String number,
      @PathVariable("action") String slug,
      @RequestParam Map<String, String> given) {
    Subscription subscription = subscriptions.find(number);
    return pages.of(action(slug), subscription, Answers.of(given));
  }

  /** Shows what other answers would do, or does what was seen. */
  @PostMapping
  public ModelAndView send(
      @PathVariable("number") String number,
      @PathVariable("action") String slug,
      @RequestParam Map<String, String> given,
      HttpSession session) {
    Subscription subscription = subscriptions.find(number);
    SelfServiceAction action = action(slug);
    Answers answers = Answers.of(given);
    String seen = given.getOrDefault(SEEN, "");
    if (given.containsKey(LOOK) || seen.isEmpty()) {
      return pages.of(action, subscription, answers);
    }
    Optional<Finished> before = finishedBefore(session, seen);
    if (before.isPresent()) {
      return before.get().page();
    }
    Performed result = confirm(action, subscription, answers, SeenToken.parse(seen));
    // The first of two clicks may have done it while the second one was waiting.
    Optional<Finished> finished =
        finished(seen, number, result).or(() -> finishedBefore(session, seen));
    if (finished.isPresent()) {
      session.setAttribute(FINISHED, finished.get());
      return finished.get().page();
    }
    return notDone(action, subscriptions.find(number), answers, result);
  }

  private static Optional<Finished> finishedBefore(HttpSession session, String seen) {
    return session.getAttribute(FINISHED) instanceof Finished last && last.token().equals(seen)
        ? Optional.of(last)
        : Optional.empty();
  }

  private ModelAndView notDone(
      SelfServiceAction action, Subscription now, Answers answers, Performed result) {
    String problem =
        result instanceof Performed.Problem it
            ? it.sentence()
            : flow.availability(action, now).refusal().orElse(CHANGED);
    return pages.notDone(action, now, answers, problem);
  }

  private static Optional<Finished> finished(String seen, String number, Performed result) {
    if (result instanceof Performed.Done done) {
      return Optional.of(new Finished(seen, done.shown().orElse(number), done.sentence(), ""));
    }
    return result instanceof Performed.Elsewhere elsewhere
        ? Optional.of(new Finished(seen, number, "", elsewhere.path()))
        : Optional.empty();
  }

  private Performed confirm(
      SelfServiceAction action,
      Subscription subscription,
      Answers answers,
      Optional<SeenToken> seen) {
    if (seen.isEmpty()) {
      return new Performed.Outdated();
    }
    boolean unchanged = seen.get().version() == subscription.version();
    Optional<String> refusal = flow.availability(action, subscription).refusal();
    return unchanged && refusal.isPresent()
        ? new Performed.Problem(refusal.get())
        : flow.confirm(action, subscription, answers, seen.get());
  }

  private SelfServiceAction action(String slug) {
    return actions.find(slug).orElseThrow(SubscriptionNotFoundException::new);
  }
}
