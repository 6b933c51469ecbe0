package org.evergreen.site.selfservice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evergreen.site.action.ActionLabel;
import org.evergreen.site.action.Answers;
import org.evergreen.site.action.Availability;
import org.evergreen.site.action.Field;
import org.evergreen.site.action.Performed;
import org.evergreen.site.action.Preview;
import org.evergreen.site.action.SelfServiceAction;
import org.evergreen.site.words.SiteWords;
import org.evergreen.subscription.Actor;
import org.evergreen.subscription.DateCommands;
import org.evergreen.subscription.DateMove;
import org.evergreen.subscription.Outlook;
import org.evergreen.subscription.Seen;
import org.evergreen.subscription.SelfServiceRules;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionPreviews;
import org.evergreen.time.ShopTime;

/** Moves the next payment to another day, alone or with all after it. */
class MoveDateAction implements SelfServiceAction {
  private static final ActionLabel LABEL =
      new ActionLabel(
          "date", "Move the next payment", "calendar-event", ActionLabel.Place.PAYMENTS);
  private static final String TO = "to";
  private static final String REACH = "reach";
  private static final String ONCE = "once";
  private static final String ALL = "all";
  private static final int MOST_YEARS = 5;

  private final DateCommands commands;
  private final SelfServiceRules rules;
  private final SubscriptionPreviews previews;
  private final SiteWords words;
  private final ShopTime time;

  MoveDateAction(
      DateCommands commands,
      SelfServiceRules rules,
      SubscriptionPreviews previews,
      SiteWords words,
      ShopTime time) {
    this.commands = commands;
    this.rules = rules;
    this.previews = previews;
    this.words = words;
    this.time = time;
  }

  @Override
  public ActionLabel label() {
    return LABEL;
  }

  @Override
  public Availability availability(Subscription subscription) {
    return Availability.unless(rules.moveNextPayment(subscription, Actor.shopper()));
  }

  @Override
  public List<Field> fields(Subscription subscription, Answers answers) {
    String now = subscription.nextPaymentAt().map(words::date).orElse("not planned");
    List<Field.Option> reaches =
        List.of(
            new Field.Option(ONCE, "Only this payment", "Later payments keep their dates."),
            new Field.Option(ALL, "This payment and all after it", "Later payments move with it."));
    LocalDate today = time.today();
    return List.of(
        Field.date(
                TO,
                "New date of the next payment",
                today.toString(),
                today.plusYears(MOST_YEARS).toString(),
                answers.text(TO))
            .hinted("Now it is " + now + "."),
        Field.choice(REACH, "What moves?", reaches, answers.text(REACH)));
  }

  private static DateMove reach(Answers answers) {
    return answers.text(REACH).equals(ALL) ? DateMove.FROM_NOW_ON : DateMove.ONCE;
  }

  @Override
  public Preview preview(Subscription subscription, Answers answers) {
    LocalDate to = answers.date(TO).orElseThrow();
    DateMove reach = reach(answers);
    Optional<String> refusal = rules.moveNextPayment(subscription, Actor.shopper(), to, reach);
    if (refusal.isPresent()) {
      return Preview.wrong(TO, refusal.get());
    }
    Instant now = subscription.nextPaymentAt().orElseThrow();
    if (reach == DateMove.ONCE && time.dateOf(now).equals(to)) {
      return Preview.wrong(TO, "The next payment is on this day already. Please pick another one.");
    }
    return new Preview.Ready("Move it", sentences(subscription, now, to, reach));
  }

  private List<String> sentences(
      Subscription subscription, Instant now, LocalDate to, DateMove reach) {
    Outlook outlook = previews.moveNextPayment(subscription, to, reach);
    List<String> sentences = new ArrayList<>();
    sentences.add("The next payment moves from " + words.date(now) + " to " + words.date(to) + ".");
    List<String> later = outlook.payments().stream().skip(1).limit(3).map(words::date).toList();
    if (!later.isEmpty()) {
      String dates = String.join("; ", later);
      sentences.add(
          reach == DateMove.ONCE
              ? "Later payments keep their dates: " + dates + "."
              : "Later payments move with it: " + dates + ".");
    }
    sentences.add("Nothing is charged now.");
    return sentences;
  }

  @Override
  public boolean isSafeWhenOutOfDate(Answers answers) {
    return true;
  }

  @Override
  public Performed perform(Subscription subscription, Answers answers, Seen seen, String quote) {
    LocalDate to = answers.date(TO).orElseThrow();
    commands.moveNextPayment(seen, Actor.shopper(), to, reach(answers));
    return new Performed.Done("The next payment is on " + words.date(to) + ".");
  }
}
