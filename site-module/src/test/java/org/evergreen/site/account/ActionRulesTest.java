package org.evergreen.site.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.evergreen.subscription.SubscriptionId;
import org.evergreen.subscription.SubscriptionStatus;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every action. */
class ActionRulesTest extends AccountPages {
  private SubscriptionId id;

  @BeforeEach
  void subscribe() {
    id = subscribe(ada, coffee(), 1, monthly("13.50"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pause",
        "resume",
        "skip",
        "date",
        "frequency",
        "change",
        "quantity",
        "add-item",
        "remove-item",
        "renew-now",
        "payment-method",
        "address",
        "automatic-renewal-off",
        "automatic-renewal-on",
        "cancel",
        "undo-cancellation",
        "withdraw",
        "resubscribe",
        "pay",
        "give-up",
        "stay"
      })
  void somebodyElsesSubscriptionIsNotFoundAndNothingHappensWithoutTheTokens(String action)
      throws Exception {
    String path = pathOf(id) + "/" + action;

    open(bob, path).andExpect(status().isNotFound());
    send(bob, path, "look", "1").andExpect(status().isNotFound());
    send(bob, path, "seen", "0.00000000000000000000000000000000.").andExpect(status().isNotFound());
    mvc.perform(post(path).with(user("ada"))).andExpect(status().isForbidden());
    mvc.perform(post(path).with(csrf())).andExpect(status().is3xxRedirection());
    long version = stored(id).version();
    send(ada, path, "seen", "made up");
    send(ada, path, "seen", version + ".00000000000000000000000000000000.");
    assertThat(stored(id).version()).isEqualTo(version);
    assertThat(stored(id).status()).isEqualTo(SubscriptionStatus.ACTIVE);
  }

  @Test
  void anActionThatThereIsNotIsNotFound() throws Exception {
    open(ada, pathOf(id) + "/explode").andExpect(status().isNotFound());
  }

  @Test
  void otherAnswersThanThoseSeenAreShownAgain() throws Exception {
    String seen = look(id, "pause").select("input[name=seen]").val();

    Document page =
        document(
            confirmSeen(id, "pause", seen, "how", "until", "until", "2027-01-01")
                .andExpect(status().isConflict())
                .andReturn());

    assertThat(page.select("#evergreen-preview li").text()).contains("1 January 2027");
    assertThat(stored(id).status()).isEqualTo(SubscriptionStatus.ACTIVE);
  }

  @Test
  void everyFieldHasALabelAndAPlaceForItsProblem() throws Exception {
    for (String action : new String[] {"pause", "date", "payment-method", "address", "quantity"}) {
      Document page = page(ada, pathOf(id) + "/" + action);
      assertThat(page.select("main h1")).as(action).hasSize(1);
      page.select("main input:not([type=hidden]), main select, main textarea")
          .forEach(
              input ->
                  assertThat(page.select("label[for=" + input.id() + "]"))
                      .as(action + " " + input.id())
                      .hasSize(1));
    }
  }

  @Test
  void whatIsTypedIsNeverTakenForMarkup() throws Exception {
    Document page = look(id, "date", "to", "<script>alert(1)</script>");

    assertThat(page.select("main script")).isEmpty();
    assertThat(page.select("#field-to-problem").text()).contains("<script>");
  }

  @Test
  void withoutJavaScriptThePageHasAButtonForThePreview() throws Exception {
    assertThat(page(ada, pathOf(id) + "/pause").select("button[name=look]").text())
        .isEqualTo("Show what will happen");
    assertThat(page(ada, pathOf(id) + "/skip").select("button[name=look]")).isEmpty();
  }
}
