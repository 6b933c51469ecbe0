package org.evergreen.admintest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evergreen.testing.OfferBuilder.monthly;

import org.evergreen.change.ChangeRequest;
import org.evergreen.change.ChangeResult;
import org.evergreen.change.ChangeState;
import org.evergreen.change.Changes;
import org.evergreen.change.QuoteResult;
import org.evergreen.payment.sandbox.SandboxCard;
import org.evergreen.subscription.Actor;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.subscription.SubscriptionQueries;
import org.evergreen.testing.ConfirmingSandbox;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;

/** A change that waits for the shopper's bank, as the merchant sees it. */
@AdminTest
@Import(ConfirmingSandbox.class)
class ChangeAskedByTheBankTest {

  private final Browser browser;
  private final AdminShop shop;
  private final SubscriptionQueries queries;
  private final Changes changes;

  @Autowired
  ChangeAskedByTheBankTest(
      MockMvc mvc, AdminShop shop, SubscriptionQueries queries, Changes changes) {
    this.browser = new Browser(mvc);
    this.shop = shop;
    this.queries = queries;
    this.changes = changes;
  }

  @Test
  void merchantWithdrawsAChangeThatTheShopperDoesNotConfirm() {
    SubscriptionId id =
        shop.buy(
            "ada",
            SandboxCard.REQUIRES_AUTHENTICATION,
            shop.product("House Blend", "12.00"),
            monthly("31.00"));
    long line = queries.find(id).orElseThrow().lines().get(0).id();
    ChangeRequest two = new ChangeRequest.Quantity(line, 2);
    QuoteResult.Quoted quoted = (QuoteResult.Quoted) changes.quote(id, two, Actor.shopper());
    assertThat(changes.confirm(id, two, quoted.quote().token(), Actor.shopper()))
        .isInstanceOf(ChangeResult.ToConfirm.class);

    Page page = browser.open("/admin/subscriptions/" + id);
    Page answer = browser.send(page, "form[action$=/withdraw]");

    assertThat(answer.done()).isEqualTo("The change is withdrawn.");
    assertThat(changes.of(id).get(0).state()).isEqualTo(ChangeState.REFUSED);
    assertThat(queries.find(id).orElseThrow().openChange()).isEmpty();
    assertThat(browser.open("/admin/subscriptions/" + id).has("form[action$=/withdraw]")).isFalse();
  }
}
