package org.evergreen.renewal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evergreen.change.QuoteToken;
import org.evergreen.subscription.Actor;
import org.evergreen.subscription.SubscriptionEvent.What;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.time.ShopTime;
import org.springframework.transaction.support.TransactionOperations;

/** Opens a confirmed early renewal, if it is still what was quoted. */
final class OpenEarly {

  private static final String NOTE = "The next payment is made before it is due.";

  /** What came of it. */
  sealed interface Answer {}

  record Made(RenewalGroupId group) implements Answer {}

  record NotMade(OnDemandResult result) implements Answer {}

  private final TransactionOperations transactions;
  private final AccountLeases leases;
  private final EarlyPricing pricing;
  private final OpenGroups groups;
  private final RenewalHistory history;
  private final RenewalViews views;
  private final ShopTime time;

  OpenEarly(
      TransactionOperations transactions,
      AccountLeases leases,
      EarlyPricing pricing,
      OpenGroups groups,
      RenewalHistory history,
      RenewalViews views,
      ShopTime time) {
    this.transactions = transactions;
    this.leases = leases;
    this.pricing = pricing;
    this.groups = groups;
    this.history = history;
    this.views = views;
    this.time = time;
  }

  /** The renewal that was made of a quote; empty when none was, or when it was not paid. */
  Optional<RenewalGroupView> confirmed(SubscriptionId subscription, String token) {
    return views
        .where(
            "where g.quote_token = ? and g.status <> 'CANCELED' and g.id in (select r.group_id"
                + " from evergreen_renewal r where r.subscription_id = ?)",
            token,
            subscription.value())
        .stream()
        .findFirst();
  }

  /** Prices it anew and, if it is what the token names, opens it for whoever holds the claim. */
  OnDemand.Opening<Answer> open(Claim claim, SubscriptionId id, String token, Actor actor) {
    Optional<Instant> quotedAt = QuoteToken.quotedAt(token, time.now());
    if (quotedAt.isEmpty()) {
      return not(new OnDemandResult.Outdated());
    }
    EarlyPricing.Answer answer = pricing.price(id, quotedAt.get());
    if (answer instanceof EarlyPricing.Unpriced unpriced) {
      return not(new OnDemandResult.Refused(unpriced.sentence()));
    }
    EarlyPricing.Priced priced = (EarlyPricing.Priced) answer;
    return priced.quote().token().equals(token)
        ? open(claim, priced.group().confirmed(token), id, actor)
        : not(new OnDemandResult.Outdated());
  }

  private OnDemand.Opening<Answer> open(
      Claim claim, PricedGroup group, SubscriptionId id, Actor actor) {
    return transactions.execute(
        status -> {
          Opened opened = groups.open(List.of(group), leases.lockHeld(claim));
          if (opened.renewals() == 0) {
            return not(new OnDemandResult.Outdated());
          }
          history.append(List.of(id), What.PAYMENT_REQUESTED, actor, NOTE);
          return new OnDemand.Opening<>(opened, new Made(group.id()));
        });
  }

  private static OnDemand.Opening<Answer> not(OnDemandResult result) {
    return new OnDemand.Opening<>(Opened.nothing(), new NotMade(result));
  }
}
