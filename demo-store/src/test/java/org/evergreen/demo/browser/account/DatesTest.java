package org.evergreen.demo.browser.account;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.time.LocalDate;
import org.evergreen.payment.sandbox.SandboxCard;
import org.evergreen.subscription.SubscriptionStatus;
import org.evergreen.time.ShopTime;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Pausing, resuming, skipping and moving. */
class DatesTest extends AccountTest {

  @Autowired private ShopTime time;

  @Test
  void itIsPausedUntilADayAndResumedOnAPhone() {
    subscriber(onAPhone(), SandboxCard.SUCCEEDS, "Monthly delivery", "house-blend-beans");
    visitor.follow("^ ?Pause").seesHeading("Pause");
    previews("until you resume it");
    assertThat(page().locator("#field-until")).isHidden();

    visitor.pick("Until a day");
    previews("Once you have chosen");
    page().locator("#field-until").fill(time.today().plusDays(10).toString());
    previews("The next payment stays on");
    confirm("Pause it", "It resumes by itself");
    Assertions.assertEquals(SubscriptionStatus.PAUSED, subscription().status());

    visitor.sees("Resumes on").follow("Resume");
    previews("It goes on from today");
    confirm("Resume it", "It goes on");
  }

  @Test
  void aPaymentIsSkippedAndTheNextIsMovedWithTheKeyboard() {
    subscriber(atADesk(), SandboxCard.SUCCEEDS, "Monthly delivery", "house-blend-beans");
    visitor.follow("Skip the next payment");
    previews("nothing is charged and nothing is sent");
    confirm("Skip it", "is skipped");
    visitor.sees("You skipped a payment");

    LocalDate next = time.dateOf(subscription().nextPaymentAt().orElseThrow());
    open("date");
    page().locator("#field-to").fill(time.today().plusDays(1).toString());
    page().locator("#field-reach-0").focus();
    page().keyboard().press("ArrowDown");
    previews("Later payments move with it");
    confirm("Move it", "The next payment is on");
    Assertions.assertTrue(time.dateOf(subscription().nextPaymentAt().orElseThrow()).isBefore(next));
  }

  @Test
  void aDayThatCannotBeIsRefusedInWords() {
    subscriber(atADesk(), SandboxCard.SUCCEEDS, "Monthly delivery", "house-blend-beans");
    open("date?to=2027-02-31");
    assertThat(page().locator("#field-to-problem")).containsText("The calendar has no day");
    open("date?to=2001-01-01");
    assertThat(page().locator("#field-to-problem")).containsText("is too early");
    assertThat(page().locator("#evergreen-preview button")).hasCount(0);
  }
}
