package org.evergreen.site.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.evergreen.storefront.ProductKind;
import org.evergreen.storefront.Sku;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.terms.IntervalUnit;
import org.evergreen.testing.OfferBuilder;
import org.evergreen.testing.PaidOrderBuilder;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class SubscriptionListTest extends AccountPages {

  @Test
  void aShopperWithoutSubscriptionsIsSentToTheShop() throws Exception {
    Document page = page(ada, LIST);

    assertThat(page.title()).isEqualTo("My subscriptions");
    assertThat(page.select(".evergreen-empty").text()).contains("You have no subscriptions yet");
    assertThat(page.select(".evergreen-empty a").attr("href")).isEqualTo("/");
  }

  @Test
  void theListShowsStatusItemsNextPaymentAmountAndCard() throws Exception {
    SubscriptionId id = subscribe(ada, coffee(), 2, monthly("13.50"));

    Document page = page(ada, LIST);

    assertThat(page.select(".evergreen-list > li").eachText())
        .containsExactly(
            "Active Coffee × 2 Subscription "
                + id
                + ", every month Next payment 21 December 2026 Amount $35.20 with tax and shipping"
                + " Paid with Visa ending in 4242");
    assertThat(page.select(".evergreen-list a").attr("href")).isEqualTo(pathOf(id));
  }

  @Test
  void severalItemsAreToldApartEvenIfTheirNamesHoldCommas() throws Exception {
    Sku beans = storefront.product("Coffee, whole bean", ProductKind.PHYSICAL, "15.00");
    Sku papers = storefront.product("Filter papers", ProductKind.PHYSICAL, "4.00");
    checkout.onOrderPaid(
        PaidOrderBuilder.order("order-of-two", ada, clock.instant())
            .with(beans, 2, monthly("13.50"))
            .with(papers, 1, monthly("3.60"))
            .build());

    assertThat(page(ada, LIST).select(".evergreen-list-title").text())
        .isEqualTo("Coffee, whole bean × 2 + Filter papers");
  }

  @Test
  void eachStatusSaysWhatComesNext() throws Exception {
    Sku club = storefront.product("Club", ProductKind.VIRTUAL, "9.00");
    subscribe(ada, club, 1, monthly("9.00").trial(14, IntervalUnit.DAY));
    SubscriptionId cancelled = subscribe(ada, club, 1, OfferBuilder.yearly("90.00"));
    cancel(cancelled);
    subscribe(ada, club, 1, monthly("9.00").payments(1));

    Document page = page(ada, LIST);

    assertThat(page.select(".evergreen-status").eachText())
        .containsExactly("Active", "Ending", "Free trial");
    assertThat(page.select(".evergreen-facts").eachText())
        .containsExactly(
            "All paid, runs until 21 December 2026",
            "Active until 21 November 2027",
            "First payment 5 December 2026 Amount $9.90 with tax Paid with Visa ending in 4242");
  }

  @Test
  void aPriceThatTheHostCannotQuoteIsShownWithoutTax() throws Exception {
    Sku coffee = coffee();
    subscribe(ada, coffee, 1, monthly("13.50"));
    storefront.remove(coffee.id());

    assertThat(page(ada, LIST).select(".evergreen-facts").text())
        .contains("Amount $13.50 before tax and shipping");
  }

  @Test
  void onlyOnesOwnSubscriptionsAreListed() throws Exception {
    subscribe(bob, coffee(), 1, monthly("13.50"));

    assertThat(page(ada, LIST).select(".evergreen-list")).isEmpty();
    assertThat(page(bob, LIST).select(".evergreen-list > li")).hasSize(1);
  }

  @Test
  void aVisitorIsAskedToSignIn() throws Exception {
    mvc.perform(get(LIST))
        .andExpect(status().is3xxRedirection())
        .andExpect(redirectedUrlPattern("**/login"));
  }

  @Test
  void aProductsNameIsText() throws Exception {
    Sku hostile = storefront.product("<img src=x onerror=alert(1)>", ProductKind.VIRTUAL, "1.00");
    SubscriptionId id = subscribe(ada, hostile, 1, monthly("1.00"));

    for (String path : new String[] {LIST, pathOf(id), pathOf(id) + "/cancel"}) {
      Document page = page(ada, path);
      assertThat(page.select("main img")).isEmpty();
      assertThat(page.select("main").text()).contains("<img src=x onerror=alert(1)>");
    }
  }
}
