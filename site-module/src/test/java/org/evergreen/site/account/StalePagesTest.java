package org.evergreen.site.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.evergreen.payment.PaymentMethodId;
import org.evergreen.payment.sandbox.SandboxCard;
import org.evergreen.renewal.OpenRenewals;
import org.evergreen.renewal.RenewalMonitor;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.subscription.SubscriptionStatus;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.ResultActions;

/** Pages that are out of date: nothing is charged that they did not show. */
class StalePagesTest extends AccountPages {
  private static final String GOOD = "new-" + SandboxCard.SUCCEEDS_TOO.token();

  @Autowired private OpenRenewals open;
  @Autowired private RenewalMonitor monitor;

  private SubscriptionId id;
  private PaymentMethodId declining;

  @BeforeEach
  void subscribe() {
    id = subscribe(ada, SandboxCard.DECLINES_RENEWALS, coffee(), 1, monthly("13.50"));
    declining = stored(id).method().orElseThrow();
  }

  private void renewsOn(String day) {
    clock.set(day + "T10:00:00Z");
    renewals.runDue();
  }

  private String seen(String action, String... fields) throws Exception {
    return look(id, action, fields).select("input[name=seen]").val();
  }

  private String owed() {
    return open.of(id).get(0).id().toString();
  }

  private int charges() {
    return monitor.ofSubscription(id).stream().mapToInt(group -> group.charges().size()).sum();
  }

  private static Document outdated(ResultActions sent) throws Exception {
    Document page = document(sent.andExpect(status().isConflict()).andReturn());
    assertThat(page.select(".alert-warning").text())
        .startsWith("Something has changed since you opened the page. Nothing was done");
    return page;
  }

  private String refusal(ResultActions sent) throws Exception {
    return follow(ada, sent).select(".alert-warning").text();
  }

  @Test
  void aCardForAllDoesNotPayWhatIsOwedSinceThePageWasOpened() throws Exception {
    subscribe(ada, coffee(), 1, monthly("9.00"));
    String seen = seen("payment-method", "method", GOOD, "reach", "all");
    renewsOn("2026-12-21");
    int before = charges();

    Document page =
        outdated(confirmSeen(id, "payment-method", seen, "method", GOOD, "reach", "all"));

    assertThat(page.select("#evergreen-preview li").text()).contains("is charged to it at once");
    assertThat(stored(id).method()).contains(declining);
    assertThat(stored(id).status()).isEqualTo(SubscriptionStatus.PAST_DUE);
    assertThat(charges()).isEqualTo(before);
  }

  @Test
  void aCardThatWasChosenInAnotherTabToDoesNotPayWhatIsOwedSince() throws Exception {
    methods.store(ada, SandboxCard.SUCCEEDS.token());
    String other = "stored-" + methods.ofCustomer(ada).get(0).id();
    done(id, "payment-method", "method", other);
    String seen = seen("payment-method", "method", "stored-" + declining);
    done(id, "payment-method", "method", "stored-" + declining);
    renewsOn("2026-12-21");
    int before = charges();

    Document page =
        follow(ada, confirmSeen(id, "payment-method", seen, "method", "stored-" + declining));

    assertThat(page.select(".alert-success").text())
        .isEqualTo("Visa ending in 0119 pays this subscription from now on.");
    assertThat(charges()).isEqualTo(before);
  }

  @Test
  void aNewCardIsNotStoredWhenNothingIsDone() throws Exception {
    String seen = seen("payment-method", "method", GOOD);
    done(id, "skip");

    outdated(confirmSeen(id, "payment-method", seen, "method", GOOD));

    assertThat(methods.ofCustomer(ada)).hasSize(1);
    assertThat(stored(id).method()).contains(declining);
  }

  @Test
  void theNextPaymentIsNotMadeInPlaceOfOneThatWasPaidElsewhere() throws Exception {
    renewsOn("2026-12-21");
    String first = owed();
    String seen = seen("pay", "method", GOOD);
    done(id, "pay", "method", GOOD);
    done(id, "payment-method", "method", "stored-" + declining);
    renewsOn("2027-01-21");
    int before = charges();

    Document page = outdated(confirmSeen(id, "pay", seen, "renewal", first, "method", GOOD));

    assertThat(page.select("#field-renewal-problem").text())
        .isEqualTo("This is not one of the choices any more. Please pick another one.");
    assertThat(page.select("input[name=renewal]").eachAttr("value")).containsExactly(owed());
    assertThat(page.select("input[name=renewal]").hasAttr("checked")).isFalse();
    assertThat(page.select("input[name=seen]")).isEmpty();
    assertThat(charges()).isEqualTo(before);
  }

  @Test
  void whatIsPaidAlreadyIsNotPaidTwiceAndThePageSaysSo() throws Exception {
    renewsOn("2026-12-21");
    String first = owed();
    String seen = seen("pay", "method", GOOD);
    done(id, "pay", "method", GOOD);
    int before = charges();

    assertThat(refusal(confirmSeen(id, "pay", seen, "renewal", first, "method", GOOD)))
        .isEqualTo("Nothing is owed for this subscription.");
    assertThat(charges()).isEqualTo(before);
  }

  /** A session in which the first of two clicks ends while the second is being worked on. */
  private static final class TwoClicks extends MockHttpSession {
    private boolean asked;

    @Override
    public Object getAttribute(String name) {
      boolean early = name.equals("evergreenFinished") && !asked;
      asked |= early;
      return early ? null : super.getAttribute(name);
    }
  }

  @Test
  void theSecondOfTwoClicksIsToldWhatTheFirstDid() throws Exception {
    renewsOn("2026-12-21");
    String first = owed();
    String seen = seen("pay", "method", GOOD);
    TwoClicks session = new TwoClicks();

    String told = follow(ada, click(session, seen, first)).select(".alert-success").text();
    session.asked = false;
    int before = charges();

    assertThat(follow(ada, click(session, seen, first)).select(".alert-success").text())
        .isEqualTo(told)
        .startsWith("Paid, thank you.");
    assertThat(charges()).isEqualTo(before);
  }

  private ResultActions click(MockHttpSession session, String seen, String renewal)
      throws Exception {
    return mvc.perform(
        post(pathOf(id) + "/pay")
            .session(session)
            .with(user("ada"))
            .with(csrf())
            .param("seen", seen)
            .param("renewal", renewal)
            .param("method", GOOD));
  }
}
