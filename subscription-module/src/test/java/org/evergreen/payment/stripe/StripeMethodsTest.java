package org.evergreen.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import java.util.Optional;
import org.evergreen.payment.ChargeOutcome;
import org.evergreen.payment.Decline;
import org.evergreen.payment.DeclineClass;
import org.evergreen.payment.MethodDetails;
import org.evergreen.payment.MethodSetup;
import org.evergreen.payment.MethodToKeep;
import org.evergreen.payment.UnknownPaymentMethodException;
import org.evergreen.payment.stripe.wire.Fault;
import org.evergreen.payment.stripe.wire.Operation;
import org.evergreen.payment.stripe.wire.TestMethod;
import org.evergreen.storefront.CustomerId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How shoppers' payment methods get from their browsers into the shop. */
class StripeMethodsTest {

  private static final StripeTestShop SHOP = new StripeTestShop();
  private static final CustomerId ADA = new CustomerId("ada");
  private static final CustomerId BEN = new CustomerId("ben");

  @BeforeEach
  void empty() {
    SHOP.empty();
  }

  @AfterEach
  void stripeUnderstoodEverything() {
    assertThat(SHOP.stripe().violations()).isEmpty();
  }

  @AfterAll
  static void close() {
    SHOP.close();
  }

  private static MethodSetup begun(CustomerId customer) {
    return SHOP.gateway().beginStoring(customer).orElseThrow();
  }

  private static MethodToKeep entered(CustomerId customer, TestMethod kind) {
    MethodSetup setup = begun(customer);
    SHOP.account().shopperEnters(setup.reference(), kind);
    return SHOP.gateway()
        .adopt(customer, SHOP.gateway().finishStoring(customer, setup.reference()));
  }

  @Test
  void methodThatAShopperEntersIsHisAndCanBeCharged() {
    MethodToKeep kept = entered(ADA, TestMethod.VISA);

    assertThat(kept.details()).isEqualTo(new MethodDetails("Visa", "4242", YearMonth.of(2039, 12)));
    assertThat(kept.token()).startsWith("cus_").contains(":pm_");
    assertThat(SHOP.gateway().charge(StripeTestShop.renewal("renewal-1-1", kept.token())))
        .isInstanceOf(ChargeOutcome.Succeeded.class);
  }

  @Test
  void customerIsMadeOnce() {
    entered(ADA, TestMethod.VISA);
    entered(ADA, TestMethod.MASTERCARD);
    entered(BEN, TestMethod.VISA);

    assertThat(SHOP.account().count("customer")).isEqualTo(2);
  }

  @Test
  void methodThatNobodyOwnsBecomesTheShoppers() {
    String loose = SHOP.account().looseMethod(TestMethod.VISA);

    MethodToKeep kept = SHOP.gateway().adopt(ADA, loose);

    assertThat(kept.token()).endsWith(":" + loose);
    assertThat(SHOP.gateway().adopt(ADA, loose)).isEqualTo(kept);
  }

  @Test
  void somebodyElsesMethodIsUnknown() {
    String adas = entered(ADA, TestMethod.VISA).token();

    assertThatThrownBy(() -> SHOP.gateway().adopt(BEN, adas))
        .isInstanceOf(UnknownPaymentMethodException.class);
    assertThatThrownBy(() -> SHOP.gateway().adopt(BEN, MethodToken.methodIn(adas)))
        .isInstanceOf(UnknownPaymentMethodException.class);
  }

  @Test
  void somebodyElsesSetupIsUnknown() {
    MethodSetup setup = begun(ADA);
    SHOP.account().shopperEnters(setup.reference(), TestMethod.VISA);

    assertThatThrownBy(() -> SHOP.gateway().finishStoring(BEN, setup.reference()))
        .isInstanceOf(UnknownPaymentMethodException.class);
  }

  @Test
  void setupThatIsNotFinishedGivesNoMethod() {
    MethodSetup setup = begun(ADA);

    assertThatThrownBy(() -> SHOP.gateway().finishStoring(ADA, setup.reference()))
        .isInstanceOf(UnknownPaymentMethodException.class);
  }

  @Test
  void methodThatTheBankRefusesIsNotStored() {
    String lost = SHOP.account().looseMethod(TestMethod.LOST);

    assertThatThrownBy(() -> SHOP.gateway().adopt(ADA, lost))
        .isInstanceOf(UnknownPaymentMethodException.class)
        .hasMessageContaining("declined");
  }

  @Test
  void bankAccountsDoNotExpire() {
    MethodDetails sepa = entered(ADA, TestMethod.SEPA).details();
    MethodDetails bank = entered(ADA, TestMethod.US_BANK_ACCOUNT).details();

    assertThat(sepa).isEqualTo(MethodDetails.bankDebit("SEPA Direct Debit", "3000"));
    assertThat(bank).isEqualTo(MethodDetails.bankDebit("STRIPE TEST BANK", "6789"));
    assertThat(sepa.validUntil()).isEmpty();
  }

  @Test
  void methodThatIsTakenAwayIsNotChargedAgain() {
    String token = entered(ADA, TestMethod.VISA).token();

    SHOP.gateway().detach(token);
    SHOP.gateway().detach(token);

    ChargeOutcome outcome = SHOP.gateway().charge(StripeTestShop.renewal("renewal-1-1", token));
    Decline decline = ((ChargeOutcome.Declined) outcome).decline();
    assertThat(decline.declineClass()).isEqualTo(DeclineClass.NEEDS_NEW_METHOD);
  }

  @Test
  void stripeThatDoesNotAnswerStoresNothing() {
    String loose = SHOP.account().looseMethod(TestMethod.VISA);
    SHOP.stripe().faults().next(Operation.CREATE_CUSTOMER, Fault.ERROR_BEFORE);

    assertThatThrownBy(() -> SHOP.gateway().adopt(ADA, loose))
        .isInstanceOf(StripeUnavailableException.class);
    assertThat(SHOP.customers().find(ADA)).isEmpty();
  }

  @Test
  void secretsAreNotInTexts() {
    MethodSetup setup = begun(ADA);

    assertThat(setup.toString()).doesNotContain(setup.clientSecret());
    assertThat(StripeTestShop.settings("sk_live_1", Optional.empty(), 0).toString())
        .isEqualTo("StripeSettings[live, Stripe]");
  }
}
