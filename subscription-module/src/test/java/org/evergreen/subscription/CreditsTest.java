package org.evergreen.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.evergreen.subscription.CreditEntry.Reason.CHANGE;
import static org.evergreen.subscription.CreditEntry.Reason.MERCHANT;
import static org.evergreen.subscription.CreditEntry.Reason.RENEWAL;
import static org.evergreen.testing.OfferBuilder.monthly;
import static org.evergreen.testing.OfferBuilder.usd;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.evergreen.testing.Concurrently;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionOperations;

class CreditsTest {

  private static SubscriptionFixture fixture;
  private static Credits credits;
  private static TransactionOperations transactions;

  private SubscriptionId id;

  @BeforeAll
  static void open() {
    fixture = new SubscriptionFixture();
    credits = fixture.shop.get(Credits.class);
    transactions = fixture.shop.get("evergreenTransactions", TransactionOperations.class);
  }

  @AfterAll
  static void close() {
    fixture.close();
  }

  @BeforeEach
  void start() {
    fixture.reset();
    id = fixture.start(monthly("10"));
  }

  @Test
  void creditIsTheSumOfWhatWasEntered() {
    enter(entry("5.00", CHANGE, "change-1"), entry("2.50", MERCHANT, "gift"));
    enter(entry("-6.00", RENEWAL, "renewal-1"));
    assertThat(fixture.get(id).credit()).isEqualTo(usd("1.50"));
    assertThat(credits.entries(id))
        .extracting(entered -> entered.entry().amount())
        .containsExactly(usd("-6.00"), usd("2.50"), usd("5.00"));
  }

  @Test
  void sameEntryTwiceCountsOnce() {
    enter(entry("5.00", CHANGE, "change-1"));
    enter(entry("5.00", CHANGE, "change-1"), entry("5.00", CHANGE, "change-1"));
    assertThat(fixture.get(id).credit()).isEqualTo(usd("5.00"));
    assertThat(credits.entries(id)).hasSize(1);
  }

  @Test
  void moreThanThereIsCannotBeUsedAndNothingIsEntered() {
    enter(entry("5.00", CHANGE, "change-1"));
    assertThatThrownBy(() -> enter(entry("-5.01", RENEWAL, "renewal-1")))
        .isInstanceOf(CreditExceededException.class);
    assertThat(fixture.get(id).credit()).isEqualTo(usd("5.00"));
    assertThat(credits.entries(id)).hasSize(1);
  }

  @Test
  void creditIsInTheCurrencyOfTheSubscription() {
    Money euros = Money.of(CurrencyUnit.EUR, 5);
    assertThatThrownBy(() -> enter(new CreditEntry(id, euros, MERCHANT, "gift")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("EUR 5.00 cannot be credited to a subscription paid in USD");
    SubscriptionId unknown = new SubscriptionId(4711);
    assertThatThrownBy(() -> enter(new CreditEntry(unknown, usd("5"), MERCHANT, "gift")))
        .isInstanceOf(UnknownSubscriptionException.class);
  }

  @Test
  void creditIsNeitherLostNorUsedTwiceByManyAtOnce() {
    enter(entry("5.00", CHANGE, "change-1"));
    AtomicInteger number = new AtomicInteger();
    List<Boolean> used =
        Concurrently.call(
            10,
            () -> {
              try {
                enter(entry("-1.00", RENEWAL, "renewal-" + number.incrementAndGet()));
                return true;
              } catch (CreditExceededException tooLate) {
                return false;
              }
            });
    assertThat(used).filteredOn(Boolean::booleanValue).hasSize(5);
    assertThat(fixture.get(id).credit()).isEqualTo(usd("0.00"));
    assertThat(sumOfEntries()).isEqualByComparingTo("0");
  }

  @Test
  void otherChangesOfTheSubscriptionLeaveItsCreditAlone() {
    Subscription readBefore = fixture.get(id);
    enter(entry("5.00", CHANGE, "change-1"));
    fixture.commands.cancel(Seen.of(readBefore), Actor.shopper(), "");
    assertThat(fixture.get(id).credit()).isEqualTo(usd("5.00"));
  }

  private BigDecimal sumOfEntries() {
    return fixture
        .shop
        .jdbc()
        .queryForObject(
            "select sum(amount) from evergreen_credit_entry where subscription_id = ?",
            BigDecimal.class,
            id.value());
  }

  private CreditEntry entry(String amount, CreditEntry.Reason reason, String reference) {
    return new CreditEntry(id, usd(amount), reason, reference);
  }

  private static void enter(CreditEntry... entries) {
    transactions.executeWithoutResult(status -> credits.enter(Arrays.asList(entries)));
  }
}
