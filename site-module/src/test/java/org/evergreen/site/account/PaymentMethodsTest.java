package org.evergreen.site.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Optional;
import org.evergreen.payment.PaymentMethodId;
import org.evergreen.payment.sandbox.SandboxCard;
import org.evergreen.storefront.CustomerId;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.subscription.SubscriptionStatus;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** The page of all stored payment methods. */
class PaymentMethodsTest extends AccountPages {
  private static final String PATH = "/account/payment-methods";
  private static final String SECOND = "new-" + SandboxCard.SUCCEEDS_TOO.token();

  private PaymentMethodId stored(SandboxCard card) {
    return methods.store(ada, card.token()).id();
  }

  private String told(String path, String... fields) throws Exception {
    return follow(ada, send(ada, PATH + path, fields)).select(".alert").first().text();
  }

  private List<String> cards(CustomerId customer) throws Exception {
    return page(customer, PATH).select(".evergreen-methods h2").eachText();
  }

  @Test
  void itSaysWhatEachCardPays() throws Exception {
    SubscriptionId id = subscribe(ada, coffee(), 1, monthly("13.50"));
    stored(SandboxCard.SUCCEEDS_TOO);

    Document page = page(ada, PATH);

    assertThat(page.select(".evergreen-methods h2").eachText())
        .containsExactly("Mastercard ending in 4444", "Visa ending in 4242");
    assertThat(page.select(".evergreen-methods > li").get(0).text())
        .contains("Valid until the end of", "Pays nothing at the moment");
    assertThat(page.select(".evergreen-methods > li").get(1).select("a").eachAttr("href"))
        .containsExactly(pathOf(id));
  }

  @Test
  void nobodySeesOrTouchesTheCardsOfOthers() throws Exception {
    PaymentMethodId own = stored(SandboxCard.SUCCEEDS);

    assertThat(cards(bob)).isEmpty();
    follow(bob, send(bob, PATH + "/" + own + "/remove"));
    assertThat(
            follow(bob, send(bob, PATH + "/" + own + "/pay-all")).select(".alert-warning").text())
        .isEqualTo("This payment method is not stored any more.");
    assertThat(cards(ada)).hasSize(1);
  }

  @Test
  void aCardIsStoredAndRemoved() throws Exception {
    assertThat(told("", "method", SECOND)).isEqualTo("Mastercard ending in 4444 is stored.");

    PaymentMethodId id = methods.ofCustomer(ada).get(0).id();
    assertThat(told("/" + id + "/remove")).isEqualTo("Mastercard ending in 4444 is removed.");
    assertThat(cards(ada)).isEmpty();
    assertThat(told("/" + id + "/remove")).isNotEmpty();
  }

  @Test
  void aCardThatPaysIsNotRemoved() throws Exception {
    SubscriptionId id = subscribe(ada, coffee(), 1, monthly("13.50"));
    PaymentMethodId card = methods.ofCustomer(ada).get(0).id();

    assertThat(told("/" + card + "/remove"))
        .isEqualTo(
            "Visa ending in 4242 pays your subscription "
                + id
                + ". Please choose another one there first.");
    assertThat(cards(ada)).hasSize(1);
  }

  @Test
  void oneCardPaysEverythingAndAtOnceWhatIsOwed() throws Exception {
    SubscriptionId owing =
        subscribe(ada, SandboxCard.DECLINES_RENEWALS, coffee(), 1, monthly("13.50"));
    clock.set("2026-12-21T10:00:00Z");
    renewals.runDue();
    Document page = page(ada, PATH);
    assertThat(page.select(".alert").text()).contains("You owe $20.35");
    assertThat(page.select("input[name=owed]").eachAttr("value")).containsOnly("$20.35");

    assertThat(told("", "method", SECOND, "all", "yes", "owed", "$20.35"))
        .isEqualTo(
            "Mastercard ending in 4444 is stored. Mastercard ending in 4444 pays all your"
                + " subscriptions from now on. The $20.35 that you owed is paid.");

    assertThat(stored(owing).status()).isEqualTo(SubscriptionStatus.ACTIVE);
    assertThat(stored(owing).method()).contains(methods.ofCustomer(ada).get(0).id());
  }

  @Test
  void aPageThatDidNotSayWhatIsOwedChargesNothing() throws Exception {
    SubscriptionId owing =
        subscribe(ada, SandboxCard.DECLINES_RENEWALS, coffee(), 1, monthly("13.50"));
    PaymentMethodId second = stored(SandboxCard.SUCCEEDS_TOO);
    String owed = page(ada, PATH).select("#method-" + second + " input[name=owed]").val();
    clock.set("2026-12-21T10:00:00Z");
    renewals.runDue();
    String notShown =
        "You owe $20.35 by now, which is not what the page said. Nothing was charged, and your"
            + " subscriptions are paid as before; please look again.";

    assertThat(told("/" + second + "/pay-all", "owed", owed)).isEqualTo(notShown);
    assertThat(told("/" + second + "/pay-all", "owed", "$7.00")).isEqualTo(notShown);
    assertThat(told("", "method", SECOND, "all", "yes", "owed", owed))
        .isEqualTo("Mastercard ending in 4444 is stored. " + notShown);

    assertThat(stored(owing).status()).isEqualTo(SubscriptionStatus.PAST_DUE);
    assertThat(stored(owing).method()).isNotEqualTo(Optional.of(second));
  }

  @Test
  void payingEverythingTwiceChargesOnce() throws Exception {
    SubscriptionId owing =
        subscribe(ada, SandboxCard.DECLINES_RENEWALS, coffee(), 1, monthly("13.50"));
    PaymentMethodId second = stored(SandboxCard.SUCCEEDS_TOO);
    clock.set("2026-12-21T10:00:00Z");
    renewals.runDue();

    assertThat(told("/" + second + "/pay-all", "owed", "$20.35"))
        .endsWith("The $20.35 that you owed is paid.");
    assertThat(told("/" + second + "/pay-all", "owed", "$20.35"))
        .isEqualTo("Mastercard ending in 4444 pays all your subscriptions from now on.");

    assertThat(stored(owing).paymentsMade()).isEqualTo(2);
  }

  @Test
  void anExpiredCardIsMarkedAndPaysNothing() throws Exception {
    subscribe(ada, coffee(), 1, monthly("13.50"));
    PaymentMethodId expired = stored(SandboxCard.EXPIRED);

    assertThat(page(ada, PATH).select("#method-" + expired).text())
        .contains("Expired in January 2024", "Please use another one")
        .doesNotContain("Pay everything");
    assertThat(told("/" + expired + "/pay-all")).contains("expired");
  }

  @Test
  void whatIsNoCardIsRefused() throws Exception {
    assertThat(told("", "method", "new-pm_of_somebody")).isEqualTo("Please pick a card.");
    assertThat(told("", "method", "new-entered", "card", "seti_1"))
        .isEqualTo("Please pick a card.");
    send(ada, PATH + "/setup").andExpect(status().isNotFound());
  }
}
