package org.evergreen.change;

import static org.assertj.core.api.Assertions.assertThat;

import org.evergreen.plan.Plans;
import org.evergreen.renewal.EarlyQuoteResult;
import org.evergreen.renewal.EarlyRenewals;
import org.evergreen.subscription.Seen;
import org.evergreen.subscription.SubscriptionCommands;
import org.evergreen.subscription.SubscriptionEvent.What;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.subscription.SubscriptionQueries;
import org.evergreen.testing.Concurrently;
import org.evergreen.testing.DraftBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Changes that wait for the next payment. */
class ScheduledChangeTest {

  private static final ChangeShop SHOP = new ChangeShop();

  private SubscriptionId id;
  private ChangeRequest basic;

  @BeforeEach
  void adaHasPlusAndWillHaveBasic() {
    SHOP.reset();
    id = SHOP.buys(SHOP.club, 1, SHOP.plus);
    basic = new ChangeRequest.SwitchPlan(SHOP.line(id), SHOP.basic);
    SHOP.on("2026-04-16");
  }

  @AfterEach
  void theBooksAgree() {
    SHOP.booksAgree();
  }

  @AfterAll
  static void close() {
    SHOP.close();
  }

  private ChangeId schedule() {
    return ((ChangeResult.Scheduled) SHOP.confirm(id, basic)).change();
  }

  private ChangeView change() {
    return SHOP.changes.of(id).stream().reduce((newer, older) -> older).orElseThrow();
  }

  private String plan() {
    return SHOP.get(id).lines().get(0).planName();
  }

  @Test
  void whatWaitsIsShownAndCanBeTakenBack() {
    ChangeId change = schedule();
    assertThat(change().applyAt().map(SHOP::day)).contains("2026-05-01");

    assertThat(SHOP.changes.withdraw(id, change, ChangeShop.ADA)).isTrue();
    assertThat(SHOP.changes.withdraw(id, change, ChangeShop.ADA)).isTrue();

    assertThat(change().state()).isEqualTo(ChangeState.WITHDRAWN);
    SHOP.renewsOn("2026-05-01");
    assertThat(SHOP.charges()).containsExactly("RENEWAL USD 22.00");
    assertThat(SHOP.changes.withdraw(id, new ChangeId(424242), ChangeShop.ADA)).isFalse();
  }

  @Test
  void nothingIsPaidAheadAtTermsThatAreAboutToChange() {
    EarlyRenewals early = SHOP.shop.get(EarlyRenewals.class);
    assertThat(early.quote(id, ChangeShop.ADA)).isInstanceOf(EarlyQuoteResult.Quoted.class);
    schedule();

    assertThat(early.quote(id, ChangeShop.ADA))
        .isEqualTo(
            new EarlyQuoteResult.Refused(
                "A change is planned for the next payment. Withdraw it first, or wait for that"
                    + " payment."));
  }

  @Test
  void itIsNotTakenBackFromAnotherSubscription() {
    ChangeId change = schedule();
    SubscriptionId other = SHOP.buys(SHOP.club, 1, SHOP.basic);

    assertThat(SHOP.changes.withdraw(other, change, ChangeShop.ADA)).isFalse();
    assertThat(change().state()).isEqualTo(ChangeState.SCHEDULED);
  }

  @Test
  void twoTabsScheduleOnce() {
    String token = SHOP.quote(id, basic).token();

    Concurrently.call(2, () -> SHOP.changes.confirm(id, basic, token, ChangeShop.ADA));

    assertThat(SHOP.changes.of(id))
        .singleElement()
        .matches(c -> c.state() == ChangeState.SCHEDULED);
  }

  @Test
  void aLaterOneForTheSameLineTakesItsPlace() {
    schedule();

    ChangeQuote quote = SHOP.quote(id, new ChangeRequest.Quantity(SHOP.line(id), 2));
    assertThat(quote.notes()).anyMatch(note -> note.contains("takes the place"));
    SHOP.makes(id, new ChangeRequest.Quantity(SHOP.line(id), 2));

    assertThat(change().state()).isEqualTo(ChangeState.WITHDRAWN);
    SHOP.renewsOn("2026-05-01");
    assertThat(SHOP.charges()).endsWith("RENEWAL USD 44.00");
  }

  @Test
  void aCancelledSubscriptionTakesItBack() {
    schedule();

    SHOP.shop.get(SubscriptionCommands.class).cancel(Seen.any(id), ChangeShop.ADA, "");

    assertThat(change().state()).isEqualTo(ChangeState.WITHDRAWN);
  }

  @Test
  void whatIsNotOfferedAnyMoreWhenItsTimeComesIsNotMade() {
    schedule();
    Plans plans = SHOP.shop.get(Plans.class);
    plans.revise(
        SHOP.basic,
        plans.find(SHOP.basic).orElseThrow().version(),
        DraftBuilder.plan("Basic").storewide().inactive().group(SHOP.group).build());

    SHOP.renewsOn("2026-05-01");

    assertThat(change().state()).isEqualTo(ChangeState.REFUSED);
    assertThat(change().problem()).contains("This plan is not offered for Club.");
    assertThat(plan()).isEqualTo("Plus");
    assertThat(SHOP.charges()).containsExactly("RENEWAL USD 22.00");
    assertThat(SHOP.shop.get(SubscriptionQueries.class).history(id))
        .anyMatch(event -> event.what() == What.CHANGE_WITHDRAWN);
    assertThat(SHOP.count("select count(*) from evergreen_notice where kind = 'CHANGE_REFUSED'"))
        .isEqualTo(1);
  }

  @Test
  void itIsMadeAtThePriceThatWasQuoted() {
    schedule();
    SHOP.shop
        .jdbc()
        .update("update evergreen_plan set price_value = 12 where id = ?", SHOP.basic.value());

    SHOP.renewsOn("2026-05-01");

    assertThat(plan()).isEqualTo("Basic");
    assertThat(SHOP.charges()).containsExactly("RENEWAL USD 11.00");
  }
}
