package org.evergreen.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evergreen.testing.SettingsBuilder.settings;

import java.util.Optional;
import java.util.Set;
import org.evergreen.plan.PlanId;
import org.evergreen.plan.Plans;
import org.evergreen.settings.ChangePolicies;
import org.evergreen.settings.ChangePolicies.AppliesTo;
import org.evergreen.settings.ChangePolicies.Downgrade;
import org.evergreen.settings.ChangePolicies.Length;
import org.evergreen.settings.ChangePolicies.SignUpFee;
import org.evergreen.settings.ChangePolicies.Switching;
import org.evergreen.settings.ChangePolicies.Upgrade;
import org.evergreen.settings.SelfService.Action;
import org.evergreen.storefront.ProductKind;
import org.evergreen.storefront.Sku;
import org.evergreen.storefront.SkuId;
import org.evergreen.subscription.PauseCommands;
import org.evergreen.subscription.Seen;
import org.evergreen.subscription.SubscriptionCommands;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.terms.AlignmentDay;
import org.evergreen.terms.PurchaseLimit;
import org.evergreen.testing.DraftBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is refused, with which sentence, and what is offered. */
class ChangeRulesTest {

  private static final ChangeShop SHOP = new ChangeShop();

  private SubscriptionId id;

  @BeforeEach
  void adaHasBasic() {
    SHOP.reset();
    id = SHOP.buys(SHOP.club, 1, SHOP.basic);
    SHOP.on("2026-04-16");
  }

  @AfterAll
  static void close() {
    SHOP.close();
  }

  private ChangeRequest to(PlanId plan) {
    return new ChangeRequest.SwitchPlan(SHOP.line(id), plan);
  }

  @Test
  void aPurchaseLimitHoldsForChangesToo() {
    Sku tea = SHOP.shop.storefront().product("Tea", ProductKind.VIRTUAL, "10.00");
    PlanId single = SHOP.plan(DraftBuilder.plan("One").limit(PurchaseLimit.ONE_ACTIVE), "10.00");
    SubscriptionId has = SHOP.buys(tea, 1, single);

    assertThat(SHOP.refusal(id, new ChangeRequest.AddItem(tea.id(), single, 1)))
        .isEqualTo("You already have a subscription to Tea, and can have one only.");
    assertThat(SHOP.refusal(has, new ChangeRequest.Quantity(SHOP.line(has), 2)))
        .startsWith("Tea can be bought only once.");
  }

  @Test
  void aPlanOutsideTheGroupIsNotForShoppers() {
    SHOP.group = SHOP.group("Others", Set.of());
    PlanId other = SHOP.plan(DraftBuilder.plan("Other"), "15.00");

    assertThat(SHOP.refusal(id, to(other)))
        .isEqualTo("You cannot switch from Club under this plan to what you chose.");
    assertThat(SHOP.changes.quote(id, to(other), ChangeShop.GRACE))
        .isInstanceOf(QuoteResult.Quoted.class);
    assertThat(SHOP.refusal(id, to(new PlanId(424242)))).contains("You cannot switch");
  }

  @Test
  void aProductOutsideTheGroupIsNotForShoppers() {
    Sku mug = SHOP.shop.storefront().product("Mug club", ProductKind.VIRTUAL, "10.00");

    assertThat(SHOP.refusal(id, new ChangeRequest.Swap(SHOP.line(id), mug.id(), SHOP.plus)))
        .contains("You cannot switch from Club");
  }

  @Test
  void whatIsNotSoldOrOfferedAnyMoreIsRefused() {
    Sku tea = SHOP.shop.storefront().product("Tea", ProductKind.VIRTUAL, "10.00");
    SHOP.shop.storefront().stopSelling(tea.id());

    assertThat(SHOP.refusal(id, new ChangeRequest.AddItem(tea.id(), SHOP.basic, 1)))
        .isEqualTo("Tea is not sold any more.");
    assertThat(SHOP.refusal(id, new ChangeRequest.AddItem(new SkuId("nothing"), SHOP.basic, 1)))
        .isEqualTo("What you chose is not sold any more.");
    Plans plans = SHOP.shop.get(Plans.class);
    plans.revise(
        SHOP.plus,
        plans.find(SHOP.plus).orElseThrow().version(),
        DraftBuilder.plan("Plus").storewide().inactive().group(SHOP.group).build());
    assertThat(SHOP.refusal(id, to(SHOP.plus))).isEqualTo("This plan is not offered for Club.");
  }

  @Test
  void aLineOfSomebodyElseIsNotFound() {
    assertThat(SHOP.refusal(id, new ChangeRequest.Quantity(424242, 2)))
        .isEqualTo("This item is not part of the subscription any more.");
  }

  @Test
  void quantitiesAreFromOneToTheMost() {
    long line = SHOP.line(id);

    assertThat(SHOP.refusal(id, new ChangeRequest.Quantity(line, 0)))
        .isEqualTo("Enter a quantity from 1 to 999, not 0.");
    assertThat(SHOP.refusal(id, new ChangeRequest.Quantity(line, 1000)))
        .isEqualTo("Enter a quantity from 1 to 999, not 1000.");
    assertThat(SHOP.refusal(id, new ChangeRequest.Quantity(line, 1)))
        .isEqualTo("The quantity is 1 already.");
    SHOP.shop.storefront().stopSelling(SHOP.club.id());
    assertThat(SHOP.refusal(id, new ChangeRequest.Quantity(line, 2)))
        .isEqualTo("Club is not sold any more.");
  }

  @Test
  void theLastItemStays() {
    assertThat(SHOP.refusal(id, new ChangeRequest.RemoveItem(SHOP.line(id))))
        .isEqualTo("The last item cannot be taken out; cancel the subscription instead.");
  }

  @Test
  void aChangeToWhatItIsIsRefused() {
    assertThat(SHOP.refusal(id, to(SHOP.basic)))
        .isEqualTo("The subscription has this plan already.");
  }

  @Test
  void theMerchantMayAllowOnlyTheWayUpOrNone() {
    SubscriptionId high = SHOP.buys(SHOP.club, 1, SHOP.plus);
    SHOP.settings(settings().switching(Switching.UP_ONLY));
    assertThat(SHOP.refusal(high, new ChangeRequest.SwitchPlan(SHOP.line(high), SHOP.basic)))
        .isEqualTo("Only a switch to a higher plan is possible here.");
    assertThat(SHOP.quote(id, to(SHOP.plus)).dueNow().isPositive()).isTrue();

    SHOP.settings(settings().switching(Switching.NONE));
    assertThat(SHOP.refusal(id, to(SHOP.plus)))
        .isEqualTo("You cannot switch here; please write to the shop.");
    assertThat(SHOP.shop.get(ChangeOptions.class).of(SHOP.get(id), SHOP.get(id).lines().get(0)))
        .isEmpty();
  }

  @Test
  void whatIsShippedMayBeExcluded() {
    Sku beans = SHOP.shop.storefront().product("Beans", ProductKind.PHYSICAL, "10.00");
    SubscriptionId parcel = SHOP.buys(beans, 1, SHOP.basic);
    SHOP.settings(
        settings()
            .changes(
                new ChangePolicies(
                    Switching.UP_AND_DOWN,
                    Upgrade.CHARGE_DIFFERENCE,
                    Downgrade.AT_RENEWAL,
                    SignUpFee.NONE,
                    Length.RESTART,
                    AppliesTo.NOT_PHYSICAL)));

    assertThat(SHOP.refusal(parcel, new ChangeRequest.SwitchPlan(SHOP.line(parcel), SHOP.plus)))
        .isEqualTo("What is shipped cannot be switched here; please write to the shop.");
  }

  @Test
  void onlyTheMerchantPaysBackToTheCard() {
    SHOP.settings(settings().downgrade(Downgrade.REFUND));
    SubscriptionId high = SHOP.buys(SHOP.club, 1, SHOP.plus);
    ChangeRequest down = new ChangeRequest.SwitchPlan(SHOP.line(high), SHOP.basic);
    SHOP.on("2026-05-01");

    assertThat(SHOP.refusal(high, down)).startsWith("Only the shop can make this change");
  }

  @Test
  void actionsThatAreNotAllowedAreRefusedWithASentence() {
    SHOP.settings(
        settings()
            .forbid(
                Action.CHANGE_QUANTITY, Action.ADD_ITEM, Action.REMOVE_ITEM, Action.RESUBSCRIBE));

    assertThat(SHOP.refusal(id, new ChangeRequest.Quantity(SHOP.line(id), 2)))
        .isEqualTo("You cannot change quantities here; please write to the shop.");
    assertThat(SHOP.refusal(id, new ChangeRequest.AddItem(SHOP.club.id(), SHOP.plus, 1)))
        .isEqualTo("You cannot add items here; please write to the shop.");
  }

  @Test
  void theStatusMustAllowIt() {
    SHOP.shop.get(PauseCommands.class).pause(Seen.any(id), ChangeShop.ADA, Optional.empty());
    assertThat(SHOP.refusal(id, to(SHOP.plus)))
        .isEqualTo("The subscription is paused; resume it first.");

    SHOP.shop.get(PauseCommands.class).resume(Seen.any(id), ChangeShop.ADA);
    SHOP.shop.get(SubscriptionCommands.class).cancel(Seen.any(id), ChangeShop.ADA, "");
    assertThat(SHOP.refusal(id, to(SHOP.plus)))
        .isEqualTo("The subscription is cancelled; take the cancellation back first.");

    SHOP.shop.jdbc().update("update evergreen_subscription set status = 'PAST_DUE'");
    assertThat(SHOP.refusal(id, to(SHOP.plus))).startsWith("A payment is overdue");
  }

  @Test
  void whatIsDueIsPaidFirst() {
    SHOP.on("2026-05-01");

    assertThat(SHOP.refusal(id, to(SHOP.plus))).startsWith("The next payment is due now");
  }

  @Test
  void aPlanOnACertainDayIsNotSwitchedTo() {
    PlanId first =
        SHOP.plan(
            DraftBuilder.plan("On the first").proratedTo(new AlignmentDay.DayOfMonth(1)), "30.00");

    assertThat(SHOP.refusal(id, to(first))).startsWith("This plan is always paid on a certain day");
  }

  @Test
  void withoutAPaymentMethodNothingCanBePaidNow() {
    SHOP.shop.jdbc().update("update evergreen_subscription set payment_method_id = null");

    assertThat(SHOP.refusal(id, to(SHOP.plus))).contains("choose one first");
  }

  @Test
  void theOptionsAreThePlansOfTheGroupAndItsProducts() {
    SHOP.shop.storefront().product("Tea", ProductKind.VIRTUAL, "10.00");
    ChangeOptions options = SHOP.shop.get(ChangeOptions.class);

    assertThat(options.of(SHOP.get(id), SHOP.get(id).lines().get(0)))
        .extracting(option -> option.sku().name() + " " + option.offer().planName())
        .containsExactly("Club Plus", "Club Yearly");
    assertThat(options.additions(SHOP.get(id)))
        .extracting(option -> option.sku().name() + " " + option.offer().planName())
        .contains("Club Plus", "Tea Basic", "Tea Plus")
        .doesNotContain("Club Basic", "Tea Yearly");
  }
}
