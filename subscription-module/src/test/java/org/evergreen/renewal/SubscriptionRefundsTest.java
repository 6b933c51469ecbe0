package org.evergreen.renewal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evergreen.testing.OfferBuilder.monthly;

import java.util.OptionalLong;
import org.evergreen.payment.RefundResult;
import org.evergreen.payment.sandbox.SandboxCard;
import org.evergreen.renewal.SubscriptionRefunds.Share;
import org.evergreen.storefront.CustomerId;
import org.evergreen.subscription.SubscriptionId;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class SubscriptionRefundsTest {

  private static final String DUE = "2026-02-28T16:00:00Z";

  private final RenewalShop shop = RenewalShop.at("2026-01-31T16:00:00Z");
  private final CustomerId ada = shop.customer("ada");
  private final SubscriptionId coffee =
      shop.subscribe(ada, SandboxCard.SUCCEEDS, shop.coffee, monthly("12.00"));
  private final SubscriptionId membership =
      shop.subscribe(ada, SandboxCard.SUCCEEDS, shop.membership, monthly("9.90"));

  private Share share(SubscriptionId id) {
    return refunds().of(id, shop.group(id).id()).orElseThrow();
  }

  private SubscriptionRefunds refunds() {
    return shop.get(SubscriptionRefunds.class);
  }

  private RefundResult refund(
      SubscriptionId id, OptionalLong line, String amount, String reference) {
    return refunds().refund(id, shop.group(id).id(), line, usd(amount), "test", reference);
  }

  @Test
  void sharesAreTheCharge() {
    shop.credit(membership, "3.00");
    shop.renewAt(DUE);

    assertThat(share(coffee).charge()).isEqualTo(share(membership).charge());
    assertThat(share(coffee).paid().plus(share(membership).paid()))
        .isEqualTo(shop.takenByGateway());
    assertThat(share(membership).paid()).isEqualTo(usd("7.89"));
  }

  @Test
  void noMoreThanItsOwnPartIsGivenBack() {
    shop.renewAt(DUE);

    assertThat(refund(membership, OptionalLong.empty(), "10.90", "a"))
        .isEqualTo(
            new RefundResult.Refused(
                "Of this subscription's part USD 10.89 is left, less than USD 10.90."));
    assertThat(refund(membership, OptionalLong.empty(), "10.00", "b"))
        .isInstanceOf(RefundResult.Entered.class);
    assertThat(share(membership).left()).isEqualTo(usd("0.89"));
    assertThat(share(coffee).left()).isEqualTo(share(coffee).paid());
  }

  @Test
  void refundIsBookedToTheLineAndGivenOnce() {
    shop.renewAt(DUE);
    long line = share(membership).lines().get(0).line();

    RefundResult first = refund(membership, OptionalLong.of(line), "10.89", "c");
    RefundResult again = refund(membership, OptionalLong.of(line), "10.89", "c");

    assertThat(((RefundResult.Entered) again).refund().id())
        .isEqualTo(((RefundResult.Entered) first).refund().id());
    assertThat(((RefundResult.Entered) first).refund().line()).hasValue(line);
    assertThat(share(membership).lines().get(0).left()).isEqualTo(usd("0.00"));
    assertThat(refund(membership, OptionalLong.of(line), "0.01", "d"))
        .isInstanceOf(RefundResult.Refused.class);
  }

  @Test
  void lineOfAnotherSubscriptionHasNothingToGiveBack() {
    shop.renewAt(DUE);
    long line = share(coffee).lines().get(0).line();

    assertThat(refund(membership, OptionalLong.of(line), "1.00", "e"))
        .isInstanceOf(RefundResult.Refused.class);
  }

  private static Money usd(String amount) {
    return Money.parse("USD " + amount);
  }
}
