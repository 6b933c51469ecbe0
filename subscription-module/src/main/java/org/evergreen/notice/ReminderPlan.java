package org.evergreen.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.evergreen.settings.NoticeRules;
import org.evergreen.subscription.SubscriptionStatus;

/**
 * Which reminders a subscription gets before its next payment or its end, and when. See
 * docs/09-emails.md.
 *
 * @param about what is reminded of
 * @param stages in order of time
 */
record ReminderPlan(Instant about, List<Stage> stages) {

  /** Mail goes out in the shop's morning, so that what is due on one day is told together. */
  private static final LocalTime MORNING = LocalTime.of(8, 0);

  /** A reminder and when it is written. */
  record Stage(NoticeKind kind, Instant at) {}

  static ReminderPlan of(ReminderFacts facts, NoticeRules rules, ZoneId zone) {
    LocalDate day = LocalDate.ofInstant(facts.about(), zone);
    List<Stage> stages = new ArrayList<>();
    kind(facts, rules)
        .map(kind -> new Stage(kind, morning(day.minusDays(days(kind, facts, rules)), zone)))
        // Who has begun only now was told the date then.
        .filter(stage -> stage.at().isAfter(facts.begunAt()))
        .ifPresent(stages::add);
    if (rules.card().on() && expiresBefore(day, facts)) {
      Instant at = morning(day.minusDays(rules.card().days()), zone);
      stages.add(new Stage(NoticeKind.CARD_EXPIRING, at));
    }
    stages.sort(Comparator.comparing(Stage::at));
    return new ReminderPlan(facts.about(), stages);
  }

  private static Optional<NoticeKind> kind(ReminderFacts facts, NoticeRules rules) {
    if (facts.nextPaymentAt().isEmpty()) {
      return Optional.of(NoticeKind.TERM_ENDING).filter(kind -> rules.term().on());
    }
    return facts.status() == SubscriptionStatus.TRIALING
        ? Optional.of(NoticeKind.TRIAL_ENDING).filter(kind -> rules.trial().on())
        : Optional.of(NoticeKind.UPCOMING_RENEWAL).filter(kind -> rules.upcoming().on());
  }

  private static int days(NoticeKind kind, ReminderFacts facts, NoticeRules rules) {
    if (kind == NoticeKind.TERM_ENDING) {
      return rules.term().days();
    }
    int days = (kind == NoticeKind.TRIAL_ENDING ? rules.trial() : rules.upcoming()).days();
    boolean bankDebit = facts.method().filter(ReminderFacts.Method::bankDebit).isPresent();
    return bankDebit ? Math.max(days, rules.bankDebitDays()) : days;
  }

  private static boolean expiresBefore(LocalDate day, ReminderFacts facts) {
    return facts.nextPaymentAt().isPresent()
        && facts
            .method()
            .filter(method -> method.expiry().atEndOfMonth().isBefore(day))
            .isPresent();
  }

  /** When the shop next writes reminders after a moment. */
  static Instant nextMorning(Instant instant, ZoneId zone) {
    LocalDate day = LocalDate.ofInstant(instant, zone);
    Instant sameDay = morning(day, zone);
    return sameDay.isAfter(instant) ? sameDay : morning(day.plusDays(1), zone);
  }

  private static Instant morning(LocalDate day, ZoneId zone) {
    return day.atTime(MORNING).atZone(zone).toInstant();
  }

  /** The reminders whose time has come, late ones too, but none of what has happened already. */
  List<NoticeKind> due(Instant now) {
    return stages.stream()
        .filter(stage -> !stage.at().isAfter(now) && about.isAfter(now))
        .map(Stage::kind)
        .toList();
  }

  /** When the next of them is written; empty when nothing is left to tell. */
  Optional<Instant> next(Instant now) {
    return stages.stream()
        .map(Stage::at)
        .filter(at -> at.isAfter(now) && at.isBefore(about))
        .findFirst();
  }
}
