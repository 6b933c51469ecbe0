package org.evergreen.change;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evergreen.subscription.Actor;
import org.evergreen.subscription.Subscription;

/** Makes quotes. Everything is worked out anew each time; nothing is kept. */
final class ChangeQuotes {

  /**
   * A quote with the change that it is of.
   *
   * @param version of the subscription that it was worked out from
   * @param standing of that subscription, see {@link Standing}
   */
  record Made(Worked worked, ChangeQuote quote, long version, String standing) {}

  private final ChangeRules rules;
  private final LineChanges changes;
  private final Resubscriptions resubscriptions;
  private final ChangeRows rows;

  ChangeQuotes(
      ChangeRules rules, LineChanges changes, Resubscriptions resubscriptions, ChangeRows rows) {
    this.rules = rules;
    this.changes = changes;
    this.resubscriptions = resubscriptions;
    this.rows = rows;
  }

  /**
   * The quote of a moment.
   *
   * @throws NotPossible if rules or settings forbid the change
   */
  Made quote(Subscription subscription, ChangeRequest request, Actor actor, Instant at) {
    long version = subscription.version();
    rules.require(subscription, request, actor, at);
    Worked worked =
        request instanceof ChangeRequest.Resubscribe
            ? resubscriptions.work(subscription, at)
            : changes.work(subscription, request, actor, at);
    List<String> notes = notes(subscription, request, worked);
    PlannedChange plan = worked.plan();
    String token =
        QuoteToken.of(
            at,
            List.of(
                ChangeRequestText.write(request),
                actor.kind().name(),
                ChangeText.write(plan),
                worked.working().asText(),
                String.join("\n", notes),
                Standing.text(subscription)));
    ChangeQuote quote =
        new ChangeQuote(
            plan.kind(),
            plan.amounts(),
            plan.isScheduled() ? subscription.nextPaymentAt() : Optional.empty(),
            worked.nextPaymentAt(),
            worked.recurring(),
            worked.working(),
            notes,
            at,
            at.plus(QuoteToken.LIFE),
            token);
    return new Made(worked, quote, version, Standing.fingerprint(subscription));
  }

  private List<String> notes(Subscription subscription, ChangeRequest request, Worked worked) {
    List<String> notes = new ArrayList<>(worked.notes());
    if (rows.hasScheduled(subscription.id(), request.changedLine())) {
      notes.add("It takes the place of the change that waits for the next payment.");
    }
    return notes;
  }
}
