package org.evergreen.change;

import java.util.Optional;
import java.util.OptionalInt;
import org.evergreen.plan.ChangeGroup;
import org.evergreen.plan.ChangeGroups;
import org.evergreen.plan.PlanId;
import org.evergreen.plan.PlanOffer;
import org.evergreen.settings.ChangePolicies;
import org.evergreen.settings.Settings;
import org.evergreen.storefront.ProductKind;
import org.evergreen.storefront.Sku;
import org.evergreen.subscription.Actor;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionLine;
import org.evergreen.terms.PlanConditions;
import org.joda.money.Money;

/**
 * Finds out what a request is about: line, new item, change group and its policies; refuses what is
 * not offered or not within the group.
 */
final class LookUps {

  private final Offerings offerings;
  private final ChangeGroups groups;
  private final Settings settings;
  private final LimitRules limits;

  LookUps(Offerings offerings, ChangeGroups groups, Settings settings, LimitRules limits) {
    this.offerings = offerings;
    this.groups = groups;
    this.settings = settings;
    this.limits = limits;
  }

  /** What the request wants; not for one to subscribe again. */
  Wanted of(Subscription subscription, ChangeRequest request, Actor actor) {
    Wanted wanted = lookUp(subscription, request, actor);
    limits.require(subscription, wanted);
    return wanted;
  }

  private Wanted lookUp(Subscription subscription, ChangeRequest request, Actor actor) {
    if (request instanceof ChangeRequest.AddItem add) {
      return addition(subscription, add);
    }
    SubscriptionLine line = ChangeRules.line(subscription, request.changedLine().orElseThrow());
    if (request instanceof ChangeRequest.SwitchPlan change) {
      Sku sku = offerings.sold(line.sku(), line.name());
      return switching(subscription, line, sku, change.plan(), actor);
    }
    if (request instanceof ChangeRequest.Swap change) {
      Sku sku = offerings.sold(change.sku(), "What you chose");
      return switching(subscription, line, sku, change.plan(), actor);
    }
    if (request instanceof ChangeRequest.Quantity change) {
      Item same = current(subscription, line);
      Item item =
          new Item(
              same.offer(),
              same.product(),
              same.sku(),
              same.name(),
              same.kind(),
              change.quantity());
      if (change.quantity() > line.quantity()) {
        offerings.sold(line.sku(), line.name());
      }
      return new Wanted(Optional.of(line), Optional.of(item), policies(line.plan()), false);
    }
    return new Wanted(Optional.of(line), Optional.empty(), policies(line.plan()), false);
  }

  private Wanted switching(
      Subscription subscription, SubscriptionLine line, Sku sku, PlanId plan, Actor actor) {
    if (sku.id().equals(line.sku()) && plan.equals(line.plan())) {
      throw NotPossible.because("The subscription has this plan already.");
    }
    Optional<ChangeGroup> group = groups.ofPlan(line.plan());
    if (actor.kind() == Actor.Kind.SHOPPER) {
      requireWithinGroup(group, line, sku, plan);
      requireAllowed(policies(group), line, sku);
    }
    PlanOffer offer = offerings.offer(sku, plan, subscription);
    if (sku.kind().ships() && subscription.shipTo().isEmpty()) {
      throw NotPossible.because(
          "The subscription has no address that " + sku.name() + " could be shipped to.");
    }
    Item item = Item.of(sku, offer, line.quantity());
    return new Wanted(Optional.of(line), Optional.of(item), policies(group), true);
  }

  private void requireWithinGroup(
      Optional<ChangeGroup> group, SubscriptionLine line, Sku sku, PlanId plan) {
    boolean samePlan = plan.equals(line.plan());
    boolean within =
        group.isPresent()
            && (samePlan
                || groups
                    .ofPlan(plan)
                    .filter(other -> other.id().equals(group.get().id()))
                    .isPresent())
            && group.get().allowsSwap(line.product(), sku.productId());
    // Another size or colour of the same product needs no group.
    boolean sameProduct = sku.productId().equals(line.product());
    if (!within && !(samePlan && sameProduct)) {
      throw NotPossible.because(
          "You cannot switch from " + line.name() + " under this plan to what you chose.");
    }
  }

  private static void requireAllowed(ChangePolicies policies, SubscriptionLine line, Sku sku) {
    if (policies.allowed() == ChangePolicies.Switching.NONE) {
      throw NotPossible.because("You cannot switch here; please write to the shop.");
    }
    boolean ships = line.kind() == ProductKind.PHYSICAL || sku.kind() == ProductKind.PHYSICAL;
    if (ships && policies.appliesTo() == ChangePolicies.AppliesTo.NOT_PHYSICAL) {
      throw NotPossible.because(
          "What is shipped cannot be switched here; please write to the shop.");
    }
  }

  private Wanted addition(Subscription subscription, ChangeRequest.AddItem add) {
    Sku sku = offerings.sold(add.sku(), "What you chose");
    PlanOffer offer = offerings.offer(sku, add.plan(), subscription);
    boolean there =
        subscription.lines().stream()
            .anyMatch(line -> line.sku().equals(sku.id()) && line.plan().equals(add.plan()));
    if (there) {
      throw NotPossible.because(
          sku.name() + " is part of the subscription already; change its quantity.");
    }
    if (!fits(subscription, offer)) {
      throw NotPossible.because(
          sku.name()
              + " under this plan is paid on other dates or ends at another time than the"
              + " subscription; subscribe to it on its own.");
    }
    if (sku.kind().ships() && subscription.shipTo().isEmpty()) {
      throw NotPossible.because(
          "The subscription has no address that " + sku.name() + " could be shipped to.");
    }
    Item item = Item.of(sku, offer, add.quantity());
    return new Wanted(Optional.empty(), Optional.of(item), policies(add.plan()), false);
  }

  /** Whether everything of the subscription and the offer is paid on the same dates. */
  static boolean fits(Subscription subscription, PlanOffer offer) {
    return offer.interval().equals(subscription.interval())
        && offer.length().isEmpty()
        && subscription.paymentsLeft().isEmpty()
        && offer
            .alignment()
            .equals(subscription.lines().get(0).offer().flatMap(PlanOffer::alignment))
        && offer.unitPrice().getCurrencyUnit().equals(subscription.currency());
  }

  /** What a line delivers now, at its price; terms that were not kept are made up from the line. */
  static Item current(Subscription subscription, SubscriptionLine line) {
    Optional<PlanOffer> kept = line.offer();
    PlanOffer offer =
        new PlanOffer(
            line.plan(),
            line.planName(),
            subscription.interval(),
            line.unitPrice(),
            kept.map(PlanOffer::signUpFee).orElse(Money.zero(subscription.currency())),
            kept.flatMap(PlanOffer::trial),
            kept.map(PlanOffer::length).orElse(OptionalInt.empty()),
            kept.flatMap(PlanOffer::alignment),
            kept.map(PlanOffer::conditions).orElse(PlanConditions.usual()));
    return new Item(offer, line.product(), line.sku(), line.name(), line.kind(), line.quantity());
  }

  private ChangePolicies policies(PlanId plan) {
    return policies(groups.ofPlan(plan));
  }

  private ChangePolicies policies(Optional<ChangeGroup> group) {
    ChangePolicies shop = settings.current().changes();
    return group.map(own -> own.policies(shop)).orElse(shop);
  }
}
