package org.evergreen.demo.browser.account;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.evergreen.payment.sandbox.SandboxCard;
import org.evergreen.terms.IntervalUnit;
import org.junit.jupiter.api.Test;

/** Changes of quantity, items, plan and product. */
class ChangingTest extends AccountTest {

  @Test
  void quantityAndItemsAreChangedAndExplained() {
    subscriber(atADesk(), SandboxCard.SUCCEEDS, "Monthly delivery", "house-blend-beans");
    visitor.follow("Quantity of House Blend");
    page().locator("#field-quantity").fill("2");
    previews("2 instead of 1");
    assertThat(page().locator("#evergreen-preview .evergreen-total")).containsText("Due now");
    page().locator(".evergreen-working > summary").click();
    assertThat(page().locator(".evergreen-steps").first()).isVisible();
    confirm("Pay|Change it", "You get 2 of House Blend");
    assertEquals(2, subscription().lines().get(0).quantity());
    visitor.sees("Changes").follow("Why this amount");
    visitor.seesHeading("Why this amount");

    open("add-item");
    visitor.pick("Night Owl");
    previews("is added");
    confirm("Pay|Add it", "is part of this subscription now");
    assertEquals(2, subscription().lines().size());

    open("remove-item");
    visitor.pick("Night Owl");
    previews("is removed");
    confirm("Remove it", "not part of this subscription|Planned");
  }

  @Test
  void theFrequencyAndTheProductAreChangedOnAPhone() {
    subscriber(onAPhone(), SandboxCard.SUCCEEDS, "Monthly delivery", "house-blend-beans");
    visitor.follow("Change plan or product");
    visitor.pick("Night Owl Espresso, Whole bean, Monthly delivery");
    previews("becomes Night Owl");
    confirm("Pay|Change it", "Changed to Night Owl|Planned");

    open("frequency");
    visitor.pick("Every two weeks");
    previews("every 2 weeks");
    confirm("Pay|Change it", "Changed to|Planned");
    if (subscription().interval().unit() == IntervalUnit.MONTH) {
      visitor.sees("Planned changes").follow("Withdraw");
      previews("Everything stays as it is");
      confirm("Withdraw it", "Withdrawn");
    }
  }
}
