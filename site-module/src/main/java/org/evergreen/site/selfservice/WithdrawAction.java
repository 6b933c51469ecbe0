package org.evergreen.site.selfservice;

import java.util.List;
import java.util.Optional;
import org.evergreen.change.ChangeState;
import org.evergreen.change.ChangeView;
import org.evergreen.change.Changes;
import org.evergreen.site.action.ActionLabel;
import org.evergreen.site.action.Answers;
import org.evergreen.site.action.Availability;
import org.evergreen.site.action.Field;
import org.evergreen.site.action.Performed;
import org.evergreen.site.action.Preview;
import org.evergreen.site.action.SelfServiceAction;
import org.evergreen.site.words.SiteWords;
import org.evergreen.subscription.Actor;
import org.evergreen.subscription.Seen;
import org.evergreen.subscription.Subscription;

/** Takes back a change that waits for the next payment. */
class WithdrawAction implements SelfServiceAction {
  private static final ActionLabel LABEL =
      new ActionLabel(
          "withdraw",
          "Withdraw a planned change",
          "arrow-counterclockwise",
          ActionLabel.Place.MAIN);
  private static final String CHANGE = "change";
  private static final String GONE = "This change has been made or withdrawn already.";

  private final Changes changes;
  private final SiteWords words;

  WithdrawAction(Changes changes, SiteWords words) {
    this.changes = changes;
    this.words = words;
  }

  @Override
  public ActionLabel label() {
    return LABEL;
  }

  /** Its answer names the change, and it charges nothing. */
  @Override
  public boolean isSafeWhenOutOfDate(Answers answers) {
    return true;
  }

  @Override
  public Availability availability(Subscription subscription) {
    return planned(subscription).isEmpty()
        ? new Availability.Hidden("No change of this subscription is planned.")
        : Availability.available();
  }

  private List<ChangeView> planned(Subscription subscription) {
    return changes.of(subscription.id()).stream()
        .filter(change -> change.state() == ChangeState.SCHEDULED)
        .toList();
  }

  @Override
  public List<Field> fields(Subscription subscription, Answers answers) {
    List<Field.Option> options =
        planned(subscription).stream()
            .map(
                change ->
                    new Field.Option(
                        change.id().toString(), words.withDates(change.summary()), on(change)))
            .toList();
    return options.size() == 1 && !answers.has(CHANGE)
        ? List.of(Field.hidden(CHANGE, options.get(0).value()))
        : List.of(Field.choice(CHANGE, "Which change?", options, answers.text(CHANGE)));
  }

  private String on(ChangeView change) {
    return change.applyAt().map(at -> "Planned for " + words.date(at)).orElse("Planned");
  }

  private Optional<ChangeView> picked(Subscription subscription, Answers answers) {
    return planned(subscription).stream()
        .filter(change -> change.id().toString().equals(answers.text(CHANGE)))
        .findFirst();
  }

  @Override
  public Preview preview(Subscription subscription, Answers answers) {
    return picked(subscription, answers)
        .<Preview>map(
            change ->
                new Preview.Ready(
                    "Withdraw it",
                    List.of(
                        "This is not done: " + words.withDates(change.summary()) + ".",
                        "Everything stays as it is. Nothing is charged.")))
        .orElseGet(() -> Preview.refused(GONE));
  }

  @Override
  public Performed perform(Subscription subscription, Answers answers, Seen seen, String quote) {
    boolean withdrawn =
        picked(subscription, answers)
            .filter(change -> changes.withdraw(subscription.id(), change.id(), Actor.shopper()))
            .isPresent();
    return withdrawn
        ? new Performed.Done("Withdrawn. Everything stays as it is.")
        : new Performed.Problem(GONE);
  }
}
