package org.evergreen.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.evergreen.terms.IntervalUnit.DAY;
import static org.evergreen.testing.OfferBuilder.monthly;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.evergreen.settings.MerchantSettings;
import org.evergreen.settings.SelfService;
import org.evergreen.settings.SelfService.Action;
import org.evergreen.settings.SettingsStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SelfServiceRulesTest {

  private static final Actor SHOPPER = Actor.shopper();
  private static final Actor CLERK = Actor.merchant("clerk");
  private static final LocalDate MARCH = LocalDate.parse("2026-03-05");

  private static SubscriptionFixture fixture;
  private static SelfServiceRules rules;
  private static PauseCommands pauses;
  private static DateCommands dates;

  @BeforeAll
  static void open() {
    fixture = new SubscriptionFixture();
    rules = fixture.shop.get(SelfServiceRules.class);
    pauses = fixture.shop.get(PauseCommands.class);
    dates = fixture.shop.get(DateCommands.class);
  }

  @AfterAll
  static void close() {
    fixture.close();
  }

  @BeforeEach
  void reset() {
    fixture.reset();
    fixture.shop.get(SettingsStore.class).forget();
  }

  @Test
  void shopperWithADefaultShopMayDoAll() {
    Subscription active = fixture.get(fixture.start(monthly("10")));
    assertThat(rules.pause(active, SHOPPER)).isEmpty();
    assertThat(rules.skipNext(active, SHOPPER)).isEmpty();
    assertThat(rules.moveNextPayment(active, SHOPPER)).isEmpty();
    assertThat(rules.payWith(active, SHOPPER)).isEmpty();
    assertThat(rules.automaticRenewal(active, SHOPPER, false)).isEmpty();
    assertThat(rules.cancel(active, SHOPPER)).isEmpty();
    assertThat(rules.shipTo(active, SHOPPER)).contains("Nothing of this subscription is shipped.");
    assertThat(rules.cancelNow(active, SHOPPER))
        .contains("Only the shop ends a subscription before its term is over.");
    assertThat(rules.automaticRenewal(active, SHOPPER, true))
        .contains(
            "There is no payment method to charge; choose one, then turn automatic renewal on.");
  }

  @Test
  void settingsForbidShoppersAndNotTheMerchant() {
    allow(EnumSet.noneOf(Action.class), 3);
    SubscriptionId id = fixture.start(monthly("10"));
    Subscription active = fixture.get(id);
    assertThat(rules.pause(active, SHOPPER))
        .contains("You cannot pause a subscription here; please write to the shop.");
    assertThat(rules.skipNext(active, SHOPPER)).isPresent();
    assertThat(rules.moveNextPayment(active, SHOPPER)).isPresent();
    assertThat(rules.payWith(active, SHOPPER)).isPresent();
    assertThat(rules.automaticRenewal(active, SHOPPER, false)).isPresent();
    assertThat(rules.cancel(active, SHOPPER)).isPresent();
    assertThat(rules.pause(active, CLERK)).isEmpty();
    assertThat(rules.cancel(active, CLERK)).isEmpty();
    assertThatThrownBy(() -> pauses.pause(Seen.any(id), SHOPPER, Optional.empty()))
        .isInstanceOf(ActionRefusedException.class);
    assertThat(fixture.get(id).status()).isEqualTo(SubscriptionStatus.ACTIVE);
  }

  @Test
  void pausesOfAShopperAreCountedByTheYearOfTheShop() {
    allow(EnumSet.allOf(Action.class), 1);
    SubscriptionId id = fixture.start(monthly("10"));
    pauseAndResume(id, CLERK);
    pauseAndResume(id, SHOPPER);
    assertThat(rules.pause(fixture.get(id), SHOPPER))
        .contains(
            "A subscription can be paused once a year; the next pause is possible from"
                + " 2027-01-01.");
    assertThat(rules.pause(fixture.get(id), CLERK)).isEmpty();
    fixture.update(id, "next_payment_at = '2027-01-31T10:00:00Z'");
    fixture.shop.clock().set("2026-12-31T22:59:59Z");
    assertThat(rules.pause(fixture.get(id), SHOPPER)).isPresent();
    fixture.shop.clock().set("2026-12-31T23:00:00Z");
    assertThat(rules.pause(fixture.get(id), SHOPPER)).isEmpty();
  }

  private static void pauseAndResume(SubscriptionId id, Actor actor) {
    pauses.pause(Seen.any(id), actor, Optional.empty());
    pauses.resume(Seen.any(id), actor);
  }

  @Test
  void shopperSkipsOnePaymentAndNoSecondBeforeItIsMade() {
    SubscriptionId id = fixture.start(monthly("10"));
    dates.skipNext(Seen.any(id), SHOPPER);
    assertThat(rules.skipNext(fixture.get(id), SHOPPER))
        .contains(
            "The next payment was put off already; another one can be skipped when it is made.");
    assertThat(rules.skipNext(fixture.get(id), CLERK)).isEmpty();
  }

  @Test
  void shopperPutsAPaymentOffByOneIntervalAtMost() {
    Subscription active = fixture.get(fixture.start(monthly("10")));
    assertThat(moved(active, "2026-03-28")).isEmpty();
    assertThat(moved(active, "2026-03-29"))
        .contains("The next payment can be put off until 2026-03-28 at the latest.");
    assertThat(
            rules.moveNextPayment(
                active, CLERK, LocalDate.parse("2026-07-01"), DateMove.FROM_NOW_ON))
        .isEmpty();
  }

  @Test
  void firstPaymentIsNotPutOffByTheShopper() {
    Subscription trial = fixture.get(fixture.start(monthly("10").trial(14, DAY)));
    assertThat(rules.skipNext(trial, SHOPPER)).contains("The first payment cannot be skipped.");
    assertThat(moved(trial, "2026-02-15")).contains("The first payment cannot be put off.");
  }

  private static Optional<String> moved(Subscription subscription, String to) {
    return rules.moveNextPayment(subscription, SHOPPER, LocalDate.parse(to), DateMove.FROM_NOW_ON);
  }

  @Test
  void minimumTermBindsTheShopperFromHisFirstPaymentOn() {
    SubscriptionId id = fixture.start(monthly("10").commitment(3, 0));
    assertThat(rules.cancel(fixture.get(id), SHOPPER))
        .contains("It can be cancelled after 3 payments; 1 was made.");
    assertThat(rules.cancel(fixture.get(id), CLERK)).isEmpty();
    fixture.update(id, "payments_made = 3");
    assertThat(rules.cancel(fixture.get(id), SHOPPER)).isEmpty();
    SubscriptionId trial = fixture.start(monthly("10").commitment(3, 0).trial(14, DAY));
    assertThat(rules.cancel(fixture.get(trial), SHOPPER)).isEmpty();
  }

  @Test
  void noticeOfTheOfferShowsInThePreviewOfAShopper() {
    Subscription active = fixture.get(fixture.start(monthly("10").commitment(0, 30)));
    SubscriptionPreviews previews = fixture.shop.get(SubscriptionPreviews.class);
    assertThat(previews.cancel(active, SHOPPER).nextPaymentAt()).isPresent();
    assertThat(previews.cancel(active, SHOPPER).payments()).hasSize(1);
    assertThat(previews.cancel(active, CLERK).nextPaymentAt()).isEmpty();
  }

  @Test
  void whileAChangeIsPaidNothingElseIsChanged() {
    SubscriptionId id = fixture.start(monthly("10"));
    fixture.update(id, "open_change_id = 7");
    Subscription changing = fixture.get(id);
    String sentence = "A change of this subscription is being paid; finish it or give it up first.";
    assertThat(rules.pause(changing, CLERK)).contains(sentence);
    assertThat(rules.skipNext(changing, CLERK)).contains(sentence);
    assertThat(rules.moveNextPayment(changing, CLERK, MARCH, DateMove.ONCE)).contains(sentence);
    assertThat(rules.cancel(changing, CLERK)).contains(sentence);
    assertThat(rules.cancelNow(changing, CLERK)).contains(sentence);
    assertThat(rules.payWith(changing, CLERK)).isEmpty();
  }

  @Test
  void whileARenewalIsChargedDatesStay() {
    SubscriptionId id = fixture.start(monthly("10"));
    fixture.update(id, "open_group_id = 7");
    Subscription charging = fixture.get(id);
    String sentence = "A payment of this subscription is under way; try again when it is done.";
    assertThat(rules.pause(charging, SHOPPER)).contains(sentence);
    assertThat(rules.skipNext(charging, SHOPPER)).contains(sentence);
    assertThat(rules.moveNextPayment(charging, SHOPPER, MARCH, DateMove.ONCE)).contains(sentence);
    assertThat(rules.cancel(charging, SHOPPER)).isEmpty();
  }

  private static void allow(Set<Action> actions, int pauses) {
    fixture
        .shop
        .get(SettingsStore.class)
        .save(MerchantSettings.defaults().with(new SelfService(actions, pauses)), "clerk");
  }
}
