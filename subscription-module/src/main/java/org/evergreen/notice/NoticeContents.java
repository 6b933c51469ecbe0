package org.evergreen.notice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionEvent;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.subscription.SubscriptionQueries;
import org.evergreen.subscription.UnpaidCommands;
import org.evergreen.terms.TermsInWords;
import org.joda.money.Money;

/**
 * What the templates of a notice can show. Facts that may change between queueing and sending come
 * from the payload; what is fixed for ever is read when the mail is written.
 */
final class NoticeContents {

  /** A line of a mail's table of items. */
  record Item(String name, int quantity, String amount) {}

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

  private final SubscriptionQueries subscriptions;
  private final RenewalContents renewals;
  private final NoticeSettings settings;
  private final ReminderContents reminders;

  NoticeContents(
      SubscriptionQueries subscriptions,
      RenewalContents renewals,
      NoticeSettings settings,
      ReminderContents reminders) {
    this.subscriptions = subscriptions;
    this.renewals = renewals;
    this.settings = settings;
    this.reminders = reminders;
  }

  /** Empty when what it tells of will not happen any more. */
  Optional<Map<String, Object>> of(WaitingNotice notice, NoticeWords words) {
    Map<String, String> payload = payload(notice);
    return switch (notice.kind()) {
      case SUBSCRIPTION_STARTED,
          SUBSCRIPTION_PAUSED,
          SUBSCRIPTION_RESUMED,
          PAYMENT_MOVED,
          DETAILS_CHANGED,
          SUBSCRIPTION_CHANGED,
          CHANGE_REFUSED,
          SUBSCRIPTION_CANCELLED,
          SUBSCRIPTION_ENDED ->
          Optional.of(aboutSubscription(notice.kind(), payload, words));
      case RENEWAL_PAID, RENEWAL_FAILED, MERCHANT_RENEWAL ->
          renewals.of(notice.kind(), payload, words);
      case MERCHANT_DISPUTE, MERCHANT_REFUND, MERCHANT_PARKED ->
          Optional.of(merchant(payload, words));
      case UPCOMING_RENEWAL, TRIAL_ENDING, TERM_ENDING, CARD_EXPIRING ->
          reminders.of(notice.kind(), notice.customer(), payload, words);
    };
  }

  private Map<String, Object> aboutSubscription(
      NoticeKind kind, Map<String, String> payload, NoticeWords words) {
    String number = payload.get(Payload.SUBSCRIPTION);
    Subscription subscription =
        subscriptions
            .find(new SubscriptionId(Long.parseLong(number)))
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "There is no subscription " + number + " to tell of"));
    Map<String, Object> contents = new HashMap<>();
    contents.put("names", NoticeWords.listed(names(subscription)));
    contents.put("items", items(subscription, words));
    contents.put("amount", words.money(subscription.recurringAmount()));
    contents.put("every", TermsInWords.everyInWords(subscription.interval()));
    contents.put("nextPayment", day(payload, Payload.NEXT_PAYMENT_AT, words));
    contents.put("trialEnd", day(payload, Payload.TRIAL_ENDS_AT, words));
    contents.put("others", Integer.parseInt(payload.getOrDefault(Payload.OTHERS, "0")));
    contents.put("pausedUntil", day(payload, Payload.PAUSED_UNTIL, words));
    contents.put("end", day(payload, Payload.ENDS_AT, words));
    contents.put("neverPaid", isNeverPaid(subscription, kind));
    contents.put("change", payload.get(Payload.CHANGE));
    contents.put("problem", payload.get(Payload.PROBLEM));
    contents.put("link", settings.subscriptionLink(number));
    return contents;
  }

  /** Whether it was cancelled, or paused, because every attempt to charge it had failed. */
  private boolean isNeverPaid(Subscription subscription, NoticeKind kind) {
    Optional<String> reason =
        kind == NoticeKind.SUBSCRIPTION_PAUSED
            ? subscriptions.history(subscription.id()).stream()
                .filter(event -> event.what() == SubscriptionEvent.What.PAUSED)
                .map(SubscriptionEvent::note)
                .findFirst()
            : subscription.cancelReason();
    return reason.filter(UnpaidCommands.NEVER_PAID::equals).isPresent();
  }

  /** Facts that are told as they were found. */
  private static Map<String, Object> merchant(Map<String, String> payload, NoticeWords words) {
    Map<String, Object> contents = new HashMap<>(payload);
    Optional.ofNullable(payload.get(Payload.AMOUNT))
        .map(Money::parse)
        .ifPresent(amount -> contents.put(Payload.AMOUNT, words.money(amount)));
    contents.put("respondBy", day(payload, Payload.RESPOND_BY, words));
    return contents;
  }

  static List<Item> items(Subscription subscription, NoticeWords words) {
    return subscription.lines().stream()
        .map(line -> new Item(line.name(), line.quantity(), words.money(line.amount())))
        .toList();
  }

  static List<String> names(Subscription subscription) {
    return subscription.lines().stream().map(line -> line.name()).toList();
  }

  private static String day(Map<String, String> payload, String name, NoticeWords words) {
    return Optional.ofNullable(payload.get(name)).map(Instant::parse).map(words::day).orElse(null);
  }

  private static Map<String, String> payload(WaitingNotice notice) {
    try {
      return JSON.readValue(notice.payload(), TEXTS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Notice " + notice.id() + " has an unreadable payload", e);
    }
  }
}
