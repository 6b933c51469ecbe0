package org.evergreen.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.evergreen.terms.IntervalUnit.DAY;
import static org.evergreen.testing.OfferBuilder.monthly;
import static org.evergreen.testing.OfferBuilder.usd;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.evergreen.plan.PlanId;
import org.evergreen.plan.PlanOffer;
import org.evergreen.subscription.SubscriptionEvent.What;
import org.evergreen.terms.BillingInterval;
import org.evergreen.terms.IntervalUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionOperations;

class LineEditsTest {

  private static final Instant NOW = Instant.parse("2026-02-10T10:00:00Z");
  private static final BillingInterval MONTH = BillingInterval.every(1, IntervalUnit.MONTH);

  private static SubscriptionFixture fixture;
  private static LineEdits edits;

  private SubscriptionId id;

  @BeforeAll
  static void open() {
    fixture = new SubscriptionFixture();
    edits = fixture.shop.get(LineEdits.class);
  }

  @AfterAll
  static void close() {
    fixture.close();
  }

  @BeforeEach
  void start() {
    fixture.reset();
    id = fixture.start(monthly("10"));
    fixture.shop.clock().set(NOW);
  }

  @Test
  void replacedLineKeepsItsNumberAndHasTheNewTerms() {
    long line = fixture.get(id).lines().get(0).id();
    long version = fixture.get(id).version();
    PlanOffer gold = monthly("20").plan(2, "Gold").shippingOnce().build();
    edit(edit -> edit.replaceLine(line, newLine(gold, 3)));
    SubscriptionLine replaced = fixture.get(id).lines().get(0);
    assertThat(replaced.id()).isEqualTo(line);
    assertThat(replaced.planName()).isEqualTo("Gold");
    assertThat(replaced.amount()).isEqualTo(usd("60"));
    assertThat(replaced.offer()).contains(gold);
    assertThat(replaced.shippingOnce()).isTrue();
    assertThat(fixture.get(id).version()).isGreaterThan(version);
    SubscriptionEvent entry = fixture.queries.history(id).get(0);
    assertThat(entry.what()).isEqualTo(What.CHANGED);
    assertThat(entry.note()).isEqualTo("from Silver to Gold");
  }

  @Test
  void linesAreAddedAndRemovedButForTheLast() {
    edit(edit -> edit.addLine(newLine(monthly("5").build(), 1)));
    assertThat(fixture.get(id).recurringAmount()).isEqualTo(usd("15"));
    long first = fixture.get(id).lines().get(0).id();
    edit(edit -> edit.removeLine(first));
    assertThat(fixture.get(id).recurringAmount()).isEqualTo(usd("5"));
    long last = fixture.get(id).lines().get(0).id();
    assertThatThrownBy(() -> edit(edit -> edit.removeLine(last)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A subscription keeps at least one line");
    assertThatThrownBy(() -> edit(edit -> edit.removeLine(first)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void restartedTermIsAPaymentOfToday() {
    edit(edit -> edit.restart(NOW, BillingInterval.every(1, IntervalUnit.YEAR)));
    Subscription restarted = fixture.get(id);
    assertThat(restarted.nextPaymentAt()).contains(Instant.parse("2027-02-10T10:00:00Z"));
    assertThat(restarted.lastPaymentAt()).contains(NOW);
    assertThat(restarted.termStartedAt()).contains(NOW);
    assertThat(restarted.paymentsMade()).isEqualTo(2);
    assertThat(restarted.nextCycle()).isEqualTo(2);
    assertThat(fixture.nextDueAt(SubscriptionFixture.ADA)).isEqualTo(restarted.nextPaymentAt());
  }

  @Test
  void restartedTrialIsActive() {
    SubscriptionId trial = fixture.start(monthly("10").trial(14, DAY));
    inTransaction(
        () ->
            edits.edit(trial, Actor.shopper(), What.CHANGED, "", edit -> edit.restart(NOW, MONTH)));
    assertThat(fixture.get(trial).status()).isEqualTo(SubscriptionStatus.ACTIVE);
  }

  @Test
  void movedPaymentIsFollowedByTheOthers() {
    edit(edit -> edit.nextPayment(Instant.parse("2026-02-20T10:00:00Z"), MONTH));
    assertThat(fixture.queries.upcoming(fixture.get(id), 2))
        .containsExactly(
            Instant.parse("2026-02-20T10:00:00Z"), Instant.parse("2026-03-20T10:00:00Z"));
  }

  @Test
  void lengthEndsWhatHasNoPaymentLeftAndOpensWhatHas() {
    edit(edit -> edit.paymentsLeft(OptionalInt.of(0)));
    assertThat(fixture.get(id).nextPaymentAt()).isEmpty();
    assertThat(fixture.get(id).endsAt()).contains(Instant.parse("2026-02-28T10:00:00Z"));
    edit(edit -> edit.paymentsLeft(OptionalInt.of(5)));
    assertThat(fixture.get(id).nextPaymentAt()).contains(Instant.parse("2026-02-28T10:00:00Z"));
    assertThat(fixture.get(id).endsAt()).isEmpty();
  }

  @Test
  void whatIsBeingChangedIsNotRenewed() {
    inTransaction(() -> edits.openChange(id, 7));
    assertThat(fixture.get(id).openChange()).contains(7L);
    assertThat(fixture.nextDueAt(SubscriptionFixture.ADA)).isEmpty();
    inTransaction(() -> edits.closeChange(id));
    assertThat(fixture.get(id).openChange()).isEmpty();
    assertThat(fixture.nextDueAt(SubscriptionFixture.ADA)).isPresent();
  }

  @Test
  void priceOfALineIsInTheCurrencyOfTheSubscription() {
    PlanOffer yen =
        new PlanOffer(
            new PlanId(3),
            "Yen",
            MONTH,
            Money.parse("JPY 500"),
            Money.parse("JPY 0"),
            Optional.empty(),
            OptionalInt.empty());
    assertThatThrownBy(() -> edit(edit -> edit.addLine(newLine(yen, 1))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(fixture.get(id).lines()).hasSize(1);
  }

  private void edit(Consumer<SubscriptionEdit> edit) {
    inTransaction(() -> edits.edit(id, Actor.shopper(), What.CHANGED, "from Silver to Gold", edit));
  }

  private static void inTransaction(Runnable work) {
    fixture
        .shop
        .get("evergreenTransactions", TransactionOperations.class)
        .executeWithoutResult(status -> work.run());
  }

  private static NewLine newLine(PlanOffer offer, int quantity) {
    return NewLine.of(
        offer,
        fixture.club.productId(),
        fixture.club.id(),
        fixture.club.name(),
        fixture.club.kind(),
        quantity);
  }
}
