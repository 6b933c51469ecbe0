package org.evergreen.site.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evergreen.testing.SettingsBuilder.settings;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.evergreen.checkout.Gift;
import org.evergreen.payment.PaymentMethodId;
import org.evergreen.payment.sandbox.SandboxCard;
import org.evergreen.settings.SelfService.Action;
import org.evergreen.storefront.ProductKind;
import org.evergreen.subscription.Addresses;
import org.evergreen.subscription.Recipient;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.testing.FakeStorefront;
import org.evergreen.testing.PaidOrderBuilder;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What pays, where it goes, and whether it renews by itself. */
class MethodAndAddressTest extends AccountPages {
  private static final String[] NEW_HOME = {
    "address", "new",
    "name", "Ada Green",
    "line1", "2 Hill Road",
    "city", "Albany",
    "region", "NY",
    "postalCode", "12207",
    "country", "US"
  };

  @Autowired Addresses addresses;
  private SubscriptionId id;

  @BeforeEach
  void subscribe() {
    id = subscribe(ada, coffee(), 1, monthly("13.50"));
  }

  @Test
  void aNewCardPaysFromNowOn() throws Exception {
    String card = "new-" + SandboxCard.SUCCEEDS_TOO.token();

    assertThat(preview(id, "payment-method", "method", card))
        .containsExactly(
            "Mastercard ending in 4444 is stored with your account.",
            "From now on Mastercard ending in 4444 pays this subscription.",
            "It is charged next on 21 December 2026: $20.35 with tax and shipping.",
            "Nothing is charged now.");
    assertThat(methods.ofCustomer(ada)).hasSize(1);

    assertThat(done(id, "payment-method", "method", card))
        .isEqualTo("Mastercard ending in 4444 pays this subscription from now on.");

    assertThat(methods.ofCustomer(ada)).hasSize(2);
    assertThat(stored(id).method()).contains(methods.ofCustomer(ada).get(0).id());
  }

  @Test
  void oneCardPaysAll() throws Exception {
    SubscriptionId other = subscribe(ada, SandboxCard.SUCCEEDS_TOO, coffee(), 1, monthly("9.00"));
    PaymentMethodId second = stored(other).method().orElseThrow();

    assertThat(done(id, "payment-method", "method", "stored-" + second, "reach", "all"))
        .isEqualTo("Mastercard ending in 4444 pays all your subscriptions from now on.");

    assertThat(stored(id).method()).contains(second);
    assertThat(stored(other).method()).contains(second);
  }

  @Test
  void anExpiredCardAndSomebodyElsesAreRefused() throws Exception {
    PaymentMethodId foreign = methods.store(bob, SandboxCard.SUCCEEDS_TOO.token()).id();
    String expired = "new-" + SandboxCard.EXPIRED.token();

    assertThat(look(id, "payment-method", "method", expired).select("#field-method-problem").text())
        .isEqualTo("This card expired in January 2024. Please pick another one.");
    assertThat(
            look(id, "payment-method", "method", "stored-" + foreign)
                .select("#field-method-problem")
                .text())
        .isEqualTo("This is not one of the choices any more. Please pick another one.");
  }

  @Test
  void anotherAddressShowsWhatItCostsBeforeItIsTaken() throws Exception {
    assertThat(preview(id, "address", NEW_HOME))
        .containsExactly(
            "From the next payment on it goes to: Ada Green, 2 Hill Road, Albany NY 12207, United"
                + " States.",
            "Each payment costs the same as before: $20.35 (with shipping of $5.00 and tax of"
                + " $1.85).",
            "Nothing is charged now.");

    assertThat(done(id, "address", NEW_HOME))
        .isEqualTo("It goes to the new address from the next payment on.");

    long kept = stored(id).shipTo().orElseThrow();
    assertThat(addresses.byId(List.of(kept)).get(kept).line1()).isEqualTo("2 Hill Road");
  }

  private static String[] all() {
    String[] all = Arrays.copyOf(NEW_HOME, NEW_HOME.length + 2);
    all[NEW_HOME.length] = "reach";
    all[NEW_HOME.length + 1] = "all";
    return all;
  }

  @Test
  void allSubscriptionsMoveTogether() throws Exception {
    SubscriptionId other = subscribe(ada, coffee(), 1, monthly("9.00"));

    assertThat(preview(id, "address", all()))
        .anySatisfy(line -> assertThat(line).startsWith("Subscription " + other + ": each"));
    assertThat(done(id, "address", all()))
        .isEqualTo(
            "Your subscriptions "
                + id
                + ", "
                + other
                + " go to the new address from the next payment on.");

    assertThat(stored(other).shipTo()).isEqualTo(stored(id).shipTo());
  }

  private SubscriptionId gift() {
    Gift gift =
        new Gift(new Recipient("bob@example.com", "Bob"), Optional.of(FakeStorefront.address()));
    PaidOrderBuilder order = order(ada, SandboxCard.SUCCEEDS);
    return checkout.onOrderPaid(order.gift(coffee(), monthly("7.00"), gift).build()).get(0);
  }

  @Test
  void giftsStayWhereTheyGoWhenTheGiverMoves() throws Exception {
    SubscriptionId other = subscribe(ada, coffee(), 1, monthly("9.00"));
    SubscriptionId gift = gift();
    Optional<Long> before = stored(gift).shipTo();

    assertThat(look(id, "address").text()).contains("All that are sent to me, 2 in all");
    assertThat(preview(id, "address", all()))
        .anySatisfy(line -> assertThat(line).startsWith("Subscription " + other))
        .noneSatisfy(line -> assertThat(line).startsWith("Subscription " + gift));
    assertThat(done(id, "address", all())).startsWith("Your subscriptions " + id + ", " + other);

    assertThat(stored(gift).shipTo()).isEqualTo(before).isNotEqualTo(stored(id).shipTo());
  }

  @Test
  void aGiftMovesAlone() throws Exception {
    SubscriptionId gift = gift();
    Optional<Long> before = stored(id).shipTo();

    assertThat(look(gift, "address").select("input[type=radio][name=reach]")).isEmpty();
    done(gift, "address", NEW_HOME);

    assertThat(stored(gift).shipTo()).isNotEqualTo(before);
    assertThat(stored(id).shipTo()).isEqualTo(before);
  }

  @Test
  void anAddressWithGapsNamesEachOfThem() throws Exception {
    Document page = look(id, "address", "address", "new", "name", "Ada", "country", "US");

    assertThat(page.select("#field-line1-problem").text())
        .isEqualTo("Please enter street and number.");
    assertThat(page.select("#field-city-problem").text()).isEqualTo("Please enter the city.");
    assertThat(page.select("input[name=seen]")).isEmpty();
  }

  @Test
  void whatIsNotShippedHasNoAddressToChange() throws Exception {
    SubscriptionId virtual =
        subscribe(ada, storefront.product("Club", ProductKind.VIRTUAL, "9"), 1, monthly("9.00"));

    assertThat(offered(virtual)).doesNotContain("address");
    assertThat(refused(virtual, "address")).isEqualTo("Nothing of this subscription is shipped.");
  }

  @Test
  void automaticRenewalIsTurnedOffAndOn() throws Exception {
    assertThat(preview(id, "automatic-renewal-off"))
        .containsExactly(
            "When a payment is due, it waits until you pay it here; nothing is charged by itself;"
                + " the next one is $20.35 with tax and shipping on 21 December 2026.",
            "The dates stay as they are.");
    done(id, "automatic-renewal-off");
    assertThat(stored(id).automaticRenewal()).isFalse();
    assertThat(offered(id))
        .contains("automatic-renewal-on")
        .doesNotContain("automatic-renewal-off");

    assertThat(done(id, "automatic-renewal-on")).isEqualTo("Automatic renewal is on.");
    assertThat(stored(id).automaticRenewal()).isTrue();
  }

  @Test
  void theMerchantMayForbidAllOfIt() throws Exception {
    set(settings().forbid(Action.CHANGE_METHOD, Action.CHANGE_ADDRESS, Action.AUTOMATIC_RENEWAL));

    assertThat(offered(id)).doesNotContain("payment-method", "address", "automatic-renewal-off");
    assertThat(refused(id, "payment-method")).contains("please write to the shop");
  }

  @Test
  void anotherTabThatSawAnotherSubscriptionIsTold() throws Exception {
    String seen = look(id, "address", NEW_HOME).select("input[name=seen]").val();
    done(id, "skip");

    Document page =
        document(
            confirmSeen(id, "address", seen, NEW_HOME)
                .andExpect(status().isConflict())
                .andReturn());

    assertThat(page.select(".alert-warning").text())
        .startsWith("Something has changed since you opened the page. Nothing was done");
    long kept = stored(id).shipTo().orElseThrow();
    assertThat(addresses.byId(List.of(kept)).get(kept).line1()).isEqualTo("1 Garden Lane");
  }
}
