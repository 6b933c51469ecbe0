package org.evergreen.site.selfservice;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evergreen.settings.SelfService;
import org.evergreen.settings.Settings;
import org.evergreen.site.action.ActionLabel;
import org.evergreen.site.action.Answers;
import org.evergreen.site.action.Availability;
import org.evergreen.site.action.Field;
import org.evergreen.site.action.Performed;
import org.evergreen.site.action.Preview;
import org.evergreen.site.action.SelfServiceAction;
import org.evergreen.site.words.SiteWords;
import org.evergreen.subscription.Actor;
import org.evergreen.subscription.PauseCommands;
import org.evergreen.subscription.Seen;
import org.evergreen.subscription.SelfServiceRules;
import org.evergreen.subscription.Subscription;
import org.evergreen.time.ShopTime;

/** Stops renewals, until the shopper resumes them or until a day. */
class PauseAction implements SelfServiceAction {
  private static final ActionLabel LABEL =
      new ActionLabel("pause", "Pause", "pause-circle", ActionLabel.Place.MAIN);
  private static final String HOW = "how";
  private static final String OPEN = "open";
  private static final String UNTIL = "until";
  private static final int MOST_YEARS = 5;

  private final PauseCommands commands;
  private final SelfServiceRules rules;
  private final Settings settings;
  private final SiteWords words;
  private final ShopTime time;

  PauseAction(
      PauseCommands commands,
      SelfServiceRules rules,
      Settings settings,
      SiteWords words,
      ShopTime time) {
    this.commands = commands;
    this.rules = rules;
    this.settings = settings;
    this.words = words;
    this.time = time;
  }

  @Override
  public ActionLabel label() {
    return LABEL;
  }

  @Override
  public Availability availability(Subscription subscription) {
    Optional<String> refusal = rules.pause(subscription, Actor.shopper());
    boolean looksForIt =
        subscription.status().renews()
            && settings.current().selfService().allows(SelfService.Action.PAUSE);
    return looksForIt ? Availability.unlessTold(refusal) : Availability.unless(refusal);
  }

  @Override
  public List<Field> fields(Subscription subscription, Answers answers) {
    List<Field.Option> ways =
        List.of(
            new Field.Option(OPEN, "Until I resume it"), new Field.Option(UNTIL, "Until a day"));
    LocalDate today = time.today();
    String least = today.plusDays(1).toString();
    String most = today.plusYears(MOST_YEARS).toString();
    return List.of(
        Field.choice(HOW, "How long?", ways, answers.text(HOW)),
        Field.date(UNTIL, "It resumes on", least, most, answers.text(UNTIL)).onlyWhen(HOW, UNTIL));
  }

  @Override
  public Preview preview(Subscription subscription, Answers answers) {
    Optional<LocalDate> until = answers.date(UNTIL);
    Optional<String> refusal =
        until.flatMap(day -> rules.pauseUntil(subscription, Actor.shopper(), day));
    if (refusal.isPresent()) {
      return Preview.wrong(UNTIL, refusal.get());
    }
    List<String> sentences = new ArrayList<>();
    sentences.add("While it is paused nothing is charged and nothing is sent.");
    if (until.isPresent()) {
      sentences.add("It resumes by itself on " + words.date(until.get()) + ".");
      nextPayment(subscription, until.get()).ifPresent(sentences::add);
    } else {
      sentences.add("It stays paused until you resume it on the subscription's page.");
      paidDays(subscription).ifPresent(sentences::add);
    }
    return new Preview.Ready("Pause it", sentences);
  }

  private Optional<String> paidDays(Subscription subscription) {
    return subscription
        .nextPaymentAt()
        .map(this::daysLeft)
        .filter(days -> days > 0)
        .map(
            days ->
                "What you have paid for is kept: "
                    + words.counted(days, "day")
                    + (days == 1 ? " is" : " are")
                    + " left before the next payment.");
  }

  /** None when the payment is late, because it could not be made on its day. */
  private int daysLeft(Instant next) {
    long days = ChronoUnit.DAYS.between(time.today(), time.dateOf(next));
    return Math.toIntExact(Math.max(0, days));
  }

  private Optional<String> nextPayment(Subscription subscription, LocalDate until) {
    boolean fixedDay =
        subscription.lines().stream()
            .flatMap(line -> line.offer().stream())
            .anyMatch(offer -> offer.alignment().isPresent());
    return subscription.nextPaymentAt().map(next -> nextPayment(next, until, fixedDay));
  }

  private String nextPayment(Instant next, LocalDate until, boolean fixedDay) {
    LocalDate kept = time.dateOf(next);
    if (!kept.isBefore(until)) {
      return "The next payment stays on " + words.date(kept) + ".";
    }
    if (fixedDay) {
      return "The next payment is on your usual day after that.";
    }
    int days = daysLeft(next);
    String date = words.date(until.plusDays(days)) + ".";
    return switch (days) {
      case 0 -> "Nothing is left of what you have paid for, so the next payment is on " + date;
      case 1 ->
          "The day left of what you have paid for begins then, so the next payment is on " + date;
      default ->
          "The "
              + words.counted(days, "day")
              + " left of what you have paid for begin then, so the next payment is on "
              + date;
    };
  }

  @Override
  public boolean isSafeWhenOutOfDate(Answers answers) {
    return true;
  }

  @Override
  public Performed perform(Subscription subscription, Answers answers, Seen seen, String quote) {
    Optional<LocalDate> until = answers.date(UNTIL);
    commands.pause(seen, Actor.shopper(), until);
    return new Performed.Done(
        until
            .map(day -> "Paused. It resumes by itself on " + words.date(day) + ".")
            .orElse("Paused. It stays paused until you resume it."));
  }
}
