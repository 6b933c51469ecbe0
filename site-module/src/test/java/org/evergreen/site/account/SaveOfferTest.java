package org.evergreen.site.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evergreen.testing.SettingsBuilder.settings;

import org.evergreen.settings.SaveOffer;
import org.evergreen.settings.SelfService.Action;
import org.evergreen.subscription.SubscriptionId;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is offered to a shopper who is about to cancel. */
class SaveOfferTest extends AccountPages {
  private SubscriptionId id;

  @BeforeEach
  void subscribe() {
    id = subscribe(ada, coffee(), 1, monthly("10.00"));
  }

  @Test
  void aDiscountIsTakenOnceAndShown() throws Exception {
    set(settings().saveDiscount("20", 2));

    Document cancel = look(id, "cancel");
    assertThat(cancel.select(".evergreen-alternatives p").text())
        .isEqualTo("Stay and get 20% off your next 2 payments. Stay");
    assertThat(done(id, "stay"))
        .isEqualTo("Good to have you. You get 20% off your next 2 payments.");

    Document page = page(ada, pathOf(id));
    assertThat(page.select("section[aria-labelledby=schedule]").text())
        .contains("20% off the next 2 payments");
    assertThat(rows(page, "schedule").get(0)).endsWith("$14.30");
    assertThat(rows(page, "schedule").get(2)).endsWith("$16.50");
    assertThat(rows(page, "history").get(0)).contains("20% off your next 2 payments");
    assertThat(look(id, "cancel").select(".evergreen-alternatives")).isEmpty();
    assertThat(refused(id, "stay")).isEqualTo("This discount is not offered for the subscription.");
  }

  @Test
  void aPauseIsOfferedWhileItIsPossible() throws Exception {
    set(settings().saveOffer(new SaveOffer.Pause()));
    assertThat(look(id, "cancel").select(".evergreen-alternatives a").attr("href"))
        .isEqualTo(pathOf(id) + "/pause");

    set(settings().saveOffer(new SaveOffer.Pause()).pausesPerYear(0));
    assertThat(look(id, "cancel").select(".evergreen-alternatives")).isEmpty();
  }

  @Test
  void aMinimumTermIsToldWhereCancellingWouldBe() throws Exception {
    SubscriptionId bound = subscribe(ada, coffee(), 1, monthly("10.00").commitment(3, 0));

    assertThat(offered(bound)).doesNotContain("cancel");
    assertThat(page(ada, pathOf(bound)).select(".evergreen-actions p").text())
        .isEqualTo("It can be cancelled after 3 payments; 1 was made.");
  }

  @Test
  void aNoticeLetsOneMorePaymentBeMade() throws Exception {
    SubscriptionId bound = subscribe(ada, coffee(), 1, monthly("10.00").commitment(0, 60));

    assertThat(preview(bound, "cancel").get(0))
        .contains("21 December 2026", "is still made", "notice");
  }

  @Test
  void theMerchantMayForbidCancelling() throws Exception {
    set(settings().forbid(Action.CANCEL));

    assertThat(refused(id, "cancel"))
        .isEqualTo("You cannot cancel a subscription here; please write to the shop.");
  }
}
