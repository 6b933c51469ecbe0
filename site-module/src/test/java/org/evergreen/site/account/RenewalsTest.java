package org.evergreen.site.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.evergreen.payment.sandbox.SandboxCard;
import org.evergreen.renewal.RenewalRun;
import org.evergreen.storefront.ProductKind;
import org.evergreen.storefront.Sku;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.subscription.SubscriptionStatus;
import org.evergreen.terms.IntervalUnit;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the pages say a month later. */
class RenewalsTest extends AccountPages {
  @Autowired RenewalRun renewals;

  @Test
  void aPaidRenewalIsShownWithItsOrder() throws Exception {
    SubscriptionId id = subscribe(ada, coffee(), 2, monthly("13.50"));
    aMonthPasses();

    Document page = page(ada, pathOf(id));

    assertThat(rows(page, "renewals"))
        .containsExactly("21 December 2026 Paid on 21 December 2026 Why this amount? $35.20");
    assertThat(rows(page, "orders"))
        .singleElement()
        .asString()
        .matches("Order Norder-\\d+ 21 December 2026, Paid \\$35\\.20");
    assertThat(rows(page, "schedule").get(0)).isEqualTo("21 January 2027 $35.20");
    assertThat(rows(page, "history").get(0)).startsWith("A renewal was paid.");
  }

  @Test
  void subscriptionsThatWerePaidTogetherSaySo() throws Exception {
    Sku club = storefront.product("Club", ProductKind.VIRTUAL, "9.00");
    SubscriptionId coffee = subscribe(ada, coffee(), 1, monthly("20.00"));
    SubscriptionId member = subscribe(ada, club, 1, monthly("9.00"));
    aMonthPasses();

    assertThat(rows(page(ada, pathOf(member)), "renewals"))
        .containsExactly(
            "21 December 2026 Paid on 21 December 2026, one payment of $37.40 together with"
                + " subscription "
                + coffee
                + " Why this amount? $9.90");
  }

  @Test
  void aDeclinedRenewalSaysWhyAndWhatToDo() throws Exception {
    SubscriptionId id =
        subscribe(ada, SandboxCard.INSUFFICIENT_FUNDS, coffee(), 1, monthly("13.50"));
    aMonthPasses();

    Document page = page(ada, pathOf(id));

    assertThat(page.select(".evergreen-status").text()).isEqualTo("Payment overdue");
    assertThat(page.select(".alert-danger p").eachText())
        .containsExactly(
            "Your last payment was not made",
            "$20.35 was due on 21 December 2026 and could not be charged.",
            "The card does not have enough funds.",
            "We will try again on 21 December 2026, 23:00. Please make sure that Visa ending in 9995"
                + " works by then.");
    assertThat(page.select(".alert-danger a").eachText())
        .containsExactly("Pay $20.35 now", "Replace the card");
    assertThat(rows(page, "renewals"))
        .containsExactly(
            "21 December 2026 Not paid, your bank declined it Why this amount? $20.35");
    assertThat(page.select("section[aria-labelledby=schedule]").text())
        .isEqualTo("Next payments Payments go on when the overdue one is made.");
    assertThat(page(ada, LIST).select(".evergreen-facts").text())
        .startsWith("Overdue since 21 December 2026");
  }

  @Test
  void aCardThatNeverWorksAgainHasToBeReplaced() throws Exception {
    SubscriptionId id = subscribe(ada, SandboxCard.LOST, coffee(), 1, monthly("13.50"));
    aMonthPasses();

    assertThat(page(ada, pathOf(id)).select(".alert-danger p").last().text())
        .isEqualTo(
            "We cannot charge Visa ending in 9987 any more. Please pay with another one here.");
  }

  @Test
  void aPaymentThatTheBankWantsConfirmedSaysSo() throws Exception {
    SubscriptionId id =
        subscribe(ada, SandboxCard.REQUIRES_AUTHENTICATION, coffee(), 1, monthly("13.50"));
    aMonthPasses();

    Document page = page(ada, pathOf(id));

    assertThat(page.select(".alert-danger p").last().text())
        .startsWith("Your bank wants you to confirm the payment, which is not possible here.");
    assertThat(page.select(".alert-danger a").eachText())
        .containsExactly("Pay $20.35 now", "Replace the card");
    assertThat(rows(page, "renewals"))
        .containsExactly("21 December 2026 Waiting for you Why this amount? $20.35");
  }

  @Test
  void anOverduePaymentThatIsTriedAgainIsNotAskedFor() throws Exception {
    SubscriptionId id =
        subscribe(ada, SandboxCard.INSUFFICIENT_FUNDS, coffee(), 1, monthly("13.50"));
    aMonthPasses();
    pay(id, SandboxCard.TIMES_OUT_BEFORE_CHARGING);

    Document page = page(ada, pathOf(id));

    assertThat(page.select(".alert-warning p").first().text())
        .isEqualTo("Your payment is being made");
    assertThat(page.select(".alert-danger")).isEmpty();
  }

  @Test
  void anOverduePaymentThatTheBankWorksOnIsNotAskedFor() throws Exception {
    SubscriptionId id =
        subscribe(ada, SandboxCard.INSUFFICIENT_FUNDS, coffee(), 1, monthly("13.50"));
    aMonthPasses();
    pay(id, SandboxCard.BANK_DEBIT);

    assertThat(page(ada, pathOf(id)).select(".alert-warning p").text())
        .isEqualTo(
            "Your bank is working on it The payment of $20.35, due on 21 December 2026, takes some"
                + " days. There is nothing for you to do.");
  }

  @Test
  void aPaymentAtAGatewayThatIsGoneCanBeMadeWithAnotherCard() throws Exception {
    SubscriptionId id =
        subscribe(ada, SandboxCard.REQUIRES_AUTHENTICATION, coffee(), 1, monthly("13.50"));
    aMonthPasses();
    database.jdbc().update("update evergreen_charge set gateway = 'gone'");
    database.jdbc().update("update evergreen_payment_method set gateway = 'gone'");

    assertThat(page(ada, LIST).select(".evergreen-list > li")).hasSize(1);
    assertThat(page(ada, "/account/payment-methods").select(".evergreen-list > li")).isEmpty();
    assertThat(page(ada, pathOf(id)).select(".alert-danger a").eachText())
        .containsExactly("Pay $20.35 now", "Replace the card");
  }

  private void pay(SubscriptionId id, SandboxCard card) throws Exception {
    confirm(id, "pay", "method", "new-" + card.token());
  }

  @Test
  void cancellingWhatIsOwedEndsItAndDropsThePayment() throws Exception {
    SubscriptionId id =
        subscribe(ada, SandboxCard.INSUFFICIENT_FUNDS, coffee(), 1, monthly("13.50"));
    aMonthPasses();
    Document preview = page(ada, pathOf(id) + "/cancel");
    String seen = preview.select("input[name=seen]").val();

    Document page = follow(ada, send(ada, pathOf(id) + "/cancel", "seen", seen));

    assertThat(preview.select(".evergreen-card li").eachText())
        .containsExactly(
            "It ends at once, because its last payment was not made.",
            "You will not be charged again; nothing is owed for it any more.",
            "This cannot be taken back.");
    assertThat(page.select(".alert-success").text())
        .isEqualTo("Cancelled. The subscription has ended.");
    assertThat(rows(page, "renewals"))
        .containsExactly("21 December 2026 Dropped, nothing was charged $0.00");
    assertThat(stored(id).status()).isEqualTo(SubscriptionStatus.CANCELLED);
  }

  @Test
  void aPaymentUnderWayIsToldBeforeCancelling() throws Exception {
    SubscriptionId id = subscribe(ada, SandboxCard.BANK_DEBIT, coffee(), 1, monthly("13.50"));
    aMonthPasses();

    Document preview = page(ada, pathOf(id) + "/cancel");

    assertThat(preview.select(".evergreen-card li").eachText())
        .containsExactly(
            "A payment of $20.35 is under way and may still be charged.",
            "If it is, the subscription stays active until 21 January 2027; if not, it ends at"
                + " once.",
            "Nothing is charged after that.");
    assertThat(rows(page(ada, pathOf(id)), "renewals"))
        .containsExactly("21 December 2026 Being paid Why this amount? $20.35");
  }

  @Test
  void afterCancellingAPaymentUnderWayIsStillNamed() throws Exception {
    SubscriptionId id = subscribe(ada, SandboxCard.BANK_DEBIT, coffee(), 1, monthly("13.50"));
    aMonthPasses();
    cancel(id);

    assertThat(page(ada, pathOf(id)).select(".alert-warning p").eachText())
        .startsWith(
            "This subscription is cancelled",
            "It stays active until 21 January 2027. A payment of $20.35 is still under way.");
  }

  @Test
  void aTrialThatEndsIsRenewedAndShownAsActive() throws Exception {
    SubscriptionId id = subscribe(ada, coffee(), 1, monthly("13.50").trial(14, IntervalUnit.DAY));
    clock.set("2026-12-05T10:00:00Z");
    renewals.runDue();

    Document page = page(ada, pathOf(id));

    assertThat(page.select(".evergreen-status").text()).isEqualTo("Active");
    assertThat(rows(page, "renewals"))
        .containsExactly("5 December 2026 Paid on 5 December 2026 Why this amount? $20.35");
  }

  @Test
  void thePageShowsTheLatestFirstAndTheRestWhenAsked() throws Exception {
    SubscriptionId id = subscribe(ada, coffee(), 1, monthly("13.50"));
    for (int month = 1; month <= 12; month++) {
      clock.set(LocalDate.of(2026, 11, 21).plusMonths(month) + "T10:00:00Z");
      renewals.runDue();
    }

    Document latest = page(ada, pathOf(id));
    Document all = page(ada, latest.select("a[href$='show=all']").attr("href"));

    assertThat(rows(latest, "renewals")).hasSize(10);
    assertThat(rows(latest, "renewals").get(0)).startsWith("21 November 2027");
    assertThat(rows(latest, "orders")).hasSize(10);
    assertThat(rows(latest, "history")).hasSize(10);
    assertThat(rows(all, "renewals")).hasSize(12);
    assertThat(rows(all, "orders")).hasSize(12);
    assertThat(rows(all, "history")).hasSize(13);
    assertThat(all.select("a[href$='show=all']")).isEmpty();
  }

  @Test
  void anOverduePaymentIsCountedBesideThoseThatFollow() throws Exception {
    SubscriptionId id =
        subscribe(ada, SandboxCard.INSUFFICIENT_FUNDS, coffee(), 1, monthly("13.50").payments(12));
    aMonthPasses();

    assertThat(page(ada, pathOf(id)).select("section[aria-labelledby=about]").text())
        .contains("Still to pay 10 payments after the overdue one");
  }

  private void aMonthPasses() {
    clock.set("2026-12-21T10:00:00Z");
    renewals.runDue();
  }
}
