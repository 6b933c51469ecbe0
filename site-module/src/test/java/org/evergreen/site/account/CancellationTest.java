package org.evergreen.site.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.subscription.SubscriptionStatus;
import org.evergreen.terms.IntervalUnit;
import org.evergreen.testing.OfferBuilder;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.ResultActions;

class CancellationTest extends AccountPages {

  @Test
  void thePreviewSaysExactlyWhatWillHappenAndChangesNothing() throws Exception {
    SubscriptionId id = subscribe(ada, coffee(), 1, monthly("13.50"));

    Document page = page(ada, pathOf(id) + "/cancel");

    assertThat(page.select("h1").text()).isEqualTo("Cancel subscription");
    assertThat(page.select(".evergreen-card p").first().text()).isEqualTo("Coffee");
    assertThat(page.select(".evergreen-card li").eachText())
        .containsExactly(
            "It stays active until 21 December 2026.",
            "You will not be charged again.",
            "Until then you can change your mind on the subscription's page.");
    assertThat(page.select("input[name=_csrf]")).isNotEmpty();
    assertThat(stored(id).status()).isEqualTo(SubscriptionStatus.ACTIVE);
  }

  @Test
  void cancellingKeepsThePaidTermAndTheReason() throws Exception {
    SubscriptionId id = subscribe(ada, coffee(), 1, monthly("13.50"));

    ResultActions sent = cancelling(id, "reason", "Too much\r\ncoffee\u0000");

    sent.andExpect(redirectedUrl(pathOf(id)));
    Document page = follow(ada, sent);
    assertThat(page.select(".alert-success").text())
        .isEqualTo("Cancelled. It stays active until 21 December 2026.");
    assertThat(page.select(".evergreen-status").text()).isEqualTo("Ending");
    assertThat(page.select("section[aria-labelledby=schedule]").text())
        .isEqualTo("Next payments No more payments.");
    assertThat(rows(page, "history").get(0))
        .startsWith("You cancelled the subscription. Reason: Too much coffee");
    assertThat(stored(id).status()).isEqualTo(SubscriptionStatus.PENDING_CANCEL);
    assertThat(stored(id).endsAt()).contains(Instant.parse("2026-12-21T10:00:00Z"));
    assertThat(stored(id).cancelReason()).contains("Too much coffee");
  }

  @Test
  void aFreeTrialGoesOnToItsEnd() throws Exception {
    SubscriptionId id = subscribe(ada, coffee(), 1, monthly("13.50").trial(14, IntervalUnit.DAY));

    Document page = page(ada, pathOf(id) + "/cancel");

    assertThat(page.select(".evergreen-card li").eachText())
        .startsWith("Your free trial goes on until 5 December 2026.", "You will not be charged.");
  }

  @Test
  void aTrialUnderWayIsKeptWhenCancelled() throws Exception {
    SubscriptionId id = subscribe(ada, coffee(), 1, monthly("13.50").trial(14, IntervalUnit.DAY));

    cancelling(id);

    assertThat(stored(id).endsAt()).contains(Instant.parse("2026-12-05T10:00:00Z"));
  }

  @Test
  void takingItBackRestoresTheNextPayment() throws Exception {
    SubscriptionId id = subscribe(ada, coffee(), 1, monthly("13.50"));
    cancel(id);

    Document before = page(ada, pathOf(id));
    ResultActions sent = confirmKeeping(id);

    assertThat(before.select(".alert-warning").text())
        .contains(
            "It stays active until 21 December 2026. You will not be charged again.",
            "If you keep it, the next payment is $20.35 with tax and shipping on 21 December 2026.");
    assertThat(before.select(".evergreen-actions > a").eachText())
        .containsExactly("Keep this subscription", "Subscribe again");
    Document after = follow(ada, sent);
    assertThat(after.select(".alert-success").text())
        .isEqualTo("You keep this subscription. It goes on as before.");
    assertThat(after.select(".alert-warning")).isEmpty();
    assertThat(stored(id).status()).isEqualTo(SubscriptionStatus.ACTIVE);
    assertThat(stored(id).nextPaymentAt()).contains(Instant.parse("2026-12-21T10:00:00Z"));
  }

  @Test
  void takingItBackAfterTheEndChangesNothing() throws Exception {
    SubscriptionId id = subscribe(ada, coffee(), 1, monthly("13.50"));
    cancel(id);
    String seen = page(ada, pathOf(id) + "/undo-cancellation").select("input[name=seen]").val();
    clock.set("2026-12-21T10:00:00Z");

    Document page = follow(ada, send(ada, pathOf(id) + "/undo-cancellation", "seen", seen));

    assertThat(page.select("[role=alert]").first().text())
        .isEqualTo("This subscription has ended. You can subscribe again instead.");
    assertThat(stored(id).status()).isEqualTo(SubscriptionStatus.PENDING_CANCEL);
  }

  @Test
  void aSecondClickHasTheEffectOfOne() throws Exception {
    SubscriptionId id = subscribe(ada, coffee(), 1, monthly("13.50"));
    String seen = seen(id);
    send(ada, pathOf(id) + "/cancel", "seen", seen);

    Document page = follow(ada, send(ada, pathOf(id) + "/cancel", "seen", seen));

    assertThat(page.select(".alert-success").text())
        .isEqualTo("Cancelled. It stays active until 21 December 2026.");
    assertThat(rows(page, "history")).hasSize(2);
  }

  @Test
  void whatIsCancelledIsNotOfferedForCancelling() throws Exception {
    SubscriptionId id = subscribe(ada, coffee(), 1, monthly("13.50"));
    cancel(id);

    Document page = follow(ada, open(ada, pathOf(id) + "/cancel"));

    assertThat(page.select("[role=alert]").first().text())
        .isEqualTo("This subscription is cancelled already.");
  }

  @Test
  void aStalePageCancelsNothing() throws Exception {
    SubscriptionId id = subscribe(ada, coffee(), 1, monthly("13.50"));
    String seen = seen(id);
    clock.set("2026-12-21T10:00:01Z");

    ResultActions sent = send(ada, pathOf(id) + "/cancel", "seen", seen);

    sent.andExpect(status().isConflict());
    Document page = document(sent.andReturn());
    assertThat(page.select("[role=alert]").text())
        .contains("has changed since you opened the page. Nothing was done");
    assertThat(page.select(".evergreen-card li").first().text())
        .isEqualTo("It ends at once, because no paid time is left.");
    assertThat(stored(id).status()).isEqualTo(SubscriptionStatus.ACTIVE);
  }

  @Test
  void whatHasEndedCannotBeCancelled() throws Exception {
    SubscriptionId id = subscribe(ada, coffee(), 1, monthly("13.50").payments(1));
    clock.set("2026-12-22T10:00:00Z");
    commands.endDue();

    ResultActions opened = open(ada, pathOf(id) + "/cancel");

    Document page = follow(ada, opened);
    assertThat(page.select("[role=alert]").text())
        .isEqualTo("This subscription ended on 21 December 2026; there is nothing to cancel.");
    assertThat(page.select(".evergreen-status").text()).isEqualTo("Finished");
    assertThat(page.select("a[href$=/cancel]")).isEmpty();
  }

  @Test
  void somebodyElsesSubscriptionIsNotTouched() throws Exception {
    SubscriptionId id = subscribe(bob, coffee(), 1, OfferBuilder.yearly("130.00"));
    String seen = page(bob, pathOf(id) + "/cancel").select("input[name=seen]").val();

    send(ada, pathOf(id) + "/cancel", "seen", seen).andExpect(status().isNotFound());
    assertThat(stored(id).status()).isEqualTo(SubscriptionStatus.ACTIVE);
    cancel(id);
    send(ada, pathOf(id) + "/undo-cancellation").andExpect(status().isNotFound());
    assertThat(stored(id).status()).isEqualTo(SubscriptionStatus.PENDING_CANCEL);
  }

  @Test
  void aRequestWithoutTokenIsForbidden() throws Exception {
    SubscriptionId id = subscribe(ada, coffee(), 1, monthly("13.50"));
    String seen = seen(id);

    mvc.perform(post(pathOf(id) + "/cancel").with(user("ada")).param("seen", seen))
        .andExpect(status().isForbidden());
    mvc.perform(post(pathOf(id) + "/undo-cancellation").with(user("ada")))
        .andExpect(status().isForbidden());
    assertThat(stored(id).status()).isEqualTo(SubscriptionStatus.ACTIVE);
  }

  private ResultActions cancelling(SubscriptionId id, String... fields) throws Exception {
    String[] all = new String[fields.length + 2];
    all[0] = "seen";
    all[1] = seen(id);
    System.arraycopy(fields, 0, all, 2, fields.length);
    return send(ada, pathOf(id) + "/cancel", all);
  }

  private ResultActions confirmKeeping(SubscriptionId id) throws Exception {
    String path = pathOf(id) + "/undo-cancellation";
    return send(ada, path, "seen", page(ada, path).select("input[name=seen]").val());
  }

  private String seen(SubscriptionId id) throws Exception {
    return page(ada, pathOf(id) + "/cancel").select("input[name=seen]").val();
  }
}
