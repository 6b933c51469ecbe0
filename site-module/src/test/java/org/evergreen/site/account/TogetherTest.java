package org.evergreen.site.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.evergreen.subscription.SubscriptionId;
import org.junit.jupiter.api.Test;

/** What the list says of payments that are made together. */
class TogetherTest extends AccountPages {
  private static final String SECTION = "section[aria-labelledby=together]";

  @Test
  void whatIsPaidTogetherIsSaidAndCanBeParted() throws Exception {
    SubscriptionId first = subscribe(ada, coffee(), 1, monthly("13.50"));
    SubscriptionId second = subscribe(ada, coffee(), 1, monthly("9.00"));

    assertThat(page(ada, LIST).select(SECTION + " p").text())
        .contains("On 21 December 2026", first.toString(), second.toString(), "$22.50");

    assertThat(
            follow(ada, send(ada, "/account/payments/together", "wanted", "no"))
                .select(SECTION + " p")
                .text())
        .isEqualTo("Each of your subscriptions is paid alone.");
  }

  @Test
  void aChoiceThatCannotBeReadChangesNothing() throws Exception {
    subscribe(ada, coffee(), 1, monthly("13.50"));
    subscribe(ada, coffee(), 1, monthly("9.00"));

    send(ada, "/account/payments/together").andExpect(status().isBadRequest());
    send(ada, "/account/payments/together", "wanted", "perhaps").andExpect(status().isBadRequest());

    assertThat(page(ada, LIST).select(SECTION + " p").text()).contains("$22.50");
  }

  @Test
  void nothingIsSaidOfASingleSubscription() throws Exception {
    subscribe(ada, coffee(), 1, monthly("13.50"));

    assertThat(page(ada, LIST).select(SECTION)).isEmpty();
  }
}
