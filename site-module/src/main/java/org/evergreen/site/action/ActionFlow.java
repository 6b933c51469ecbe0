package org.evergreen.site.action;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evergreen.site.words.SiteWords;
import org.evergreen.subscription.ActionRefusedException;
import org.evergreen.subscription.StaleSubscriptionException;
import org.evergreen.subscription.Subscription;

/** Shows actions and performs what was seen. */
public class ActionFlow {
  private final FieldRules rules;
  private final SiteWords words;

  public ActionFlow(SiteWords words) {
    this.words = words;
    this.rules = new FieldRules(words);
  }

  /** Whether an action may be done, with dates as the page writes them. */
  public Availability availability(SelfServiceAction action, Subscription subscription) {
    Availability availability = action.availability(subscription);
    if (availability instanceof Availability.Refused refused) {
      return new Availability.Refused(words.withDates(refused.sentence()));
    }
    return availability instanceof Availability.Hidden hidden
        ? new Availability.Hidden(words.withDates(hidden.sentence()))
        : availability;
  }

  private Preview readable(Preview preview) {
    if (!(preview instanceof Preview.Wrong wrong)) {
      return preview;
    }
    Map<String, String> problems = new HashMap<>();
    wrong.problems().forEach((field, text) -> problems.put(field, words.withDates(text)));
    return new Preview.Wrong(problems);
  }

  /** What would happen with these answers. */
  public ActionLook look(SelfServiceAction action, Subscription subscription, Answers given) {
    List<Field> fields = action.fields(subscription, given);
    Answers answers = Answers.of(fields);
    Map<String, String> problems = rules.problems(fields);
    if (!problems.isEmpty()) {
      return new ActionLook(fields, answers, new Preview.Wrong(problems), Optional.empty());
    }
    if (FieldRules.isUnanswered(fields)) {
      return new ActionLook(fields, answers, new Preview.Unanswered(), Optional.empty());
    }
    Preview preview = readable(action.preview(subscription, answers));
    Optional<SeenToken> token =
        preview instanceof Preview.Ready ready
            ? Optional.of(SeenToken.of(subscription, action.label().slug(), fields, answers, ready))
            : Optional.empty();
    return new ActionLook(fields, answers, preview, token);
  }

  /**
   * Does what was seen, or nothing. What has changed since goes to the engine where the action lets
   * it compare: it knows whether the change is the very thing that is asked for.
   */
  public Performed confirm(
      SelfServiceAction action, Subscription subscription, Answers given, SeenToken seen) {
    List<Field> fields = action.fields(subscription, given);
    if (!stillHolds(action, subscription, given, seen) || !rules.problems(fields).isEmpty()) {
      return new Performed.Outdated();
    }
    try {
      Answers answers = Answers.of(fields);
      return action.perform(subscription, answers, seen.seen(subscription), seen.quote());
    } catch (ActionRefusedException e) {
      return new Performed.Problem(words.withDates(e.sentence()));
    } catch (StaleSubscriptionException e) {
      return new Performed.Outdated();
    }
  }

  private boolean stillHolds(
      SelfServiceAction action, Subscription subscription, Answers given, SeenToken seen) {
    if (seen.version() != subscription.version()) {
      return !seen.quote().isEmpty() || action.isSafeWhenOutOfDate(given);
    }
    return look(action, subscription, given).token().filter(seen::standsFor).isPresent();
  }
}
