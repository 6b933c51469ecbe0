package org.evergreen.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evergreen.testing.SettingsBuilder.settings;

import java.math.BigDecimal;
import org.evergreen.payment.sandbox.SandboxCard;
import org.evergreen.plan.PlanId;
import org.evergreen.settings.ChangePolicies.Downgrade;
import org.evergreen.storefront.ProductKind;
import org.evergreen.storefront.Sku;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.testing.DraftBuilder;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Prices that contain their tax, and refunds to the card. */
class ForeignMoneyTest {

  private static final Money NO_YEN = Money.parse("JPY 0");
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

  @Test
  void whereTaxIsInThePricesTheDifferenceContainsIt() {
    SHOP.shop.storefront().orders().includeTaxInPrices();
    SubscriptionId id = SHOP.buys(SHOP.club, 1, SHOP.basic);
    SHOP.on("2026-04-16");

    ChangeQuote quote = SHOP.quote(id, new ChangeRequest.SwitchPlan(SHOP.line(id), SHOP.plus));
    SHOP.makes(id, new ChangeRequest.SwitchPlan(SHOP.line(id), SHOP.plus));

    assertThat(quote.dueNow()).isEqualTo(Money.parse("USD 5.00"));
    assertThat(quote.total()).isEqualTo(Money.parse("USD 5.00"));
    assertThat(quote.tax()).isEqualTo(Money.parse("USD 0.45"));
    SHOP.renewsOn("2026-05-01");
    assertThat(SHOP.charges()).containsExactly("CHANGE USD 5.00", "RENEWAL USD 20.00");
  }

  @Test
  void yenHaveNoFractions() {
    Sku sumo = SHOP.shop.storefront().product("Sumo", ProductKind.VIRTUAL, Money.parse("JPY 1000"));
    PlanId small = SHOP.plan(DraftBuilder.plan("Small").signUpFee(NO_YEN), Money.parse("JPY 1000"));
    PlanId big = SHOP.plan(DraftBuilder.plan("Big").signUpFee(NO_YEN), Money.parse("JPY 1999"));
    SubscriptionId id = SHOP.buys(sumo, 1, small);
    SHOP.on("2026-04-16");

    ChangeQuote quote = SHOP.quote(id, new ChangeRequest.SwitchPlan(SHOP.line(id), big));
    SHOP.makes(id, new ChangeRequest.SwitchPlan(SHOP.line(id), big));

    // half of 999 is rounded up once; the tax on 500 is 50
    assertThat(quote.dueNow()).isEqualTo(Money.parse("JPY 500"));
    SHOP.renewsOn("2026-05-01");
    assertThat(SHOP.charges()).containsExactly("CHANGE JPY 550", "RENEWAL JPY 2199");
  }

  @Test
  void aMerchantPaysTheDifferenceBackToTheCardWithItsTax() {
    SHOP.settings(settings().downgrade(Downgrade.REFUND));
    SubscriptionId id = SHOP.buys(SHOP.club, 1, SHOP.plus);
    SHOP.renewsOn("2026-05-01");
    SHOP.on("2026-05-16");
    ChangeRequest down = new ChangeRequest.SwitchPlan(SHOP.line(id), SHOP.basic);

    ChangeQuote quote = SHOP.quote(id, down, ChangeShop.GRACE);
    ChangeResult result = SHOP.changes.confirm(id, down, quote.token(), ChangeShop.GRACE);

    // 16 of 31 days at 10 less
    assertThat(result).isInstanceOf(ChangeResult.Applied.class);
    assertThat(quote.amounts().refunded()).isEqualTo(Money.parse("USD 5.68"));
    assertThat(
            SHOP.shop
                .jdbc()
                .queryForObject(
                    "select sum(amount) from evergreen_refund where state = 'SUCCEEDED'",
                    BigDecimal.class))
        .isEqualByComparingTo("5.68");
    ChangeQuote up =
        SHOP.quote(id, new ChangeRequest.SwitchPlan(SHOP.line(id), SHOP.plus), ChangeShop.GRACE);
    assertThat(up.dueNow()).isEqualTo(Money.parse("USD 5.16"));
    SHOP.shop.get(ChangeRecovery.class).recover();
    assertThat(SHOP.count("select count(*) from evergreen_refund")).isEqualTo(1);
  }

  @Test
  void aMerchantIsToldWhenTheGatewayRefusesToPayBack() {
    SHOP.settings(settings().downgrade(Downgrade.REFUND));
    SHOP.payWith(SandboxCard.REFUSES_REFUNDS);
    SubscriptionId id = SHOP.buys(SHOP.club, 1, SHOP.plus);
    SHOP.renewsOn("2026-05-01");
    SHOP.on("2026-05-16");

    SHOP.confirm(id, new ChangeRequest.SwitchPlan(SHOP.line(id), SHOP.basic), ChangeShop.GRACE);
    SHOP.shop.get(ChangeRecovery.class).recover();

    assertThat(SHOP.changes.of(id).get(0).state()).isEqualTo(ChangeState.APPLIED);
    assertThat(SHOP.changes.of(id).get(0).problem().orElseThrow())
        .startsWith("The gateway refused to refund USD 5.68, which must be paid back by hand. ");
    assertThat(SHOP.count("select count(*) from evergreen_refund")).isEqualTo(1);
  }

  @Test
  void aMerchantIsToldWhenNoChargeCanBePaidBack() {
    SHOP.settings(settings().downgrade(Downgrade.REFUND));
    SubscriptionId id = SHOP.buys(SHOP.club, 1, SHOP.plus);
    SHOP.on("2026-04-16");

    QuoteResult result =
        SHOP.changes.quote(
            id, new ChangeRequest.SwitchPlan(SHOP.line(id), SHOP.basic), ChangeShop.GRACE);

    assertThat(result).isInstanceOf(QuoteResult.Refused.class);
    assertThat(((QuoteResult.Refused) result).sentence()).contains("left that could be paid back");
  }
}
