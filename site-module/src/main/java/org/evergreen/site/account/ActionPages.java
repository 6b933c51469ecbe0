package org.evergreen.site.account;

import java.util.Optional;
import org.evergreen.site.action.ActionFlow;
import org.evergreen.site.action.ActionLook;
import org.evergreen.site.action.Answers;
import org.evergreen.site.action.Availability;
import org.evergreen.site.action.SelfServiceAction;
import org.evergreen.site.words.SubscriptionInWords;
import org.evergreen.subscription.Subscription;
import org.springframework.http.HttpStatus;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.servlet.view.RedirectView;

/** The page of an action, and the way back from it with a sentence on what came of it. */
class ActionPages {
  private static final String NOTICE = "evergreenNotice";
  private static final String PROBLEM = "evergreenProblem";

  private final ActionFlow flow;
  private final SubscriptionInWords inWords;

  ActionPages(ActionFlow flow, SubscriptionInWords inWords) {
    this.flow = flow;
    this.inWords = inWords;
  }

  /** The page; of an action that is not available the subscription's, which says why. */
  ModelAndView of(SelfServiceAction action, Subscription subscription, Answers answers) {
    return of(action, subscription, answers, Optional.empty());
  }

  /** The page after a confirmation that was not carried out. */
  ModelAndView notDone(
      SelfServiceAction action, Subscription subscription, Answers answers, String problem) {
    return of(action, subscription, answers, Optional.of(problem));
  }

  private ModelAndView of(
      SelfServiceAction action,
      Subscription subscription,
      Answers answers,
      Optional<String> problem) {
    Availability availability = flow.availability(action, subscription);
    if (!availability.isAvailable()) {
      String sentence = problem.or(availability::refusal).orElseThrow();
      return problem(subscription.id().toString(), sentence);
    }
    ActionLook look = flow.look(action, subscription, answers);
    ModelAndView page = new ModelAndView("evergreen/site/account/action");
    page.addObject("action", action.label());
    page.addObject("subscription", subscription.id());
    page.addObject("name", inWords.title(subscription));
    page.addObject("look", look);
    page.addObject("alternatives", action.alternatives(subscription));
    problem.ifPresent(
        sentence -> {
          page.addObject(PROBLEM, sentence);
          page.setStatus(HttpStatus.CONFLICT);
        });
    return page;
  }

  /** To a subscription's page, which says what was done. */
  static ModelAndView done(String number, String sentence) {
    return redirect(number, NOTICE, sentence);
  }

  /** To a subscription's page, which says why something was not done. */
  static ModelAndView problem(String number, String sentence) {
    return redirect(number, PROBLEM, sentence);
  }

  /** To the page where the action goes on. */
  static ModelAndView elsewhere(String path) {
    RedirectView view = new RedirectView(path, true);
    view.setExposeModelAttributes(false);
    return new ModelAndView(view);
  }

  private static ModelAndView redirect(String number, String kind, String sentence) {
    ServletRequestAttributes current =
        (ServletRequestAttributes) RequestContextHolder.currentRequestAttributes();
    RequestContextUtils.getOutputFlashMap(current.getRequest()).put(kind, sentence);
    RedirectView view = new RedirectView("/account/subscriptions/" + number, true);
    view.setExposeModelAttributes(false);
    return new ModelAndView(view);
  }
}
