package org.evergreen.demo.browser.account;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.evergreen.demo.browser.Visitor;
import org.evergreen.demo.testing.Shoppers;
import org.evergreen.money.Percentage;
import org.evergreen.payment.sandbox.SandboxCard;
import org.evergreen.settings.MerchantSettings;
import org.evergreen.settings.SaveOffer;
import org.evergreen.settings.SettingsStore;
import org.evergreen.subscription.Discounts;
import org.evergreen.subscription.SubscriptionStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What keeps a shopper who wants to go, and how one who went comes back. */
class ComingBackTest extends AccountTest {

  @Autowired private SettingsStore settings;
  @Autowired private Discounts discounts;

  private MerchantSettings usual;

  @BeforeEach
  void rememberSettings() {
    usual = settings.current();
  }

  @AfterEach
  void restoreSettings() {
    settings.save(usual, "test");
  }

  private void offer(SaveOffer offer) {
    settings.save(
        new MerchantSettings(
            usual.selfService(),
            usual.changes(),
            usual.billing(),
            usual.dunning(),
            usual.grouping(),
            usual.notices(),
            usual.checkout(),
            offer),
        "test");
  }

  @Test
  void discountIsGivenOnceToWhoeverStays() {
    offer(new SaveOffer.Discount(Percentage.of("20"), 2));
    subscriber(onAPhone(), SandboxCard.SUCCEEDS, "Monthly delivery", "house-blend-beans");
    open("cancel");
    visitor.sees("Before you go").sees("Stay and get 20% off your next 2 payments").follow("Stay");
    previews("You get 20% off your next 2 payments, beginning with that of");
    previews("Nothing is charged now");
    confirm("Stay", "Good to have you");
    assertEquals(1, discounts.running(subscription().id()).size());
    assertEquals(SubscriptionStatus.ACTIVE, subscription().status());

    open("cancel").seesNot("Before you go");
    open("stay").sees("This discount is not offered");
  }

  @Test
  void pauseIsOfferedInsteadOfCancelling() {
    offer(new SaveOffer.Pause());
    subscriber(atADesk(), SandboxCard.SUCCEEDS, "Monthly delivery", "house-blend-beans");
    open("cancel");
    visitor.sees("You can pause it instead").follow("Pause instead").seesHeading("Pause");
    previews("until you resume it");
    confirm("Pause it", "Paused|paused");
    assertEquals(SubscriptionStatus.PAUSED, subscription().status());
  }

  @Test
  void cheaperProductOfTheSamePaceIsOfferedInsteadOfCancelling() {
    offer(new SaveOffer.CheaperPlan());
    subscriber(atADesk(), SandboxCard.SUCCEEDS, "Monthly delivery", "night-owl-beans");
    open("cancel");
    visitor.sees("There is a cheaper plan").follow("Switch instead");
    previews("Night Owl Espresso.* becomes House Blend");
    confirm("Pay|Change it", "Changed to House Blend|Planned");
  }

  @Test
  void sameBeginsAnewAfterACancellation() {
    subscriber(onAPhone(), SandboxCard.SUCCEEDS, "Monthly delivery", "house-blend-beans");
    open("cancel");
    confirm("Cancel subscription", "It stays active until");
    open("resubscribe").seesHeading("Subscribe again");
    previews("A new subscription to House Blend Coffee.* begins, on the same terms");
    assertThat(page().locator("#evergreen-preview .evergreen-total")).containsText("Due now");
    confirm("Pay|Subscribe again", "Welcome back");
    assertEquals(2, all().size());
    assertEquals(SubscriptionStatus.ACTIVE, subscription().status());
    assertEquals(SubscriptionStatus.PENDING_CANCEL, all().get(1).status());
    visitor.open("/account/subscriptions/" + all().get(1).id() + "/resubscribe");
    assertThat(page().locator("#evergreen-preview button")).hasCount(0);
  }

  @Test
  void giftIsFollowedByTheRecipientAndSteeredByTheGiver() {
    var recipient = shoppers.shopper();
    shopper = shoppers.shopperWithAddress();
    visitor = atADesk().signIn(shopper.getUsername(), Shoppers.PASSWORD);
    visitor.putInCart("home-roasting", "A lesson a month").follow("Make it a gift");
    visitor.fill("E-mail address of the recipient", "not an address");
    visitor.press("Make it a gift").sees("Please enter the recipient");
    visitor.fill("E-mail address of the recipient", recipient.getUsername());
    visitor.fill("Name of the recipient", "Pat Friend").press("Make it a gift");
    visitor.sees("Pat Friend").open("/checkout").pick("Every charge succeeds").press("^Pay");
    visitor.seesHeading("Thank you");
    visitor.open("/account/subscriptions").sees("a gift for Pat Friend");

    Visitor pat = onAPhone().signIn(recipient.getUsername(), Shoppers.PASSWORD);
    pat.open("/account/subscriptions").sees("Given to you").sees("A gift from Kim");
    pat.follow("Home Roasting").seesHeading("Home Roasting").sees("Downloads");
    assertThat(pat.page().locator("#downloads ~ ul a").first()).isVisible();
    pat.seesNot("Cancel subscription").seesNot("Visa");
    pat.open("/account/subscriptions/" + subscription().id() + "/cancel");
    pat.seesHeading("cannot find this subscription");
  }
}
