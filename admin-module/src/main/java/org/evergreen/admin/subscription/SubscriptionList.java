package org.evergreen.admin.subscription;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.evergreen.admin.AdminWords;
import org.evergreen.admin.CustomerNames;
import org.evergreen.admin.Option;
import org.evergreen.storefront.CustomerId;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionLine;
import org.evergreen.subscription.SubscriptionPage;
import org.evergreen.subscription.SubscriptionQueries;
import org.evergreen.subscription.SubscriptionSearch;
import org.evergreen.subscription.SubscriptionStatus;
import org.evergreen.terms.TermsInWords;

/** The merchant's list of subscriptions. */
class SubscriptionList {

  private static final int PAGE_SIZE = 25;

  private final SubscriptionQueries queries;
  private final CustomerNames customers;
  private final AdminWords words;

  SubscriptionList(SubscriptionQueries queries, CustomerNames customers, AdminWords words) {
    this.queries = queries;
    this.customers = customers;
    this.words = words;
  }

  /**
   * A subscription in the list.
   *
   * @param next the day of the next payment, or when it ends
   * @param amount of one payment, before tax and shipping, with its interval
   */
  record Row(
      long id,
      SubscriptionStatus status,
      String customer,
      String email,
      String items,
      String next,
      String amount) {}

  /** A page of the list; {@code status} is blank for all. */
  record Listing(String text, String status, List<Row> rows, int page, boolean hasNext) {}

  /** What matches. A page after the last one shows the first. */
  Listing find(String text, String statusName, int page) {
    Optional<SubscriptionStatus> status =
        Arrays.stream(SubscriptionStatus.values())
            .filter(value -> value.name().equals(statusName))
            .findFirst();
    SubscriptionPage found =
        queries.search(
            new SubscriptionSearch(text, customers.search(text), status, page, PAGE_SIZE));
    if (found.subscriptions().isEmpty() && found.page() > 0) {
      return find(text, statusName, 0);
    }
    return new Listing(
        text,
        status.map(Enum::name).orElse(""),
        rows(found.subscriptions()),
        found.page(),
        found.hasNext());
  }

  /** The statuses to filter by. */
  List<Option> statuses() {
    Stream<Option> each =
        Arrays.stream(SubscriptionStatus.values())
            .map(status -> new Option(status.name(), words.plain(status)));
    return Stream.concat(Stream.of(new Option("", "Every status")), each).toList();
  }

  private List<Row> rows(List<Subscription> subscriptions) {
    Map<CustomerId, CustomerNames.Name> names =
        customers.of(subscriptions.stream().map(Subscription::customer).toList());
    return subscriptions.stream()
        .map(subscription -> row(subscription, names.get(subscription.customer())))
        .toList();
  }

  private Row row(Subscription subscription, CustomerNames.Name customer) {
    return new Row(
        subscription.id().value(),
        subscription.status(),
        customer.name(),
        customer.email(),
        String.join(", ", subscription.lines().stream().map(SubscriptionList::item).toList()),
        next(subscription),
        words.money(subscription.recurringAmount())
            + " "
            + TermsInWords.everyInWords(subscription.interval()));
  }

  private static String item(SubscriptionLine line) {
    return line.quantity() == 1 ? line.name() : line.quantity() + " x " + line.name();
  }

  private String next(Subscription subscription) {
    if (subscription.nextPaymentAt().isPresent()) {
      return words.date(subscription.nextPaymentAt().get());
    }
    String verb = subscription.status().isOver() ? "ended " : "ends ";
    return subscription.endsAt().map(end -> verb + words.date(end)).orElse("none");
  }
}
