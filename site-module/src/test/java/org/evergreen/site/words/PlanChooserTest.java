package org.evergreen.site.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.evergreen.plan.PlanId;
import org.evergreen.plan.PlanOffer;
import org.evergreen.plan.ProductOffer;
import org.evergreen.plan.SellingMode;
import org.evergreen.terms.Alignment;
import org.evergreen.terms.Alignment.FirstPayment;
import org.evergreen.terms.AlignmentDay;
import org.evergreen.terms.BillingInterval;
import org.evergreen.terms.Commitment;
import org.evergreen.terms.DownloadRelease;
import org.evergreen.terms.IntervalUnit;
import org.evergreen.terms.PlanConditions;
import org.evergreen.terms.PurchaseLimit;
import org.evergreen.terms.Trial;
import org.evergreen.time.ShopTime;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class PlanChooserTest {
  private static final Money ONE_TIME = Money.parse("USD 30.00");
  private static final PlanOffer MONTHLY = plan(1, 1, "27.00", "0.00", 0, OptionalInt.empty());
  private static final PlanOffer EVERY_TWO_MONTHS =
      plan(2, 2, "29.99", "5.00", 14, OptionalInt.of(6));

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-04-19T10:00:00Z"), ZoneOffset.UTC);

  private final ShopTime time = new ShopTime(CLOCK, ZoneOffset.UTC);
  private final SiteWords words = new SiteWords(Locale.US, time);
  private final PlanChooser chooser = new PlanChooser(words, new OfferWords(words, time));

  @Test
  void oneTimeComesFirstAndIsCheckedWithoutPreselection() {
    List<PlanChoice> choices = choices(SellingMode.BOTH, Optional.empty());

    assertThat(choices).extracting(PlanChoice::value).containsExactly("", "1", "2");
    assertThat(choices).extracting(PlanChoice::checked).containsExactly(true, false, false);
    assertThat(choices)
        .extracting(PlanChoice::price)
        .containsExactly("$30.00", "$27.00 every month", "$29.99 every 2 months");
  }

  @Test
  void theMerchantsPreselectionIsChecked() {
    List<PlanChoice> choices = choices(SellingMode.BOTH, Optional.of(new PlanId(2)));

    assertThat(choices).extracting(PlanChoice::checked).containsExactly(false, false, true);
  }

  @Test
  void withoutOneTimePurchaseTheFirstPlanIsChecked() {
    List<PlanChoice> choices = choices(SellingMode.PLAN_ONLY, Optional.of(new PlanId(99)));

    assertThat(choices).extracting(PlanChoice::value).containsExactly("1", "2");
    assertThat(choices).extracting(PlanChoice::checked).containsExactly(true, false);
  }

  @Test
  void aProductSoldOneTimeOnlyOffersNoPlan() {
    List<PlanChoice> choices = choices(SellingMode.ONE_TIME_ONLY, Optional.of(new PlanId(1)));

    assertThat(choices).extracting(PlanChoice::value).containsExactly("");
    assertThat(choices).extracting(PlanChoice::checked).containsExactly(true);
  }

  @Test
  void savingsAreRoundedDownAndLeftOutBelowOnePercent() {
    PlanOffer little = plan(3, 1, "29.99", "0.00", 0, OptionalInt.empty());

    assertThat(savings(MONTHLY, little)).containsExactly("", "Save 10%", "");
  }

  @Test
  void aPaymentOfSeveralIsNotComparedWithTheFullPrice() {
    PlanOffer instalments = plan(3, 1, "5.00", "0.00", 0, OptionalInt.of(6));

    assertThat(savings(instalments)).containsExactly("", "");
  }

  private List<String> savings(PlanOffer... plans) {
    ProductOffer offer = new ProductOffer(SellingMode.BOTH, List.of(plans), Optional.empty());
    return chooser.choices(offer, ONE_TIME).stream().map(PlanChoice::saving).toList();
  }

  @Test
  void trialSignUpFeeAndLengthAreToldInPlainWords() {
    List<PlanChoice> choices = choices(SellingMode.PLAN_ONLY, Optional.empty());

    assertThat(choices.get(0).details()).containsExactly("Runs until you cancel");
    assertThat(choices.get(1).details())
        .containsExactly(
            "First 14 days free", "Sign-up fee of $5.00, paid once", "6 payments, then it ends");
  }

  @Test
  void alignedPlanTellsWhatIsPaidTodayAndThen() {
    assertThat(aligned(FirstPayment.PRORATED, 0))
        .startsWith("Today $10.80 for 12 days, then $27.00 every month on the 1st");
    assertThat(aligned(FirstPayment.NOTHING_UNTIL_DAY, 0))
        .startsWith("Nothing until 1 May 2026, then $27.00 every month on the 1st");
    assertThat(aligned(FirstPayment.FULL_NOW, 0))
        .startsWith("Today $27.00, then $27.00 every month on the 1st");
    assertThat(aligned(FirstPayment.PRORATED, 20))
        .startsWith(
            "Today $27.00 for the time that begins on 1 May 2026, then $27.00 every month on the"
                + " 1st");
  }

  @Test
  void limitsCommitmentAndShippingAreTold() {
    PlanOffer strict =
        new PlanOffer(
            new PlanId(3),
            "Strict",
            BillingInterval.every(1, IntervalUnit.MONTH),
            Money.parse("USD 27.00"),
            Money.parse("USD 0.00"),
            Optional.of(new Trial(BillingInterval.every(7, IntervalUnit.DAY), true)),
            OptionalInt.empty(),
            Optional.empty(),
            new PlanConditions(
                true, PurchaseLimit.ONE_ACTIVE, new Commitment(3, 0), DownloadRelease.ALL_AT_ONCE));
    assertThat(new OfferWords(words, time).details(strict))
        .containsExactly(
            "First 7 days free, once per customer",
            "Runs until you cancel",
            "Shipping is charged with the first order only.",
            "One subscription at a time per customer.",
            "To cancel: at least 3 payments.");
  }

  private List<String> aligned(FirstPayment first, int graceDays) {
    Alignment alignment = new Alignment(new AlignmentDay.DayOfMonth(1), first, graceDays);
    PlanOffer offer =
        new PlanOffer(
            MONTHLY.plan(),
            MONTHLY.planName(),
            MONTHLY.interval(),
            MONTHLY.unitPrice(),
            MONTHLY.signUpFee(),
            Optional.empty(),
            OptionalInt.empty(),
            Optional.of(alignment),
            PlanConditions.usual());
    return new OfferWords(words, time).details(offer);
  }

  private List<PlanChoice> choices(SellingMode mode, Optional<PlanId> preselected) {
    ProductOffer offer = new ProductOffer(mode, List.of(MONTHLY, EVERY_TWO_MONTHS), preselected);
    return chooser.choices(offer, ONE_TIME);
  }

  private static PlanOffer plan(
      long id, int months, String price, String fee, int trialDays, OptionalInt length) {
    return new PlanOffer(
        new PlanId(id),
        "Plan " + id,
        BillingInterval.every(months, IntervalUnit.MONTH),
        Money.parse("USD " + price),
        Money.parse("USD " + fee),
        trialDays == 0
            ? Optional.empty()
            : Optional.of(new Trial(BillingInterval.every(trialDays, IntervalUnit.DAY))),
        length);
  }
}
