package org.evergreen.notice;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evergreen.installation.ChargingPermission;
import org.evergreen.renewal.GroupedPreview;
import org.evergreen.renewal.UpcomingGroup;
import org.evergreen.settings.NoticeRules;
import org.evergreen.settings.Settings;
import org.evergreen.subscription.BillingAccounts;
import org.evergreen.time.ShopTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Tells shoppers what is going to happen: a renewal will be charged, a trial or a term ends, a card
 * will have expired by the next payment. Each is told once, late rather than not at all, and only
 * while it still lies ahead. See docs/09-emails.md.
 */
public class Reminders {

  private static final Logger LOG = LoggerFactory.getLogger(Reminders.class);
  private static final int BATCH = 200;
  private static final Duration AFTER_TROUBLE = Duration.ofHours(1);

  private final ReminderRows rows;
  private final TransactionOperations transactions;
  private final BillingAccounts accounts;
  private final GroupedPreview preview;
  private final Notices notices;
  private final ReminderContext context;

  /** What reminders depend on beside the subscriptions. */
  record ReminderContext(Settings settings, ChargingPermission permission, ShopTime time) {}

  Reminders(
      ReminderRows rows,
      TransactionOperations transactions,
      BillingAccounts accounts,
      GroupedPreview preview,
      Notices notices,
      ReminderContext context) {
    this.rows = rows;
    this.transactions = transactions;
    this.accounts = accounts;
    this.preview = preview;
    this.notices = notices;
    this.context = context;
  }

  /**
   * Queues every reminder whose time has come; none in a copy of the shop. Repeatable, and safe on
   * several nodes at once. A subscription is looked at after each payment, when the next one comes
   * into view and when a reminder is to be written, and is found by an index then.
   *
   * @return how many subscriptions were looked at
   */
  public int queueDue() {
    if (!context.permission().granted()) {
      return 0;
    }
    int looked = 0;
    List<Long> found = find();
    while (!found.isEmpty()) {
      look(found);
      looked += found.size();
      found = find();
    }
    return looked;
  }

  private List<Long> find() {
    return rows.due(context.time().now(), BATCH);
  }

  private void look(List<Long> found) {
    List<ReminderFacts> all = transactions.execute(status -> rows.facts(found));
    List<NewNotice> told = new ArrayList<>();
    List<ReminderRows.Looked> looked = new ArrayList<>();
    List<Long> over = new ArrayList<>();
    for (ReminderFacts facts : all) {
      if (facts.toBeTold()) {
        looked.add(new ReminderRows.Looked(facts.id(), facts.about(), look(facts, told)));
      } else {
        over.add(facts.id().value());
      }
    }
    transactions.executeWithoutResult(
        status -> {
          accounts.lock(all.stream().map(ReminderFacts::account).distinct().toList());
          rows.note(looked);
          rows.forget(over);
          notices.queue(told);
        });
  }

  /** Adds what is to be told now and says when to look again. */
  private Instant look(ReminderFacts facts, List<NewNotice> told) {
    Instant now = context.time().now();
    ZoneId zone = context.time().zone();
    // A day more, since reminders go out in the morning of their day.
    Instant inView = facts.about().minus(Duration.ofDays(rules().longestDays() + 1));
    if (inView.isAfter(now)) {
      return inView;
    }
    try {
      ReminderPlan plan = ReminderPlan.of(facts, rules(), zone);
      for (NoticeKind kind : plan.due(now)) {
        notice(kind, facts).ifPresent(told::add);
      }
      Instant happened = facts.about().isAfter(now) ? facts.about() : now;
      return plan.next(now).orElse(ReminderPlan.nextMorning(happened, zone));
    } catch (RuntimeException failure) {
      LOG.error("Reminders of subscription {} are put off: {}", facts.id(), failure.toString());
      return now.plus(AFTER_TROUBLE);
    }
  }

  private Optional<NewNotice> notice(NoticeKind kind, ReminderFacts facts) {
    if (kind == NoticeKind.UPCOMING_RENEWAL) {
      return upcoming(facts);
    }
    if (kind == NoticeKind.CARD_EXPIRING) {
      ReminderFacts.Method card = facts.method().orElseThrow();
      String key = "card-" + card.id() + "-" + card.expiry();
      return Optional.of(
          new NewNotice(
              kind,
              key,
              facts.customer(),
              Map.of(
                  Payload.SUBSCRIPTION,
                  facts.id().toString(),
                  Payload.METHOD,
                  String.valueOf(card.id()),
                  Payload.EXPIRY,
                  card.expiry().toString())));
    }
    return Optional.of(
        new NewNotice(
            kind,
            kind.templates() + "-" + facts.id() + "-" + day(facts.about()),
            facts.customer(),
            Map.of(
                Payload.SUBSCRIPTION, facts.id().toString(), Payload.ABOUT, about(facts.about()))));
  }

  /** What is charged together is told together, in the name of the earliest. */
  private Optional<NewNotice> upcoming(ReminderFacts facts) {
    return preview.of(facts.customer()).stream()
        .filter(group -> isIn(group, facts) && group.total().isPositive())
        .findFirst()
        .map(group -> group.payments().get(0))
        .map(
            first ->
                new NewNotice(
                    NoticeKind.UPCOMING_RENEWAL,
                    "upcoming-" + first.subscription() + "-" + day(first.dueAt()),
                    facts.customer(),
                    Map.of(
                        Payload.SUBSCRIPTION,
                        first.subscription().toString(),
                        Payload.ABOUT,
                        about(first.dueAt()))));
  }

  private static boolean isIn(UpcomingGroup group, ReminderFacts facts) {
    return group.payments().stream().anyMatch(part -> part.subscription().equals(facts.id()));
  }

  private static String about(Instant instant) {
    return instant.toString();
  }

  private String day(Instant instant) {
    return context.time().dateOf(instant).toString();
  }

  private NoticeRules rules() {
    return context.settings().current().notices();
  }
}
