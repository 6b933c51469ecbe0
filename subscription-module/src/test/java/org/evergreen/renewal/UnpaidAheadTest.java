package org.evergreen.renewal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evergreen.testing.OfferBuilder.monthly;
import static org.evergreen.testing.SettingsBuilder.settings;

import java.time.Instant;
import java.util.List;
import org.evergreen.payment.ChargeOutcome;
import org.evergreen.payment.ChargeResult;
import org.evergreen.payment.ChargeSettlement;
import org.evergreen.payment.ChargeState;
import org.evergreen.payment.Decline;
import org.evergreen.payment.DeclineClass;
import org.evergreen.payment.sandbox.SandboxCard;
import org.evergreen.storefront.CustomerId;
import org.evergreen.subscription.Actor;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.subscription.SubscriptionStatus;
import org.evergreen.terms.IntervalUnit;
import org.evergreen.testing.OfferBuilder;
import org.junit.jupiter.api.Test;

/**
 * A payment is under way before its day, its subscription is cancelled meanwhile, and it fails: on
 * the day of the payment, after it, with and without notice.
 */
class UnpaidAheadTest {

  private static final Instant DUE = Instant.parse("2026-02-28T16:00:00Z");
  private static final Instant NEXT = Instant.parse("2026-03-31T15:00:00Z");

  private final RenewalShop shop = RenewalShop.at("2026-01-31T16:00:00Z");
  private final CustomerId ada = shop.customer("ada");

  private SubscriptionId debitedOn(String instant, OfferBuilder offer) {
    SubscriptionId id = shop.subscribe(ada, SandboxCard.BANK_DEBIT, shop.membership, offer);
    shop.clock().set(instant);
    EarlyRenewals early = shop.get(EarlyRenewals.class);
    EarlyQuoteResult quote = early.quote(id, Actor.shopper());
    early.renew(id, ((EarlyQuoteResult.Quoted) quote).quote().token(), Actor.shopper());
    assertThat(shop.charges(id).get(0).state()).isEqualTo(ChargeState.PROCESSING);
    return id;
  }

  private void cancelledOn(String instant, SubscriptionId id) {
    shop.clock().set(instant);
    shop.commands().cancel(id, Actor.shopper(), "");
    assertThat(shop.subscription(id).status()).isEqualTo(SubscriptionStatus.PENDING_CANCEL);
  }

  private void fails(SubscriptionId id) {
    Decline decline = new Decline(DeclineClass.TRY_LATER, "insufficient_funds", "No.");
    ChargeOutcome failed = new ChargeOutcome.Declined("debit", decline);
    shop.get(ChargeSettlement.class)
        .settle(List.of(new ChargeResult(shop.charges(id).get(0).id(), failed)));
    shop.renew();
    shop.commands().endDue();
  }

  private void assertEndedOwingNothing(SubscriptionId id, Instant end) {
    Subscription ended = shop.subscription(id);
    assertThat(ended.status()).isEqualTo(SubscriptionStatus.CANCELLED);
    assertThat(ended.endsAt()).contains(end);
    assertThat(ended.nextPaymentAt()).isEmpty();
    assertThat(shop.groups(id)).hasSize(1);
    assertThat(shop.group(id).status()).isEqualTo(RenewalGroupStatus.CANCELED);
    assertThat(shop.charged()).isEmpty();
    shop.assertBooksAgree();
  }

  @Test
  void whoeverCancelsAfterTheDayOfThePaymentOwesNothingForIt() {
    SubscriptionId id = debitedOn("2026-02-26T16:00:00Z", monthly("9.90"));
    cancelledOn("2026-03-02T16:00:00Z", id);

    fails(id);

    assertEndedOwingNothing(id, DUE);
  }

  @Test
  void noticeAfterTheDayOfThePaymentIsNotTooLateForIt() {
    SubscriptionId id = debitedOn("2026-02-26T16:00:00Z", monthly("9.90").commitment(0, 14));
    cancelledOn("2026-03-02T16:00:00Z", id);

    fails(id);

    assertEndedOwingNothing(id, DUE);
  }

  @Test
  void noticeThatWasTooLateForTheOneAfterItOwesNeither() {
    shop.clock().set("2026-02-21T16:00:00Z");
    OfferBuilder weekly = OfferBuilder.every(1, IntervalUnit.WEEK, "9.90").commitment(0, 14);
    SubscriptionId id = debitedOn("2026-02-26T16:00:00Z", weekly);
    cancelledOn("2026-03-02T16:00:00Z", id);
    assertThat(shop.subscription(id).nextPaymentAt()).isPresent();

    fails(id);

    assertEndedOwingNothing(id, DUE);
  }

  @Test
  void noticeTooLateForThePaymentIsHeldToItOnItsDay() {
    SubscriptionId id = debitedOn("2026-02-25T16:00:00Z", monthly("9.90").commitment(0, 7));
    cancelledOn("2026-02-26T16:00:00Z", id);

    fails(id);

    assertThat(shop.subscription(id).nextPaymentAt()).contains(DUE);
    assertThat(shop.subscription(id).endsAt()).contains(NEXT);
  }

  /** Due on 28 February, taken along with coffee that is due three days earlier. */
  private SubscriptionId takenAlong(OfferBuilder offer) {
    shop.shop().settings(settings().window(3));
    SubscriptionId later = shop.subscribe(ada, SandboxCard.BANK_DEBIT, shop.membership, offer);
    shop.clock().set("2026-02-20T16:00:00Z");
    OfferBuilder fiveDays = OfferBuilder.every(5, IntervalUnit.DAY, "12.00");
    SubscriptionId first = shop.subscribe(ada, SandboxCard.BANK_DEBIT, shop.coffee, fiveDays);
    shop.renewAt("2026-02-25T16:00:00Z");
    assertThat(shop.group(later).id()).isEqualTo(shop.group(first).id());
    assertThat(shop.charges(later).get(0).state()).isEqualTo(ChargeState.PROCESSING);
    return later;
  }

  @Test
  void noticeTooLateForWhatWasTakenAlongIsHeldToItOnItsDay() {
    SubscriptionId id = takenAlong(monthly("9.90").commitment(0, 7));
    cancelledOn("2026-02-26T16:00:00Z", id);

    fails(id);

    assertThat(shop.subscription(id).status()).isEqualTo(SubscriptionStatus.PENDING_CANCEL);
    assertThat(shop.subscription(id).nextPaymentAt()).contains(DUE);
    assertThat(shop.subscription(id).endsAt()).contains(NEXT);
    shop.changeCard(id, SandboxCard.SUCCEEDS);
    shop.renewAt(DUE.toString());
    assertThat(shop.subscription(id).nextPaymentAt()).isEmpty();
    assertThat(shop.subscription(id).paidUntil()).contains(NEXT);
    assertThat(shop.subscription(id).endsAt()).contains(NEXT);
  }

  @Test
  void noticeLongerThanTheTermIsHeldToOnePaymentOfWhatWasTakenAlong() {
    SubscriptionId id = takenAlong(monthly("9.90").commitment(0, 60));
    cancelledOn("2026-02-26T16:00:00Z", id);
    assertThat(shop.subscription(id).nextPaymentAt()).contains(NEXT);

    fails(id);

    assertThat(shop.subscription(id).nextPaymentAt()).contains(DUE);
    assertThat(shop.subscription(id).endsAt()).contains(NEXT);
  }

  @Test
  void whatWasTakenAlongAndCancelledInTimeEndsOnItsDay() {
    SubscriptionId id = takenAlong(monthly("9.90"));
    cancelledOn("2026-02-26T16:00:00Z", id);

    fails(id);

    assertThat(shop.subscription(id).nextPaymentAt()).isEmpty();
    assertThat(shop.subscription(id).endsAt()).contains(DUE);
  }
}
