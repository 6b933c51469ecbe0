package org.evergreen.site.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import java.net.URI;
import java.time.Duration;
import org.evergreen.notice.Mail;
import org.evergreen.notice.NoticeSender;
import org.evergreen.payment.Charge;
import org.evergreen.payment.Charges;
import org.evergreen.payment.PaymentMethodId;
import org.evergreen.payment.sandbox.SandboxCard;
import org.evergreen.renewal.ConfirmLinks;
import org.evergreen.renewal.OpenRenewals;
import org.evergreen.renewal.RenewalMonitor;
import org.evergreen.subscription.Actor;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.testing.FakeMailbox;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;

/** What a link from an e-mail shows to somebody who has not signed in. */
class ConfirmPageTest extends AccountPages {
  @Autowired private ConfirmLinks links;
  @Autowired private Charges charges;
  @Autowired private RenewalMonitor monitor;
  @Autowired private OpenRenewals open;
  @Autowired private NoticeSender notices;
  @Autowired private FakeMailbox mailbox;

  private MockHttpServletResponse opened(String token) throws Exception {
    return mvc.perform(get(ConfirmLinks.PATH).param("token", token)).andReturn().getResponse();
  }

  private Document shown(String token) throws Exception {
    return Jsoup.parse(opened(token).getContentAsString());
  }

  private SubscriptionId renewed(SandboxCard card) {
    SubscriptionId id = subscribe(ada, card, coffee(), 1, monthly("13.50"));
    clock.set("2026-12-21T10:00:00Z");
    renewals.runDue();
    return id;
  }

  private Charge charge(SubscriptionId id) {
    return monitor.ofSubscription(id).get(0).charges().get(0);
  }

  @Test
  void linksThatAreNoneAreSaidToBe() throws Exception {
    for (String token : new String[] {"", "x", "A".repeat(64)}) {
      assertThat(opened(token).getStatus()).isEqualTo(404);
      assertThat(shown(token).select("h1").text()).isEqualTo("This link does not work");
      assertThat(shown(token).select("main a").attr("href")).isEqualTo(LIST);
    }
  }

  @Test
  void anExpiredLinkSaysHowToGoOn() throws Exception {
    String token = links.token(charge(renewed(SandboxCard.DECLINES_RENEWALS)).id());
    clock.advance(Duration.ofDays(15));

    assertThat(opened(token).getStatus()).isEqualTo(410);
    assertThat(shown(token).select("h1").text()).isEqualTo("This link has expired");
    assertThat(shown(token).select("main a").text()).contains("Sign in");
  }

  @Test
  void whatIsPaidIsSaidToBe() throws Exception {
    String token = links.token(charge(renewed(SandboxCard.SUCCEEDS)).id());

    assertThat(shown(token).select("h1").text()).isEqualTo("This is paid already");
    assertThat(shown(token).select("main").text()).contains("$20.35").doesNotContain("Coffee");
  }

  @Test
  void aRefusedPaymentIsNotSaidToBePaid() throws Exception {
    SubscriptionId id = renewed(SandboxCard.DECLINES_RENEWALS);
    String token = links.token(charge(id).id());

    assertThat(shown(token).select("h1").text()).isEqualTo("This payment was not made");

    PaymentMethodId other = methods.store(ada, SandboxCard.SUCCEEDS_TOO.token()).id();
    open.pay(open.of(id).get(0).id(), other, Actor.shopper());
    assertThat(shown(token).select("h1").text()).isEqualTo("This is paid already");
  }

  @Test
  void aPaymentThatWaitsForTheShopperSaysWhatIsOwedAndNothingAboutHim() throws Exception {
    SubscriptionId id = renewed(SandboxCard.REQUIRES_AUTHENTICATION);
    String token = links.token(charge(id).id());

    Document page = shown(token);

    assertThat(page.select("h1").text()).isEqualTo("Confirm a payment with your bank");
    assertThat(page.select("main").text())
        .contains("$20.35", "ending in")
        .doesNotContainIgnoringCase("ada")
        .doesNotContain("Coffee");
    assertThat(opened(token).getHeader("Cache-Control")).contains("no-store");
    assertThat(opened(token).getHeader("Referrer-Policy")).isEqualTo("same-origin");
  }

  @Test
  void theLinkOfTheMailLeadsThereWithoutSigningIn() throws Exception {
    renewed(SandboxCard.REQUIRES_AUTHENTICATION);
    mailbox.clear();
    notices.sendWaiting();

    Mail mail =
        mailbox.mails().stream()
            .filter(one -> one.subject().equals("Your payment for Coffee needs you"))
            .findFirst()
            .orElseThrow();
    String link =
        Jsoup.parse(mail.html()).select("a:containsOwn(Confirm the payment)").attr("href");

    assertThat(mail.text()).contains("\n" + "Confirm the payment, without signing in: " + link);
    MockHttpServletResponse answer = mvc.perform(get(URI.create(link))).andReturn().getResponse();
    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat(Jsoup.parse(answer.getContentAsString()).select("h1").text())
        .isEqualTo("Confirm a payment with your bank");
    String forged = link.substring(0, link.length() - 1) + (link.endsWith("A") ? "B" : "A");
    assertThat(mvc.perform(get(URI.create(forged))).andReturn().getResponse().getStatus())
        .isEqualTo(404);
  }

  @Test
  void whatIsNoLinkIsNotSentBack() throws Exception {
    mvc.perform(post(ConfirmLinks.PATH).param("token", "A".repeat(20_000)).with(csrf()))
        .andExpect(redirectedUrl(ConfirmLinks.PATH + "?token="));
  }

  @Test
  void whatTheBrowserSaysIsNotBelieved() throws Exception {
    Charge before = charge(renewed(SandboxCard.REQUIRES_AUTHENTICATION));

    mvc.perform(post(ConfirmLinks.PATH).param("token", links.token(before.id())).with(csrf()));

    assertThat(charges.find(before.id()).orElseThrow().state()).isEqualTo(before.state());
  }
}
