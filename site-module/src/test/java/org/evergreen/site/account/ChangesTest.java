package org.evergreen.site.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evergreen.testing.SettingsBuilder.settings;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.evergreen.payment.sandbox.SandboxCard;
import org.evergreen.plan.ChangeGroupId;
import org.evergreen.plan.PlanId;
import org.evergreen.settings.ChangePolicies.Downgrade;
import org.evergreen.settings.ChangePolicies.Switching;
import org.evergreen.settings.SelfService.Action;
import org.evergreen.storefront.ProductKind;
import org.evergreen.storefront.Sku;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.subscription.SubscriptionStatus;
import org.evergreen.terms.IntervalUnit;
import org.evergreen.testing.DraftBuilder;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Changes of plan, product, quantity and items, seen before they are paid. */
class ChangesTest extends AccountPages {
  private Sku club;
  private Sku circle;
  private PlanId basic;
  private PlanId plus;
  private PlanId yearly;
  private SubscriptionId id;

  @BeforeEach
  void subscribe() {
    club = storefront.product("Club", ProductKind.VIRTUAL, "10.00");
    circle = storefront.product("Circle", ProductKind.VIRTUAL, "10.00");
    ChangeGroupId group = group(club, circle);
    basic = plan(group, DraftBuilder.plan("Basic"), "10.00");
    plus = plan(group, DraftBuilder.plan("Plus"), "20.00");
    yearly = plan(group, DraftBuilder.plan("Yearly").every(1, IntervalUnit.YEAR), "100.00");
    clock.set("2026-04-01T14:00:00Z");
    id = subscribe(club, 1, basic);
    clock.set("2026-04-16T14:00:00Z");
  }

  private String to(Sku sku, PlanId plan) {
    return plan + "~" + sku.id().value();
  }

  @Test
  void anUpgradeIsPaidAndExplained() throws Exception {
    Document page = look(id, "change", "to", to(club, plus));

    assertThat(page.select("#evergreen-preview > ul > li").eachText())
        .startsWith("Club (Basic) becomes Club, Plus: $20.00 every month.")
        .contains(
            "$5.50 is charged to Visa ending in 4242 now, with $0.50 tax.",
            "The next payment is on 1 May 2026; each payment is then $20.00 before tax and"
                + " shipping.");
    assertThat(page.select(".evergreen-total-today").text()).isEqualTo("Due now $5.50");
    assertThat(page.select(".evergreen-steps li")).isNotEmpty();
    assertThat(page.select("#evergreen-preview button").text()).isEqualTo("Pay $5.50");

    assertThat(done(id, "change", "to", to(club, plus))).isEqualTo("Changed to Club, Plus.");

    assertThat(stored(id).lines().get(0).plan()).isEqualTo(plus);
    Document after = page(ada, pathOf(id));
    assertThat(rows(after, "changes")).hasSize(1);
    String why = after.select("section[aria-labelledby=changes] a").attr("href");
    assertThat(page(ada, why).select(".evergreen-steps li")).isNotEmpty();
  }

  @Test
  void aDowngradeWaitsAndIsWithdrawn() throws Exception {
    SubscriptionId rich = subscribe(club, 1, plus);

    assertThat(done(rich, "change", "to", to(club, basic)))
        .isEqualTo("Planned. It is done on 16 May 2026; until then you can withdraw it here.");
    assertThat(rows(page(ada, pathOf(rich)), "planned")).hasSize(1);

    assertThat(preview(rich, "withdraw")).hasSize(2);
    assertThat(done(rich, "withdraw")).isEqualTo("Withdrawn. Everything stays as it is.");
    assertThat(rows(page(ada, pathOf(rich)), "planned")).isEmpty();
    assertThat(offered(rich)).doesNotContain("withdraw");
  }

  @Test
  void creditIsShownWithItsEntriesAndInTheNextPayments() throws Exception {
    set(settings().downgrade(Downgrade.CREDIT));
    clock.set("2026-04-01T14:00:00Z");
    SubscriptionId rich = subscribe(club, 1, plus);
    clock.set("2026-04-16T14:00:00Z");

    done(rich, "change", "to", to(club, basic));

    Document page = page(ada, pathOf(rich));
    assertThat(page.select("#credit").text()).isEqualTo("Your credit: $5.50");
    assertThat(rows(page, "credit").get(0)).contains("Left over by a change", "$5.50");
    assertThat(rows(page, "schedule").get(0)).contains("$5.50 paid by your credit", "$5.50");
    assertThat(rows(page, "schedule").get(1)).contains("$11.00").doesNotContain("credit");
  }

  @Test
  void anotherFrequencyIsOfferedByItself() throws Exception {
    Document page = look(id, "frequency");

    assertThat(page.select(".evergreen-choice-label").eachText()).containsExactly("Club, Yearly");
    assertThat(preview(id, "frequency", "to", to(club, yearly)).get(0))
        .isEqualTo("Club (Basic) becomes Club, Yearly: $100.00 every year.");
    done(id, "frequency", "to", to(club, yearly));
    assertThat(stored(id).interval().unit()).isEqualTo(IntervalUnit.YEAR);
  }

  @Test
  void anotherProductOfTheGroupTakesItsPlace() throws Exception {
    done(id, "change", "to", to(circle, basic));

    assertThat(stored(id).lines().get(0).name()).isEqualTo("Circle");
  }

  @Test
  void aPlanOutsideTheGroupIsNoChoice() throws Exception {
    PlanId foreign = plan(group(coffee()), DraftBuilder.plan("Foreign"), "1.00");

    Document page = look(id, "change", "to", to(club, foreign));

    assertThat(page.select("#field-to-problem").text())
        .isEqualTo("This is not one of the choices any more. Please pick another one.");
    assertThat(page.select("input[name=seen]")).isEmpty();
  }

  @Test
  void moreUnitsArePaidForTheRestOfTheTerm() throws Exception {
    assertThat(preview(id, "quantity", "quantity", "3"))
        .startsWith("Club: 3 instead of 1.")
        .contains("$11.00 is charged to Visa ending in 4242 now, with $1.00 tax.");

    assertThat(done(id, "quantity", "quantity", "3")).isEqualTo("You get 3 of Club from now on.");
    assertThat(stored(id).lines().get(0).quantity()).isEqualTo(3);
  }

  @Test
  void aQuantityThatCannotBeIsRefusedAtItsField() throws Exception {
    for (String quantity : new String[] {"0", "-1", "1000", "two", "1.5"}) {
      assertThat(
              look(id, "quantity", "quantity", quantity).select("#field-quantity-problem").text())
          .isEqualTo("Please enter a whole number from 1 to 999.");
    }
    assertThat(stored(id).lines().get(0).quantity()).isEqualTo(1);
  }

  @Test
  void itemsAreAddedAndRemoved() throws Exception {
    done(id, "add-item", "item", to(circle, basic), "quantity", "1");
    assertThat(stored(id).lines()).hasSize(2);
    long line = stored(id).lines().get(1).id();

    assertThat(preview(id, "remove-item", "line", Long.toString(line)).get(0))
        .isEqualTo("Circle is removed from this subscription.");
    confirm(id, "remove-item", "line", Long.toString(line)).andExpect(status().isFound());
  }

  @Test
  void theLastItemStays() throws Exception {
    assertThat(offered(id)).doesNotContain("remove-item");
    assertThat(refused(id, "remove-item"))
        .isEqualTo("The last item cannot be removed; cancel the subscription instead.");
  }

  @Test
  void aRefusedCardChangesNothing() throws Exception {
    SubscriptionId poor = subscribe(ada, SandboxCard.INSUFFICIENT_FUNDS, club, 1, basic);

    Document page =
        document(
            confirm(poor, "quantity", "quantity", "2")
                .andExpect(status().isConflict())
                .andReturn());

    assertThat(page.select(".alert-warning").text())
        .contains("Nothing was charged and nothing has changed.");
    assertThat(stored(poor).lines().get(0).quantity()).isEqualTo(1);
  }

  @Test
  void aQuoteExpires() throws Exception {
    String seen = look(id, "quantity", "quantity", "3").select("input[name=seen]").val();
    clock.set("2026-04-16T20:00:00Z");

    Document page =
        document(
            confirmSeen(id, "quantity", seen, "quantity", "3")
                .andExpect(status().isConflict())
                .andReturn());

    assertThat(page.select(".alert-warning").text()).contains("Nothing was done");
    assertThat(page.select("input[name=seen]").val()).isNotEqualTo(seen);
    assertThat(stored(id).lines().get(0).quantity()).isEqualTo(1);
  }

  @Test
  void aForeignQuoteIsWorthNothing() throws Exception {
    SubscriptionId other = subscribe(club, 1, basic);
    String seen = look(other, "quantity", "quantity", "3").select("input[name=seen]").val();

    confirmSeen(id, "quantity", seen, "quantity", "3").andExpect(status().isConflict());

    assertThat(stored(id).lines().get(0).quantity()).isEqualTo(1);
    assertThat(stored(other).lines().get(0).quantity()).isEqualTo(1);
  }

  @Test
  void whatIsNotSoldAnyMoreIsNoChoice() throws Exception {
    storefront.stopSelling(circle.id());

    assertThat(look(id, "change").select(".evergreen-choice-label").eachText())
        .noneSatisfy(label -> assertThat(label).startsWith("Circle"));
  }

  @Test
  void theMerchantMayForbidChanges() throws Exception {
    set(
        settings()
            .switching(Switching.NONE)
            .forbid(Action.CHANGE_QUANTITY, Action.ADD_ITEM, Action.REMOVE_ITEM));

    assertThat(offered(id))
        .doesNotContain("change", "frequency", "quantity", "add-item", "remove-item");
    assertThat(refused(id, "quantity")).contains("please write to the shop");
  }

  @Test
  void whatHasEndedIsSubscribedToAgain() throws Exception {
    cancel(id);
    clock.set("2026-05-02T14:00:00Z");
    commands.endDue();

    assertThat(preview(id, "resubscribe"))
        .startsWith("A new subscription to Club begins, on the same terms.");
    Document page = follow(ada, confirm(id, "resubscribe"));

    assertThat(page.select(".alert-success").text()).startsWith("Welcome back.");
    assertThat(queries.ofCustomer(ada)).hasSize(2);
    assertThat(queries.ofCustomer(ada).get(0).status()).isEqualTo(SubscriptionStatus.ACTIVE);
  }
}
