package org.evergreen.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.evergreen.payment.stripe.wire.BookedIntent;
import org.evergreen.payment.stripe.wire.StripeAccount;
import org.evergreen.payment.stripe.wire.TestMethod;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * All events of a random history, each up to five times and in any order, end in the same state as
 * the events as they happened; and so does working all of them off once more. A failure names the
 * seed.
 */
class ShuffledHistoryTest {

  private static final int CUSTOMERS = 6;
  private static final int ORDERS = 3;
  private static final List<TestMethod> METHODS =
      List.of(
          TestMethod.VISA,
          TestMethod.SEPA,
          TestMethod.US_BANK_ACCOUNT,
          TestMethod.AUTHENTICATES_ALWAYS,
          TestMethod.FAILS_WHEN_CHARGED);

  private static StripeShop shop;

  @BeforeAll
  static void start() {
    shop = new StripeShop();
  }

  @AfterAll
  static void stop() {
    shop.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void orderAndRepetitionOfEventsDoNotMatter(long seed) {
    history(new Random(seed), StripeShop::deliverAndProcess);
    List<String> asItHappened = endState();
    assertThat(ourPayments()).isEqualTo(theirPayments());

    for (int order = 0; order < ORDERS; order++) {
      Random post = new Random(seed * 100 + order);
      history(new Random(seed), open -> open.deliverSome(post));
      shop.deliver(post);
      shop.processUntilQuiet();
      assertThat(endState()).as("order %s of seed %s", order, seed).isEqualTo(asItHappened);

      replayAll(new Random(order));
      assertThat(endState()).as("replay of seed %s", seed).isEqualTo(asItHappened);
    }
    assertThat(shop.stripe().violations()).isEmpty();
  }

  private static List<String> endState() {
    assertThat(shop.events(WebhookState.FAILED)).isEmpty();
    return shop.books();
  }

  /** All events of the day are worked off once more. */
  private static void replayAll(Random chance) {
    List<WebhookEvent> all =
        new ArrayList<>(shop.get(WebhookLog.class).page(Optional.empty(), Optional.empty(), 1000));
    Collections.shuffle(all, chance);
    for (WebhookEvent event : all) {
      assertThat(shop.get(Webhooks.class).again(event.id())).isTrue();
      if (chance.nextBoolean()) {
        shop.process();
      }
    }
    shop.processUntilQuiet();
  }

  /**
   * Renewals are charged, and then people and banks do this and that.
   *
   * @param meanwhile what Stripe's post does after each step
   */
  private static void history(Random chance, Consumer<StripeShop> meanwhile) {
    shop.empty();
    for (int i = 0; i < CUSTOMERS; i++) {
      shop.subscribe("customer-" + i, METHODS.get(chance.nextInt(METHODS.size())));
    }
    shop.renewalsAreDue();
    meanwhile.accept(shop);
    StripeAccount account = shop.account();
    for (BookedIntent intent : byKey(account.intents())) {
      goesOn(account, intent, chance);
      meanwhile.accept(shop);
    }
    for (BookedIntent intent : byKey(account.intents())) {
      if (intent.isPaid()) {
        refunds(account, intent, chance);
        meanwhile.accept(shop);
        dispute(account, intent, chance);
        meanwhile.accept(shop);
      }
    }
  }

  /** In the order in which they were charged. */
  private static List<BookedIntent> byKey(List<BookedIntent> intents) {
    return intents.stream()
        .sorted(Comparator.comparing(BookedIntent::customer).thenComparing(BookedIntent::id))
        .toList();
  }

  private static void goesOn(StripeAccount account, BookedIntent intent, Random chance) {
    int choice = chance.nextInt(3);
    if (intent.status().equals("processing") && choice == 0) {
      account.debitArrives(intent.id());
    } else if (intent.status().equals("processing") && choice == 1) {
      account.debitComesBack(intent.id(), "insufficient_funds");
    } else if (waitsForShopper(intent) && choice == 0) {
      account.shopperConfirms(intent.id());
    } else if (waitsForShopper(intent) && choice == 1) {
      account.shopperConfirmsInVain(intent.id(), TestMethod.NOT_ENOUGH_FUNDS);
    }
  }

  /** The bank asked for the shopper; neither declined for good nor paid. */
  private static boolean waitsForShopper(BookedIntent intent) {
    return shop.shop()
        .jdbc()
        .queryForObject(
            "select state = 'ACTION_REQUIRED' from evergreen_charge where gateway_reference = ?",
            Boolean.class,
            intent.id());
  }

  private static void refunds(StripeAccount account, BookedIntent intent, Random chance) {
    for (int refund = chance.nextInt(3); refund > 0; refund--) {
      account.refundedInDashboard(intent.id(), 100 + chance.nextInt(300));
    }
  }

  private static void dispute(StripeAccount account, BookedIntent intent, Random chance) {
    if (chance.nextBoolean()) {
      String dispute = account.disputed(intent.id(), "needs_response");
      for (String next : List.of("under_review", chance.nextBoolean() ? "won" : "lost")) {
        if (chance.nextInt(3) > 0) {
          account.disputeBecomes(dispute, next);
        }
      }
    }
  }

  private static Map<String, Long> ourPayments() {
    return shop
        .shop()
        .jdbc()
        .queryForList(
            "select gateway_reference as reference, (amount * 100)::bigint as amount"
                + " from evergreen_charge where state = 'SUCCEEDED'")
        .stream()
        .collect(
            Collectors.toMap(
                row -> (String) row.get("reference"), row -> (Long) row.get("amount")));
  }

  private static Map<String, Long> theirPayments() {
    return shop.account().intents().stream()
        .filter(BookedIntent::isPaid)
        .collect(Collectors.toMap(BookedIntent::id, BookedIntent::received));
  }
}
