package org.evergreen.site.selfservice;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evergreen.payment.PaymentMethodId;
import org.evergreen.renewal.OnDemandResult;
import org.evergreen.renewal.OpenRenewals;
import org.evergreen.renewal.RenewalGroupId;
import org.evergreen.renewal.RenewalGroupView;
import org.evergreen.renewal.RenewalMonitor;
import org.evergreen.site.words.SiteWords;
import org.evergreen.subscription.Actor;
import org.evergreen.subscription.Subscription;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Renewals that are owed: tried again at once when another payment method takes over. */
public class OwedRenewals {
  private final OpenRenewals renewals;
  private final RenewalMonitor monitor;
  private final ConfirmPaths paths;
  private final SiteWords words;

  OwedRenewals(OpenRenewals renewals, RenewalMonitor monitor, ConfirmPaths paths, SiteWords words) {
    this.renewals = renewals;
    this.monitor = monitor;
    this.paths = paths;
    this.words = words;
  }

  /**
   * What came of trying again.
   *
   * @param sentences for the shopper, one for each payment
   * @param confirm page where he confirms a payment with his bank; empty when there is none
   */
  public record Outcome(List<String> sentences, Optional<String> confirm) {}

  /**
   * What is owed for subscriptions that renew by themselves, oldest first. Those that the shopper
   * pays by hand wait for him.
   */
  public List<RenewalGroupView> of(Collection<Subscription> subscriptions) {
    Map<RenewalGroupId, RenewalGroupView> owed = new LinkedHashMap<>();
    subscriptions.stream()
        .filter(Subscription::automaticRenewal)
        .flatMap(subscription -> renewals.of(subscription.id()).stream())
        .forEach(group -> owed.putIfAbsent(group.id(), group));
    return List.copyOf(owed.values());
  }

  /** The sum of what is owed, one amount for each currency. */
  public static List<Money> sums(Collection<RenewalGroupView> owed) {
    Map<CurrencyUnit, Money> sums = new LinkedHashMap<>();
    owed.stream()
        .map(RenewalGroupView::toPay)
        .forEach(amount -> sums.merge(amount.getCurrencyUnit(), amount, Money::plus));
    return List.copyOf(sums.values());
  }

  /**
   * Pays what is owed, as far as it still is, with a method that the shopper has just chosen.
   *
   * @param owed what the shopper was shown
   */
  public Outcome pay(Collection<RenewalGroupView> owed, PaymentMethodId method) {
    List<String> sentences = new ArrayList<>();
    Optional<String> confirm = Optional.empty();
    for (RenewalGroupView group : owed) {
      OnDemandResult result = renewals.pay(group.id(), method, Actor.shopper());
      if (result instanceof OnDemandResult.NeedsShopper) {
        confirm = confirm.or(() -> confirmPath(group.id()));
      }
      sentences.add(sentence(words.money(group.toPay()), result));
    }
    return new Outcome(sentences, confirm);
  }

  private String sentence(String amount, OnDemandResult result) {
    if (result instanceof OnDemandResult.Paid) {
      return "The " + amount + " that you owed is paid.";
    }
    if (result instanceof OnDemandResult.Declined declined) {
      return "The " + amount + " that you owe could not be charged to it. " + declined.sentence();
    }
    if (result instanceof OnDemandResult.NeedsShopper) {
      return "Your bank wants you to confirm the " + amount + " that you owe.";
    }
    if (result instanceof OnDemandResult.Unanswered) {
      return "The payment of the " + amount + " that you owe is under way.";
    }
    if (result instanceof OnDemandResult.Refused refused) {
      return words.withDates(refused.sentence());
    }
    return "The " + amount + " that you owe was not charged; please look at it again.";
  }

  /** The page where the shopper confirms a group's payment with his bank; empty when it cannot. */
  public Optional<String> confirmPath(RenewalGroupId group) {
    return monitor
        .of(group)
        .flatMap(view -> view.charges().stream().reduce((first, second) -> second))
        .flatMap(paths::of);
  }
}
