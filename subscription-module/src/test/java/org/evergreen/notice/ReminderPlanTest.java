package org.evergreen.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evergreen.notice.NoticeKind.CARD_EXPIRING;
import static org.evergreen.notice.NoticeKind.TERM_ENDING;
import static org.evergreen.notice.NoticeKind.TRIAL_ENDING;
import static org.evergreen.notice.NoticeKind.UPCOMING_RENEWAL;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Optional;
import org.evergreen.notice.ReminderFacts.Method;
import org.evergreen.notice.ReminderPlan.Stage;
import org.evergreen.settings.NoticeRules;
import org.evergreen.settings.NoticeRules.Reminder;
import org.evergreen.storefront.CustomerId;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.subscription.SubscriptionStatus;
import org.junit.jupiter.api.Test;

class ReminderPlanTest {

  private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
  private static final Instant FEBRUARY_28 = Instant.parse("2026-02-28T16:00:00Z");
  private static final Instant BEGUN = Instant.parse("2026-01-31T16:00:00Z");
  private static final Method CARD = new Method(1, false, YearMonth.of(2030, 1));

  @Test
  void aRenewalIsToldThreeDaysBeforeInTheMorningOfTheShop() {
    assertThat(plan(active(CARD)).stages())
        .containsExactly(new Stage(UPCOMING_RENEWAL, Instant.parse("2026-02-25T14:00:00Z")));
  }

  @Test
  void theMorningIsThatOfTheShopAlsoAfterTheClocksChange() {
    Instant march10 = Instant.parse("2026-03-10T15:00:00Z");

    assertThat(plan(facts(SubscriptionStatus.ACTIVE, march10, BEGUN, Optional.of(CARD))).stages())
        .containsExactly(new Stage(UPCOMING_RENEWAL, Instant.parse("2026-03-07T14:00:00Z")));
  }

  @Test
  void aBankDebitIsToldFourteenCalendarDaysBefore() {
    assertThat(plan(active(new Method(1, true, YearMonth.of(9999, 12)))).stages())
        .containsExactly(new Stage(UPCOMING_RENEWAL, Instant.parse("2026-02-14T14:00:00Z")));
  }

  @Test
  void aTrialIsToldAsATrial() {
    ReminderFacts trial = facts(SubscriptionStatus.TRIALING, FEBRUARY_28, BEGUN, Optional.of(CARD));

    assertThat(plan(trial).stages()).extracting(Stage::kind).containsExactly(TRIAL_ENDING);
  }

  @Test
  void whoBeganWithinTheTimeIsNotToldAgain() {
    Instant threeDaysBefore = Instant.parse("2026-02-25T18:00:00Z");

    assertThat(
            plan(facts(SubscriptionStatus.ACTIVE, FEBRUARY_28, threeDaysBefore, Optional.of(CARD)))
                .stages())
        .isEmpty();
  }

  @Test
  void anEndIsToldWhenNoPaymentIsToCome() {
    ReminderFacts ending =
        new ReminderFacts(
            new SubscriptionId(1),
            1,
            new CustomerId("ada"),
            SubscriptionStatus.ACTIVE,
            Optional.empty(),
            Optional.of(FEBRUARY_28),
            BEGUN,
            Optional.of(new Method(1, false, YearMonth.of(2020, 1))));

    assertThat(plan(ending).stages())
        .containsExactly(new Stage(TERM_ENDING, Instant.parse("2026-02-21T14:00:00Z")));
  }

  @Test
  void aCardThatIsValidThroughTheMonthOfThePaymentIsFine() {
    assertThat(plan(active(new Method(1, false, YearMonth.of(2026, 2)))).stages())
        .extracting(Stage::kind)
        .containsExactly(UPCOMING_RENEWAL);
  }

  @Test
  void aCardThatWillHaveExpiredIsToldFirst() {
    assertThat(plan(active(new Method(1, false, YearMonth.of(2026, 1)))).stages())
        .containsExactly(
            new Stage(CARD_EXPIRING, Instant.parse("2026-02-14T14:00:00Z")),
            new Stage(UPCOMING_RENEWAL, Instant.parse("2026-02-25T14:00:00Z")));
  }

  @Test
  void whatIsSwitchedOffIsNotTold() {
    Reminder off = new Reminder(false, 3);
    NoticeRules silent = new NoticeRules(off, 14, off, off, off, "");

    assertThat(
            ReminderPlan.of(active(new Method(1, false, YearMonth.of(2026, 1))), silent, CHICAGO)
                .stages())
        .isEmpty();
  }

  @Test
  void itIsToldLateButNotAfterwards() {
    ReminderPlan plan = plan(active(CARD));

    assertThat(plan.due(Instant.parse("2026-02-25T13:59:59Z"))).isEmpty();
    assertThat(plan.due(Instant.parse("2026-02-25T14:00:00Z"))).containsExactly(UPCOMING_RENEWAL);
    assertThat(plan.due(FEBRUARY_28.minusSeconds(1))).containsExactly(UPCOMING_RENEWAL);
    assertThat(plan.due(FEBRUARY_28)).isEmpty();
    assertThat(plan.next(BEGUN)).contains(Instant.parse("2026-02-25T14:00:00Z"));
    assertThat(plan.next(FEBRUARY_28)).isEmpty();
  }

  private static ReminderPlan plan(ReminderFacts facts) {
    return ReminderPlan.of(facts, NoticeRules.defaults(), CHICAGO);
  }

  private static ReminderFacts active(Method method) {
    return facts(SubscriptionStatus.ACTIVE, FEBRUARY_28, BEGUN, Optional.of(method));
  }

  private static ReminderFacts facts(
      SubscriptionStatus status, Instant next, Instant begun, Optional<Method> method) {
    return new ReminderFacts(
        new SubscriptionId(1),
        1,
        new CustomerId("ada"),
        status,
        Optional.of(next),
        Optional.empty(),
        begun,
        method);
  }
}
