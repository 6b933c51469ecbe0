package org.evergreen.change;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evergreen.payment.Charge;
import org.evergreen.payment.PaymentMethod;
import org.evergreen.subscription.Actor;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.subscription.SubscriptionQueries;
import org.evergreen.subscription.UnknownSubscriptionException;
import org.evergreen.time.ShopTime;
import org.springframework.transaction.support.TransactionOperations;

/** Quotes, confirms and withdraws changes. */
final class ChangeDesk implements Changes {

  private final SubscriptionQueries subscriptions;
  private final ChangeQuotes quotes;
  private final BeginChange begin;
  private final PayChange pay;
  private final ChangeRows rows;
  private final TransactionOperations transactions;
  private final ShopTime time;

  ChangeDesk(
      SubscriptionQueries subscriptions,
      ChangeQuotes quotes,
      BeginChange begin,
      PayChange pay,
      ChangeRows rows,
      TransactionOperations transactions,
      ShopTime time) {
    this.subscriptions = subscriptions;
    this.quotes = quotes;
    this.begin = begin;
    this.pay = pay;
    this.rows = rows;
    this.transactions = transactions;
    this.time = time;
  }

  @Override
  public QuoteResult quote(SubscriptionId id, ChangeRequest request, Actor actor) {
    try {
      return new QuoteResult.Quoted(quotes.quote(find(id), request, actor, time.now()).quote());
    } catch (NotPossible refusal) {
      return new QuoteResult.Refused(refusal.sentence());
    }
  }

  @Override
  public ChangeResult confirm(SubscriptionId id, ChangeRequest request, String token, Actor actor) {
    Optional<ChangeRow> known = rows.byToken(id, token);
    if (known.isPresent()) {
      return pay.result(known.get());
    }
    try {
      return confirmOnce(find(id), request, token, actor);
    } catch (NotPossible refusal) {
      return new ChangeResult.Refused(refusal.sentence());
    }
  }

  private ChangeResult confirmOnce(
      Subscription subscription, ChangeRequest request, String token, Actor actor) {
    Instant now = time.now();
    Optional<Instant> quotedAt =
        QuoteToken.quotedAt(token, now).filter(at -> time.dateOf(at).equals(time.dateOf(now)));
    if (quotedAt.isEmpty()) {
      return outdated(subscription, request, actor);
    }
    ChangeQuotes.Made made = quotes.quote(subscription, request, actor, quotedAt.get());
    if (!made.quote().token().equals(token)) {
      return outdated(subscription, request, actor);
    }
    Optional<PaymentMethod> method = pay.method(subscription);
    Optional<ChangeRow> begun =
        transactions.execute(
            status -> beginUnlessChanged(subscription, request, made, method, actor));
    // Somebody else was faster: what he did may be the same, or make another quote necessary.
    return begun
        .map(row -> pay.settle(row, method))
        .orElseGet(() -> confirmedMeanwhile(subscription.id(), request, token, actor));
  }

  private Optional<ChangeRow> beginUnlessChanged(
      Subscription seen,
      ChangeRequest request,
      ChangeQuotes.Made made,
      Optional<PaymentMethod> method,
      Actor actor) {
    Subscription locked = begin.lock(seen.id());
    boolean same =
        locked.version() == made.version()
            && rows.byToken(seen.id(), made.quote().token()).isEmpty();
    return same ? Optional.of(begin.begin(locked, request, made, method, actor)) : Optional.empty();
  }

  private ChangeResult confirmedMeanwhile(
      SubscriptionId id, ChangeRequest request, String token, Actor actor) {
    return rows.byToken(id, token)
        .map(pay::result)
        .orElseGet(() -> outdated(find(id), request, actor));
  }

  private ChangeResult outdated(Subscription subscription, ChangeRequest request, Actor actor) {
    return new ChangeResult.Outdated(
        quotes.quote(subscription, request, actor, time.now()).quote());
  }

  @Override
  public boolean withdraw(SubscriptionId id, ChangeId change, Actor actor) {
    Optional<ChangeRow> beingPaid = rows.open(id).filter(row -> row.id().equals(change));
    return beingPaid.isPresent()
        ? pay.giveUp(beingPaid.get())
        : Boolean.TRUE.equals(transactions.execute(status -> begin.withdraw(id, change, actor)));
  }

  @Override
  public Optional<ChangeResult.ToConfirm> toConfirm(SubscriptionId id) {
    return rows.open(id).flatMap(pay::toConfirm);
  }

  @Override
  public Optional<ChangeView> paidBy(Charge charge) {
    return ChangeId.of(charge.subject()).flatMap(rows::find).map(ChangeRow::view);
  }

  @Override
  public List<ChangeView> of(SubscriptionId id) {
    return rows.of(id).stream().map(ChangeRow::view).toList();
  }

  private Subscription find(SubscriptionId id) {
    return subscriptions.find(id).orElseThrow(() -> UnknownSubscriptionException.withId(id));
  }
}
