package org.evergreen.site.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.evergreen.change.Changes;
import org.evergreen.payment.Charge;
import org.evergreen.payment.ShopperConfirmations;
import org.evergreen.payment.sandbox.SandboxCard;
import org.evergreen.payment.sandbox.SandboxGateway;
import org.evergreen.plan.ChangeGroupId;
import org.evergreen.plan.PlanId;
import org.evergreen.site.selfservice.AskedPayments;
import org.evergreen.storefront.Sku;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.terms.IntervalUnit;
import org.evergreen.testing.ConfirmingSandbox;
import org.evergreen.testing.DraftBuilder;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Giving up a payment that waits for the shopper's bank. */
@Import(ConfirmingSandbox.class)
class GivingUpTest extends AccountPages {
  private static final String GONE = "No payment waits for you any more.";

  @Autowired private SandboxGateway bank;
  @Autowired private ShopperConfirmations confirmations;
  @Autowired private AskedPayments asked;
  @Autowired private Changes changes;

  private SubscriptionId id;

  @BeforeEach
  void subscribe() {
    Sku coffee = coffee();
    ChangeGroupId group = group(coffee);
    PlanId basic = plan(group, DraftBuilder.plan("Basic"), "13.50");
    plan(group, DraftBuilder.plan("Yearly").every(1, IntervalUnit.YEAR), "100.00");
    id = subscribe(ada, SandboxCard.REQUIRES_AUTHENTICATION, coffee, 1, basic);
  }

  private void asksFor(String quantity) throws Exception {
    confirm(id, "quantity", "quantity", quantity).andExpect(status().isFound());
    assertThat(stored(id).openChange()).isPresent();
  }

  private Charge waiting() {
    return asked.of(stored(id)).orElseThrow();
  }

  private void bankAgrees() {
    bank.shopperAnswers(waiting().gatewayReference().orElseThrow(), true);
  }

  private String seen() throws Exception {
    return look(id, "give-up").select("input[name=seen]").val();
  }

  private String refusal(String seen) throws Exception {
    return follow(ada, confirmSeen(id, "give-up", seen)).select(".alert-warning").text();
  }

  private int quantity() {
    return stored(id).lines().get(0).quantity();
  }

  /** Its dates are others than those that were quoted. */
  private void movesOn() {
    database
        .jdbc()
        .update(
            "update evergreen_subscription set version = version + 1,"
                + " next_payment_at = next_payment_at + interval '3 days' where id = ?",
            id.value());
  }

  @Test
  void aChangeThatWaitsIsGivenUp() throws Exception {
    asksFor("2");

    assertThat(preview(id, "give-up"))
        .containsExactly(
            "The payment of " + amount() + " is not made.",
            "This is not done: Coffee: 2 instead of 1.",
            "Your subscription stays as it is. Nothing is charged.");
    assertThat(done(id, "give-up"))
        .isEqualTo("Given up. Your subscription stays as it is; nothing was charged.");

    assertThat(quantity()).isEqualTo(1);
    assertThat(stored(id).openChange()).isEmpty();
    assertThat(refused(id, "give-up")).isEqualTo(GONE);
  }

  private String amount() {
    return "$" + waiting().amount().getAmount();
  }

  @Test
  void whatWaitsIsSaidOnceAndWhatCannotBeDoneMeanwhileIsNotOffered() throws Exception {
    String[] changes = {"change", "frequency", "quantity", "pause", "cancel"};
    assertThat(offered(id)).contains(changes);
    asksFor("2");

    Document page = page(ada, pathOf(id));

    assertThat(page.select("section.alert").eachAttr("aria-label")).containsExactly("Please note");
    assertThat(page.select("section.alert p").eachText())
        .contains(
            "The change that you asked for waits for you to confirm "
                + amount()
                + " with your bank.",
            "Coffee: 2 instead of 1.");
    assertThat(page.select(".evergreen-actions > p")).isEmpty();
    assertThat(offered(id)).doesNotContain(changes);
  }

  @Test
  void anEarlyRenewalThatWaitsIsGivenUp() throws Exception {
    confirm(id, "renew-now").andExpect(status().isFound());
    assertThat(stored(id).isBeingCharged()).isTrue();

    assertThat(done(id, "give-up")).startsWith("Given up.");

    assertThat(stored(id).isBeingCharged()).isFalse();
    assertThat(stored(id).paymentsMade()).isEqualTo(1);
  }

  @Test
  void aChangeThatWasPaidMeanwhileIsNotSaidToBeGivenUp() throws Exception {
    asksFor("2");
    String seen = seen();
    bankAgrees();

    assertThat(refusal(seen)).startsWith("It could not be given up, because it was paid meanwhile");

    assertThat(quantity()).isEqualTo(2);
  }

  @Test
  void aChangeThatWasPaidTooLateIsSaidToBePaidBack() throws Exception {
    asksFor("2");
    movesOn();
    String seen = seen();
    bankAgrees();

    assertThat(refusal(seen))
        .isEqualTo(
            "You had paid already, too late for the change to be made. Your subscription stays as"
                + " it is, and the payment is paid back to you.");

    assertThat(quantity()).isEqualTo(1);
  }

  @Test
  void aPageFromBeforeTheBankAgreedSaysThatNothingWaits() throws Exception {
    asksFor("2");
    String seen = seen();
    bankAgrees();
    confirmations.settle(waiting().id());

    assertThat(refusal(seen)).isEqualTo(GONE);

    assertThat(quantity()).isEqualTo(2);
  }

  @Test
  void aPageOfAChangeDoesNotGiveUpTheNextOne() throws Exception {
    asksFor("2");
    String seen = seen();
    done(id, "give-up");
    asksFor("3");
    String next = amount();

    Document page =
        document(confirmSeen(id, "give-up", seen).andExpect(status().isConflict()).andReturn());

    assertThat(page.select("#evergreen-preview li").text()).contains(next);
    assertThat(changes.toConfirm(id)).isPresent();
    assertThat(refusal(page.select("input[name=seen]").val())).isEmpty();
    assertThat(changes.toConfirm(id)).isEmpty();
    assertThat(refusal(seen)).isEqualTo(GONE);
  }
}
