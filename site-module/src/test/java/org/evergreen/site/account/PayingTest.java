package org.evergreen.site.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evergreen.testing.SettingsBuilder.settings;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import org.evergreen.payment.sandbox.SandboxCard;
import org.evergreen.settings.SelfService.Action;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.subscription.SubscriptionStatus;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** Paying what is owed, and paying before it is due. */
class PayingTest extends AccountPages {
  private static final String GOOD = "new-" + SandboxCard.SUCCEEDS_TOO.token();

  private SubscriptionId overdue() {
    SubscriptionId id =
        subscribe(ada, SandboxCard.DECLINES_RENEWALS, coffee(), 1, monthly("13.50"));
    clock.set("2026-12-21T10:00:00Z");
    renewals.runDue();
    return id;
  }

  @Test
  void whatIsOwedIsPaidWithAnotherCard() throws Exception {
    SubscriptionId id = overdue();
    assertThat(page(ada, pathOf(id)).select("main a[href$=/pay]").eachText())
        .containsExactly("Pay $20.35 now");

    Document page = look(id, "pay", "method", GOOD);
    assertThat(page.select("#evergreen-preview > ul > li").eachText())
        .containsExactly(
            "$20.35, due on 21 December 2026, is charged to Mastercard ending in 4444 now.",
            "When it is paid, later payments are charged to Mastercard ending in 4444 too.");
    assertThat(page.select(".evergreen-total-today").text()).isEqualTo("Due now $20.35");

    assertThat(done(id, "pay", "method", GOOD)).startsWith("Paid, thank you.");

    assertThat(stored(id).status()).isEqualTo(SubscriptionStatus.ACTIVE);
    assertThat(page(ada, pathOf(id)).select("main a[href$=/pay]")).isEmpty();
  }

  @Test
  void aRefusedCardLeavesItOwed() throws Exception {
    SubscriptionId id = overdue();

    Document page =
        document(
            confirm(id, "pay", "method", "new-" + SandboxCard.INSUFFICIENT_FUNDS.token())
                .andExpect(status().isConflict())
                .andReturn());

    assertThat(page.select(".alert-warning").text())
        .contains("does not have enough funds", "Nothing was charged");
    assertThat(stored(id).status()).isEqualTo(SubscriptionStatus.PAST_DUE);
  }

  @Test
  void whatIsNotRenewedByItselfWaitsToBePaid() throws Exception {
    SubscriptionId id = subscribe(ada, coffee(), 1, monthly("13.50"));
    done(id, "automatic-renewal-off");
    clock.set("2026-12-21T10:00:00Z");
    renewals.runDue();

    assertThat(done(id, "pay")).startsWith("Paid, thank you.");

    assertThat(stored(id).nextPaymentAt()).contains(Instant.parse("2027-01-21T10:00:00Z"));
  }

  @Test
  void nothingIsOwedByWhoeverHasPaid() throws Exception {
    SubscriptionId id = subscribe(ada, coffee(), 1, monthly("13.50"));

    assertThat(refused(id, "pay")).isEqualTo("Nothing is owed for this subscription.");
  }

  @Test
  void renewingNowMovesTheNextDateByACycle() throws Exception {
    SubscriptionId id = subscribe(ada, coffee(), 1, monthly("13.50"));

    assertThat(preview(id, "renew-now"))
        .startsWith(
            "The payment of 21 December 2026 is made now and not again on that day.",
            "$20.35 is charged to Visa ending in 4242 now.",
            "The next payment is then on 21 January 2027.");

    assertThat(done(id, "renew-now")).startsWith("Paid, thank you.");

    assertThat(stored(id).nextPaymentAt()).contains(Instant.parse("2027-01-21T10:00:00Z"));
    Document page = page(ada, pathOf(id));
    String why = page.select("section[aria-labelledby=renewals] a").attr("href");
    assertThat(page(ada, why).select(".evergreen-total-today").text()).isEqualTo("In all $20.35");
  }

  @Test
  void theMerchantMayForbidRenewingNow() throws Exception {
    SubscriptionId id = subscribe(ada, coffee(), 1, monthly("13.50"));
    set(settings().forbid(Action.RENEW_EARLY));

    assertThat(offered(id)).doesNotContain("renew-now");
    assertThat(refused(id, "renew-now"))
        .isEqualTo("You cannot renew a subscription early here; please write to the shop.");
  }
}
