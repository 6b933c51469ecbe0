package org.evergreen.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evergreen.testing.SettingsBuilder.settings;

import org.evergreen.settings.ChangePolicies.Downgrade;
import org.evergreen.settings.ChangePolicies.Upgrade;
import org.evergreen.subscription.SubscriptionId;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each policy from the quote to the amount of the next renewal. */
class ChangePolicyTest {

  private static final ChangeShop SHOP = new ChangeShop();

  @BeforeEach
  void reset() {
    SHOP.reset();
  }

  @AfterEach
  void theBooksAgree() {
    SHOP.booksAgree();
  }

  @AfterAll
  static void close() {
    SHOP.close();
  }

  private static Money usd(String amount) {
    return Money.parse("USD " + amount);
  }

  @Test
  void theDifferenceIsPaidNowAndTheDateIsKept() {
    SubscriptionId id = SHOP.buys(SHOP.club, 1, SHOP.basic);
    SHOP.on("2026-04-16");
    ChangeRequest plus = new ChangeRequest.SwitchPlan(SHOP.line(id), SHOP.plus);

    ChangeQuote quote = SHOP.quote(id, plus);
    assertThat(quote.kind()).isEqualTo(ChangeKind.UPGRADE);
    assertThat(quote.dueNow()).isEqualTo(usd("5.00"));
    assertThat(quote.tax()).isEqualTo(usd("0.50"));
    assertThat(quote.total()).isEqualTo(usd("5.50"));
    assertThat(quote.recurring()).isEqualTo(usd("20.00"));
    assertThat(quote.nextPaymentAt().map(SHOP::day)).contains("2026-05-01");

    assertThat(SHOP.changes.confirm(id, plus, quote.token(), ChangeShop.ADA))
        .isInstanceOf(ChangeResult.Applied.class);
    assertThat(SHOP.get(id).lines().get(0).plan()).isEqualTo(SHOP.plus);
    assertThat(SHOP.placed()).hasSize(1);
    SHOP.renewsOn("2026-05-01");
    assertThat(SHOP.charges()).containsExactly("CHANGE USD 5.50", "RENEWAL USD 22.00");
  }

  @Test
  void aNewTermStartsNow() {
    SHOP.settings(settings().upgrade(Upgrade.RESTART));
    SubscriptionId id = SHOP.buys(SHOP.club, 1, SHOP.basic);
    SHOP.on("2026-04-16");

    SHOP.makes(id, new ChangeRequest.SwitchPlan(SHOP.line(id), SHOP.plus));

    assertThat(SHOP.nextPayment(id)).isEqualTo("2026-05-16");
    SHOP.renewsOn("2026-05-01");
    SHOP.renewsOn("2026-05-16");
    assertThat(SHOP.charges()).containsExactly("CHANGE USD 16.50", "RENEWAL USD 22.00");
    assertThat(SHOP.nextPayment(id)).isEqualTo("2026-06-16");
  }

  @Test
  void whatWasPaidBuysFewerDaysAndTheRestIsUsedForTheNextPayment() {
    SHOP.settings(settings().upgrade(Upgrade.SHORTEN));
    SubscriptionId id = SHOP.buys(SHOP.club, 1, SHOP.basic);
    SHOP.on("2026-04-16");

    SHOP.makes(id, new ChangeRequest.SwitchPlan(SHOP.line(id), SHOP.plus));

    assertThat(SHOP.charges()).isEmpty();
    assertThat(SHOP.nextPayment(id)).isEqualTo("2026-04-23");
    assertThat(SHOP.get(id).credit()).isEqualTo(usd("0.36"));
    SHOP.renewsOn("2026-04-23");
    assertThat(SHOP.charges()).containsExactly("RENEWAL USD 21.64");
    assertThat(SHOP.get(id).credit()).isEqualTo(usd("0.00"));
  }

  @Test
  void moreIsFreeUntilTheNextPayment() {
    SHOP.settings(settings().upgrade(Upgrade.FREE_UNTIL_RENEWAL));
    SubscriptionId id = SHOP.buys(SHOP.club, 1, SHOP.basic);
    SHOP.on("2026-04-16");

    SHOP.makes(id, new ChangeRequest.SwitchPlan(SHOP.line(id), SHOP.plus));

    assertThat(SHOP.get(id).lines().get(0).plan()).isEqualTo(SHOP.plus);
    SHOP.renewsOn("2026-05-01");
    assertThat(SHOP.charges()).containsExactly("RENEWAL USD 22.00");
  }

  @Test
  void lessIsCreditedAndUsedBeforeTheCard() {
    SHOP.settings(settings().downgrade(Downgrade.CREDIT));
    SubscriptionId id = SHOP.buys(SHOP.club, 1, SHOP.plus);
    SHOP.on("2026-04-16");

    SHOP.makes(id, new ChangeRequest.SwitchPlan(SHOP.line(id), SHOP.basic));

    assertThat(SHOP.get(id).credit()).isEqualTo(usd("5.50"));
    SHOP.renewsOn("2026-05-01");
    assertThat(SHOP.charges()).containsExactly("RENEWAL USD 5.50");
    assertThat(SHOP.get(id).credit()).isEqualTo(usd("0.00"));
  }

  @Test
  void whatWasPaidBuysMoreDays() {
    SHOP.settings(settings().downgrade(Downgrade.EXTEND));
    SubscriptionId id = SHOP.buys(SHOP.club, 1, SHOP.plus);
    SHOP.on("2026-04-16");

    SHOP.makes(id, new ChangeRequest.SwitchPlan(SHOP.line(id), SHOP.basic));

    assertThat(SHOP.nextPayment(id)).isEqualTo("2026-05-16");
    SHOP.renewsOn("2026-05-16");
    assertThat(SHOP.charges()).containsExactly("RENEWAL USD 11.00");
  }

  @Test
  void lessWaitsForTheNextPayment() {
    SubscriptionId id = SHOP.buys(SHOP.club, 1, SHOP.plus);
    SHOP.on("2026-04-16");

    ChangeResult result = SHOP.confirm(id, new ChangeRequest.SwitchPlan(SHOP.line(id), SHOP.basic));

    assertThat(result).isInstanceOf(ChangeResult.Scheduled.class);
    assertThat(SHOP.get(id).lines().get(0).plan()).isEqualTo(SHOP.plus);
    SHOP.renewsOn("2026-05-01");
    assertThat(SHOP.get(id).lines().get(0).plan()).isEqualTo(SHOP.basic);
    assertThat(SHOP.charges()).containsExactly("RENEWAL USD 11.00");
  }

  @Test
  void threeInsteadOfOneArePaidForTheDaysLeft() {
    SubscriptionId id = SHOP.buys(SHOP.club, 1, SHOP.basic);
    SHOP.on("2026-04-16");

    SHOP.makes(id, new ChangeRequest.Quantity(SHOP.line(id), 3));

    SHOP.renewsOn("2026-05-01");
    assertThat(SHOP.charges()).containsExactly("CHANGE USD 11.00", "RENEWAL USD 33.00");
  }

  @Test
  void aMonthBecomesAYearNow() {
    SubscriptionId id = SHOP.buys(SHOP.club, 1, SHOP.basic);
    SHOP.on("2026-04-16");

    SHOP.makes(id, new ChangeRequest.SwitchPlan(SHOP.line(id), SHOP.yearly));

    assertThat(SHOP.charges()).containsExactly("CHANGE USD 104.50");
    assertThat(SHOP.nextPayment(id)).isEqualTo("2027-04-16");
    SHOP.renewsOn("2027-04-16");
    assertThat(SHOP.charges()).endsWith("RENEWAL USD 110.00");
    assertThat(SHOP.nextPayment(id)).isEqualTo("2028-04-16");
  }
}
