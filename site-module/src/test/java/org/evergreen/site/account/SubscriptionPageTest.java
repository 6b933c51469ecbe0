package org.evergreen.site.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import org.evergreen.storefront.ProductKind;
import org.evergreen.storefront.Sku;
import org.evergreen.subscription.Actor;
import org.evergreen.subscription.SubscriptionId;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubscriptionPageTest extends AccountPages {

  @Test
  void thePageShowsTheNextFivePayments() throws Exception {
    SubscriptionId id = subscribe(ada, coffee(), 2, monthly("13.50"));

    Document page = page(ada, pathOf(id));

    assertThat(page.title()).isEqualTo("Subscription " + id);
    assertThat(rows(page, "schedule"))
        .containsExactly(
            "21 December 2026 $35.20",
            "21 January 2027 $35.20",
            "21 February 2027 $35.20",
            "21 March 2027 $35.20",
            "21 April 2027 $35.20");
    assertThat(page.select("time").first().attr("datetime")).isEqualTo("2026-12-21");
  }

  @Test
  void aLimitedSubscriptionShowsOnlyThePaymentsItStillHas() throws Exception {
    SubscriptionId id = subscribe(ada, coffee(), 1, monthly("13.50").payments(3));

    Document page = page(ada, pathOf(id));

    assertThat(rows(page, "schedule"))
        .containsExactly("21 December 2026 $20.35", "21 January 2027 $20.35");
    assertThat(page.select("section[aria-labelledby=about]").text())
        .contains("Still to pay 2 payments");
  }

  @Test
  void thePageShowsItemsAddressCardAndHistory() throws Exception {
    SubscriptionId id = subscribe(ada, coffee(), 2, monthly("13.50"));

    Document page = page(ada, pathOf(id));

    assertThat(rows(page, "items")).containsExactly("Coffee 2 at $13.50, Monthly Quantity $27.00");
    assertThat(page.select("address span").eachText())
        .isEqualTo(List.of("Ada Green", "1 Garden Lane", "Springfield IL 62701", "United States"));
    assertThat(page.select("section[aria-labelledby=method] p").eachText())
        .containsExactly(
            "Visa ending in 4242",
            "Valid until the end of December 2039",
            "Change",
            "All payment methods");
    assertThat(rows(page, "history"))
        .containsExactly("The subscription started. 21 November 2026, 11:00");
  }

  @Test
  void theHistoryNamesNobodyWhoWorksForTheShop() throws Exception {
    SubscriptionId id = subscribe(ada, coffee(), 1, monthly("13.50"));
    commands.cancel(id, Actor.merchant("Internal Irma"), "asked by phone");

    Document page = page(ada, pathOf(id));

    assertThat(rows(page, "history"))
        .containsExactly(
            "The shop cancelled the subscription. 21 November 2026, 11:00",
            "The subscription started. 21 November 2026, 11:00");
    assertThat(page.text()).doesNotContain("Irma", "phone");
  }

  @Test
  void whatDoesNotShipHasNoAddress() throws Exception {
    Sku club = storefront.product("Club", ProductKind.VIRTUAL, "9.00");
    SubscriptionId id = subscribe(ada, club, 1, monthly("9.00"));

    assertThat(page(ada, pathOf(id)).select("address")).isEmpty();
  }

  @Test
  void somebodyElsesSubscriptionIsNotFound() throws Exception {
    SubscriptionId id = subscribe(bob, coffee(), 1, monthly("13.50"));

    open(ada, pathOf(id)).andExpect(status().isNotFound());
    open(ada, pathOf(id) + "/cancel").andExpect(status().isNotFound());
    open(bob, pathOf(id)).andExpect(status().isOk());
  }

  @ParameterizedTest
  @ValueSource(strings = {"999999", "0", "-1", "abc", "1e3", "01", "9999999999999999999999"})
  void anUnknownOrMalformedNumberIsNotFound(String number) throws Exception {
    Document page = page(ada, LIST + "/" + number);

    open(ada, LIST + "/" + number).andExpect(status().isNotFound());
    assertThat(page.select("h1").text()).isEqualTo("We cannot find this subscription");
    open(ada, LIST + "/" + number + "/cancel").andExpect(status().isNotFound());
    send(ada, LIST + "/" + number + "/cancel").andExpect(status().isNotFound());
    send(ada, LIST + "/" + number + "/undo-cancellation").andExpect(status().isNotFound());
  }
}
