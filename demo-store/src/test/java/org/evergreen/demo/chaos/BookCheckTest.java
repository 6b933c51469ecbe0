package org.evergreen.demo.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.evergreen.demo.chaos.Books.OurCharge;
import org.evergreen.demo.chaos.Books.OurRenewal;
import org.evergreen.payment.stripe.wire.BookedIntent;
import org.junit.jupiter.api.Test;

/** The check of the chaos test finds what it is there to find. */
class BookCheckTest {

  private final List<BookedIntent> intents = new ArrayList<>();
  private final List<OurCharge> charges = new ArrayList<>();
  private final List<OurRenewal> renewals = new ArrayList<>();
  private final Map<Long, Integer> due = new HashMap<>();
  private final Map<String, Integer> orders = new HashMap<>();
  private final List<MailServer.Arrived> mails = new ArrayList<>();
  private final Set<String> notices = new HashSet<>();
  private final List<String> unfinished = new ArrayList<>();

  /** Two subscriptions of one customer, paid together in their first cycle. */
  BookCheckTest() {
    intents.add(intent("pi_1", "renewal-1-1", 2225, "succeeded"));
    charges.add(new OurCharge("renewal-1-1", "renewal-1", "SUCCEEDED", "pi_1", 2225));
    renewals.add(new OurRenewal(7, 1, "renewal-1", "PAID", 2225));
    renewals.add(new OurRenewal(8, 1, "renewal-1", "PAID", 2225));
    due.put(7L, 1);
    due.put(8L, 1);
    orders.put("renewal-1", 1);
    mails.add(new MailServer.Arrived("5", "kim@example.org", "Paid"));
    notices.add("5");
  }

  private static BookedIntent intent(String id, String key, long amount, String status) {
    long received = status.equals("succeeded") ? amount : 0;
    return new BookedIntent(id, key, "cus_1", amount, received, "usd", status);
  }

  private Verdict verdict() {
    return BookCheck.verdict(
        new Books(intents, charges, renewals, due, orders, mails, notices, unfinished));
  }

  @Test
  void booksThatAgreeAreGood() {
    Verdict verdict = verdict();

    assertThat(verdict.findings()).isEmpty();
    assertThat(verdict.renewalsDue()).isEqualTo(2);
    assertThat(verdict.isGood()).isTrue();
  }

  @Test
  void attemptThatWasDeclinedFirstIsNoSecondCharge() {
    intents.add(intent("pi_0", "renewal-1-0", 2225, "canceled"));
    charges.add(new OurCharge("renewal-1-0", "renewal-1", "DECLINED", "pi_0", 2225));

    assertThat(verdict().isGood()).isTrue();
  }

  @Test
  void secondPaymentUnderTheSameKeyIsADoubleCharge() {
    intents.add(intent("pi_2", "renewal-1-1", 2225, "succeeded"));

    assertThat(verdict().doubleCharges()).isEqualTo(1);
    assertThat(verdict().bookDifference()).isEqualTo(2225);
  }

  @Test
  void secondPaymentUnderAnotherAttemptIsADoubleCharge() {
    intents.add(intent("pi_2", "renewal-1-2", 2225, "succeeded"));
    charges.add(new OurCharge("renewal-1-2", "renewal-1", "SUCCEEDED", "pi_2", 2225));

    assertThat(verdict().doubleCharges()).isEqualTo(1);
    assertThat(verdict().bookDifference()).isEqualTo(2225);
  }

  @Test
  void paymentThatWeKnowNothingOfIsADoubleCharge() {
    intents.add(intent("pi_2", "somebody-else", 100, "succeeded"));

    assertThat(verdict().doubleCharges()).isEqualTo(1);
    assertThat(verdict().bookDifference()).isEqualTo(100);
  }

  @Test
  void paymentThatWeTakeForDeclinedIsLost() {
    charges.set(0, new OurCharge("renewal-1-1", "renewal-1", "DECLINED", "pi_1", 2225));
    renewals.replaceAll(r -> new OurRenewal(r.subscription(), 1, "renewal-1", "UNPAID", 2225));
    orders.clear();

    assertThat(verdict().lostCharges()).isEqualTo(2);
    assertThat(verdict().bookDifference()).isEqualTo(2225);
  }

  @Test
  void renewalThatWasNeverOpenedIsLost() {
    due.put(9L, 1);

    assertThat(verdict().lostCharges()).isEqualTo(1);
  }

  @Test
  void renewalThatIsSettledWithoutMoneyIsLost() {
    intents.clear();

    assertThat(verdict().lostCharges()).isEqualTo(2);
    assertThat(verdict().bookDifference()).isEqualTo(2225);
  }

  @Test
  void renewalThatIsNotDueYetIsFound() {
    renewals.add(new OurRenewal(7, 2, "renewal-1", "PAID", 2225));

    assertThat(verdict().lostCharges()).isEqualTo(1);
  }

  @Test
  void centThatIsMissingIsFound() {
    intents.set(0, intent("pi_1", "renewal-1-1", 2224, "succeeded"));

    assertThat(verdict().bookDifference()).isEqualTo(1);
  }

  @Test
  void chargeOfAnotherAmountThanTheRenewalsIsFound() {
    renewals.replaceAll(r -> new OurRenewal(r.subscription(), 1, "renewal-1", "PAID", 2230));

    assertThat(verdict().bookDifference()).isEqualTo(5);
  }

  @Test
  void orderThatIsMissingOrTooManyIsFound() {
    orders.clear();
    orders.put("renewal-99", 1);

    assertThat(verdict().orderDifference()).isEqualTo(2);
  }

  @Test
  void mailThatCameTwiceIsFound() {
    mails.add(mails.get(0));

    assertThat(verdict().duplicateNotices()).isEqualTo(1);
  }

  @Test
  void mailWithoutANoticeIsFound() {
    notices.clear();

    assertThat(verdict().duplicateNotices()).isEqualTo(1);
  }

  @Test
  void whatIsUnfinishedIsStuck() {
    unfinished.add("charge renewal-1-1 is SUBMITTED");

    assertThat(verdict().stuck()).isEqualTo(1);
    assertThat(verdict().findings()).containsExactly("Stuck: charge renewal-1-1 is SUBMITTED");
  }
}
