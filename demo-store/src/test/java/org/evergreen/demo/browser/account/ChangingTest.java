package org.evergreen.demo.browser.account;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.evergreen.payment.sandbox.SandboxCard;
import org.evergreen.subscription.SubscriptionLine;
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

  @Test
  void anItemOfSeveralIsPickedOnAPhoneAndThenWhatItBecomes() {
    subscriber(
        onAPhone(),
        SandboxCard.SUCCEEDS,
        "Monthly delivery",
        "house-blend-beans",
        "night-owl-beans");
    assertEquals(2, subscription().lines().size());
    open("change");
    assertThat(page().locator("input[name=to]")).hasCount(0);

    visitor.pick("Night Owl");
    assertThat(page().locator("legend").nth(1)).containsText("Change Night Owl");
    assertThat(page().locator("input[name=line]:checked")).isFocused();
    page().locator("[data-evergreen-field=to] label").first().click();
    previews("What will happen\\s*Night Owl.* becomes");

    visitor.pick("House Blend");
    assertThat(page().locator("legend").nth(1)).containsText("Change House Blend");
    assertThat(page().locator("input[name=to]:checked")).hasCount(0);
    previews("Once you have chosen");
    page().locator("[data-evergreen-field=to] label").first().click();
    previews("House Blend.* becomes");
  }

  @Test
  void theQuantityOfOneOfSeveralItemsIsChangedOnAPhone() {
    subscriber(
        onAPhone(),
        SandboxCard.SUCCEEDS,
        "Monthly delivery",
        "house-blend-beans",
        "night-owl-beans");
    open("quantity");

    visitor.pick("Night Owl");
    assertThat(page().locator("#field-quantity")).hasValue("1");
    page().locator("#field-quantity").fill("3");
    previews("Night Owl.*: 3 instead of 1");
    assertThat(page().locator("#field-quantity")).isFocused();

    visitor.pick("House Blend");
    assertThat(page().locator("[data-evergreen-field=quantity] label")).containsText("House Blend");
    assertThat(page().locator("#field-quantity")).hasValue("1");
    page().locator("#field-quantity").fill("2");
    previews("House Blend.*: 2 instead of 1");
    confirm("Pay|Change it", "You get 2 of House Blend");
    assertEquals(
        List.of(2, 1), subscription().lines().stream().map(SubscriptionLine::quantity).toList());
  }
}
