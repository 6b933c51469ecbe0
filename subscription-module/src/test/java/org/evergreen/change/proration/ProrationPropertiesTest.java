package org.evergreen.change.proration;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.TimeZone;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.joda.money.BigMoney;
import org.joda.money.Money;

/** What holds for every change whatever the prices, dates, zones and currencies are. */
@Domain(DomainContext.Global.class)
@Domain(TermArbitraries.class)
class ProrationPropertiesTest {

  private static final List<ProrationPolicy> ALL =
      List.of(
          new ChargeDifference(),
          new Restart(),
          new Shorten(),
          new FreeUntilRenewal(),
          new AtRenewal(),
          new Credit(),
          new Extend(),
          new Refund());

  @Provide
  Arbitrary<TermChange> keepingTheInterval() {
    return TermArbitraries.keepingTheInterval();
  }

  @Property
  void noValueIsLostOrMadeBeyondTheRoundingOfItsAmounts(@ForAll TermChange change) {
    for (ProrationPolicy policy : ALL) {
      Proration result = policy.settle(change);
      Fraction before = change.unused().plus(Fraction.of(result.dueNow()));
      Fraction after =
          Fraction.of(result.after().paid())
              .plus(Fraction.of(result.credit()))
              .plus(Fraction.of(result.refund()));
      if (!result.isScheduled()) {
        assertThat(before.minus(after)).satisfies(loss -> assertAtMostHalfAUnit(loss, change));
      }
    }
  }

  @Property
  void afterADifferenceIsSettledTheDaysLeftAreWorthTheNewPrice(
      @ForAll("keepingTheInterval") TermChange change) {
    boolean up = change.direction() == Direction.UPGRADE;
    Proration result = up ? new ChargeDifference().settle(change) : new Credit().settle(change);

    Fraction error = Fraction.of(result.after().paid()).minus(change.leftAtNewRate());

    boolean dearerByLessThanAUnit = !up && error.signum() < 0;
    if (!dearerByLessThanAUnit) {
      assertAtMostHalfAUnit(error, change);
    }
  }

  @Property
  void aChangeToThePriceThatWasPaidCostsNothing(@ForAll TermChange any) {
    Money price = any.term().paid().toMoney();
    TermChange same =
        new TermChange(any.term(), any.interval(), new NewPrice(price, any.interval()), any.now());
    List<ProrationPolicy> keeping =
        List.of(new ChargeDifference(), new Credit(), new Refund(), new FreeUntilRenewal());

    assertThat(same.direction()).isEqualTo(Direction.CROSS_GRADE);
    for (ProrationPolicy policy : keeping) {
      Proration result = policy.settle(same);
      assertThat(result.dueNow().plus(result.credit()).plus(result.refund()).isZero()).isTrue();
      assertThat(result.after().end()).isEqualTo(any.term().end());
    }
  }

  @Property
  void upAndBackDownAtTheSameMomentCostsNothing(@ForAll("keepingTheInterval") TermChange change) {
    Proration up = new ChargeDifference().settle(change);
    TermChange back =
        new TermChange(
            up.after(),
            change.interval(),
            new NewPrice(change.term().paid().toMoney(), change.interval()),
            change.now());

    Proration down = new Credit().settle(back);

    assertThat(down.credit()).isEqualTo(up.dueNow());
    assertThat(up.after().end()).isEqualTo(change.term().end());
    assertThat(same(Fraction.of(down.after().paid()), change.unused())).isTrue();
  }

  @Property
  void downAndBackUpAtTheSameMomentTakesTheCreditBack(
      @ForAll("keepingTheInterval") TermChange change) {
    Proration down = new Credit().settle(change);
    TermChange back =
        new TermChange(
            down.after(),
            change.interval(),
            new NewPrice(change.term().paid().toMoney(), change.interval()),
            change.now());

    Proration up = new ChargeDifference().settle(back);

    assertThat(up.dueNow()).isEqualTo(down.credit());
  }

  @Property
  void nothingDueOrGivenBackIsNegativeAndNoPaymentLiesInThePast(@ForAll TermChange change) {
    for (ProrationPolicy policy : ALL) {
      Proration result = policy.settle(change);
      assertThat(result.dueNow().isNegativeOrZero() && !result.dueNow().isZero()).isFalse();
      assertThat(result.after().date(result.after().end()))
          .isAfterOrEqualTo(change.term().date(change.now()));
      assertThat(result.after().paid()).isGreaterThanOrEqualTo(BigMoney.zero(change.currency()));
    }
  }

  @Property(tries = 200)
  void theServersZonePlaysNoPart(@ForAll TermChange change) {
    TimeZone server = TimeZone.getDefault();
    List<Proration> here = ALL.stream().map(policy -> policy.settle(change)).toList();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      assertThat(ALL.stream().map(policy -> policy.settle(change)).toList()).isEqualTo(here);
    } finally {
      TimeZone.setDefault(server);
    }
  }

  @Property
  void itIsTheSameWhenItIsWorkedOutDayByDay(@ForAll TermChange change) {
    DayByDay ledger = DayByDay.of(change);

    assertThat(new ChargeDifference().settle(change).dueNow())
        .isEqualTo(change.keepsInterval() ? ledger.difference() : ledger.restart());
    assertThat(new Credit().settle(change).credit()).isEqualTo(ledger.credit());
    assertThat(new Refund().settle(change).refund()).isEqualTo(ledger.credit());
    assertThat(new Restart().settle(change).dueNow()).isEqualTo(ledger.restart());
    if (!change.next().perPayment().isZero() && ledger.daysBought() <= 36_500) {
      assertThat(new Shorten().settle(change).after().end())
          .isEqualTo(change.inDays(ledger.daysBought()));
      assertThat(new Extend().settle(change).credit()).isEqualTo(ledger.leftOver());
    }
  }

  private static void assertAtMostHalfAUnit(Fraction loss, TermChange change) {
    BigDecimal half = BigDecimal.valueOf(5, change.currency().getDecimalPlaces() + 1);
    Fraction most = Fraction.of(half).plus(TINY);
    assertThat(loss.compareTo(most)).as("loss of %s", loss).isLessThanOrEqualTo(0);
    assertThat(loss.compareTo(Fraction.ZERO.minus(most))).as("loss of %s", loss).isNotNegative();
  }

  /** What is kept of an amount has 12 digits after the point. */
  private static final Fraction TINY = Fraction.of(new BigDecimal("0.00000000001"));

  private static boolean same(Fraction one, Fraction other) {
    Fraction apart = one.minus(other);
    return apart.compareTo(TINY) <= 0 && Fraction.ZERO.minus(apart).compareTo(TINY) <= 0;
  }
}
