package org.evergreen.site.account;

import java.util.Optional;
import org.evergreen.change.ChangeView;
import org.evergreen.change.Changes;
import org.evergreen.renewal.RenewalGroupView;
import org.evergreen.renewal.RenewalMonitor;
import org.evergreen.renewal.RenewalWorkings;
import org.evergreen.site.words.SiteWords;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.subscription.Workings;

/** Why an amount that was charged or credited is what it is. */
class Amounts {
  static final String START = "start";
  private static final String RENEWAL = "renewal-";
  private static final String CHANGE = "change-";

  private final Workings workings;
  private final RenewalMonitor renewals;
  private final RenewalWorkings workingsOfRenewals;
  private final Changes changes;
  private final SiteWords words;

  Amounts(
      Workings workings,
      RenewalMonitor renewals,
      RenewalWorkings workingsOfRenewals,
      Changes changes,
      SiteWords words) {
    this.workings = workings;
    this.renewals = renewals;
    this.workingsOfRenewals = workingsOfRenewals;
    this.changes = changes;
    this.words = words;
  }

  /** Whether the amount of the first order can be explained. */
  boolean explainsStart(SubscriptionId subscription) {
    return workings.find(subscription, START).isPresent();
  }

  /**
   * The explanation of an amount of a subscription; empty when there is none.
   *
   * @param subject may be anything
   */
  Optional<Amount> of(SubscriptionId subscription, String subject) {
    if (subject.startsWith(RENEWAL)) {
      return renewals.ofSubscription(subscription).stream()
          .filter(group -> subject.equals(RENEWAL + group.id()))
          .findFirst()
          .map(group -> renewal(subscription, group));
    }
    if (subject.startsWith(CHANGE)) {
      return changes.of(subscription).stream()
          .filter(change -> subject.equals(CHANGE + change.id()))
          .findFirst()
          .map(this::change);
    }
    return workings
        .find(subscription, subject)
        .map(working -> new Amount(title(subject), Optional.empty(), working));
  }

  private static String title(String subject) {
    return subject.equals(START) ? "Your first order" : "An amount of this subscription";
  }

  private Amount change(ChangeView change) {
    return new Amount(words.withDates(change.summary()), Optional.empty(), change.working());
  }

  private Amount renewal(SubscriptionId subscription, RenewalGroupView group) {
    String date = words.date(group.dueAt());
    boolean alone = group.subscriptions().size() == 1;
    return new Amount(
        "Payment due on " + date,
        alone ? Optional.of(words.money(group.toPay())) : Optional.empty(),
        workingsOfRenewals.of(subscription, group.id()));
  }
}
