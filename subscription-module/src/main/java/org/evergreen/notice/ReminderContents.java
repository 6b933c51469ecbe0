package org.evergreen.notice;

import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evergreen.payment.PaymentMethod;
import org.evergreen.payment.PaymentMethodId;
import org.evergreen.payment.PaymentMethods;
import org.evergreen.renewal.GroupedPreview;
import org.evergreen.renewal.UpcomingGroup;
import org.evergreen.storefront.CustomerId;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.subscription.SubscriptionQueries;
import org.evergreen.subscription.SubscriptionStatus;
import org.evergreen.terms.TermsInWords;
import org.evergreen.time.ShopTime;

/**
 * What the templates of reminders can show. All of it is read when the mail is written: a reminder
 * of something that will not happen any more, or not then, has no contents and is not sent.
 */
final class ReminderContents {

  private final SubscriptionQueries subscriptions;
  private final GroupedPreview preview;
  private final PaymentMethods methods;
  private final NoticeSettings settings;
  private final ShopTime time;

  ReminderContents(
      SubscriptionQueries subscriptions,
      GroupedPreview preview,
      PaymentMethods methods,
      NoticeSettings settings,
      ShopTime time) {
    this.subscriptions = subscriptions;
    this.preview = preview;
    this.methods = methods;
    this.settings = settings;
    this.time = time;
  }

  Optional<Map<String, Object>> of(
      NoticeKind kind, CustomerId customer, Map<String, String> payload, NoticeWords words) {
    SubscriptionId id = new SubscriptionId(Long.parseLong(payload.get(Payload.SUBSCRIPTION)));
    Optional<Subscription> found = subscriptions.find(id);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Subscription subscription = found.get();
    return switch (kind) {
      case UPCOMING_RENEWAL -> upcoming(subscription, about(payload), words);
      case TRIAL_ENDING ->
          isNext(subscription.nextPaymentAt(), about(payload))
                  && subscription.status() == SubscriptionStatus.TRIALING
              ? Optional.of(trialEnding(subscription, words))
              : Optional.empty();
      case TERM_ENDING ->
          subscription.nextPaymentAt().isEmpty()
                  && isNext(subscription.endsAt(), about(payload))
                  && subscription.status() == SubscriptionStatus.ACTIVE
              ? Optional.of(base(subscription, subscription.endsAt().orElseThrow(), words))
              : Optional.empty();
      case CARD_EXPIRING -> cardExpiring(customer, subscription, payload, words);
      default -> throw new IllegalArgumentException(kind + " is no reminder");
    };
  }

  private static Instant about(Map<String, String> payload) {
    return Instant.parse(payload.get(Payload.ABOUT));
  }

  /** Whether it still happens when it was said to, and lies ahead. */
  private boolean isNext(Optional<Instant> really, Instant said) {
    return really.filter(said::equals).isPresent() && said.isAfter(time.now());
  }

  private Optional<Map<String, Object>> upcoming(
      Subscription subscription, Instant about, NoticeWords words) {
    if (!isNext(subscription.nextPaymentAt(), about)
        || subscription.status() != SubscriptionStatus.ACTIVE) {
      return Optional.empty();
    }
    return preview.of(subscription.customer()).stream()
        .filter(group -> group.payments().get(0).subscription().equals(subscription.id()))
        .findFirst()
        .map(group -> upcoming(group, subscription, words));
  }

  private Map<String, Object> upcoming(UpcomingGroup group, Subscription first, NoticeWords words) {
    List<Subscription> all =
        subscriptions.byId(
            group.payments().stream().map(UpcomingGroup.Part::subscription).toList());
    Map<SubscriptionId, Subscription> byId = new HashMap<>();
    all.forEach(subscription -> byId.put(subscription.id(), subscription));
    Map<String, Object> contents = base(first, group.at(), words);
    contents.put(
        "names",
        NoticeWords.listed(
            group.payments().stream()
                .map(part -> NoticeContents.names(byId.get(part.subscription())))
                .flatMap(List::stream)
                .toList()));
    contents.put(
        "parts",
        group.payments().stream()
            .map(part -> part(byId.get(part.subscription()), part, words))
            .toList());
    contents.put("total", words.money(group.total()));
    contents.put("automatic", group.automatic() && first.automaticRenewal());
    contents.put("method", methodInWords(first));
    contents.put("last", all.size() == 1 && first.paymentsLeft().orElse(0) == 1);
    contents.put(
        "link",
        all.size() == 1
            ? settings.subscriptionLink(first.id().toString())
            : settings.accountLink());
    return contents;
  }

  private static NoticeContents.Item part(
      Subscription subscription, UpcomingGroup.Part part, NoticeWords words) {
    return new NoticeContents.Item(
        String.join(", ", NoticeContents.names(subscription)), 1, words.money(part.amount()));
  }

  private Map<String, Object> trialEnding(Subscription subscription, NoticeWords words) {
    Map<String, Object> contents =
        base(subscription, subscription.nextPaymentAt().orElseThrow(), words);
    contents.put("automatic", subscription.automaticRenewal() && subscription.method().isPresent());
    contents.put("method", methodInWords(subscription));
    return contents;
  }

  private Optional<Map<String, Object>> cardExpiring(
      CustomerId customer,
      Subscription subscription,
      Map<String, String> payload,
      NoticeWords words) {
    long number = Long.parseLong(payload.get(Payload.METHOD));
    YearMonth expiry = YearMonth.parse(payload.get(Payload.EXPIRY));
    PaymentMethodId id = new PaymentMethodId(number);
    boolean pays = subscription.method().filter(id::equals).isPresent();
    return methods
        .find(customer, id)
        .filter(card -> pays && subscription.automaticRenewal())
        .filter(card -> card.details().expiry().equals(expiry))
        .flatMap(
            card ->
                subscription
                    .nextPaymentAt()
                    .filter(next -> time.dateOf(next).isAfter(expiry.atEndOfMonth()))
                    .map(next -> card(card, subscription, next, words)));
  }

  private Map<String, Object> card(
      PaymentMethod card, Subscription subscription, Instant next, NoticeWords words) {
    Map<String, Object> contents = base(subscription, next, words);
    contents.put("method", inWords(card));
    contents.put("expiry", words.month(card.details().expiry()));
    boolean expired = time.today().isAfter(card.details().expiry().atEndOfMonth());
    contents.put("expired", expired);
    return contents;
  }

  private Map<String, Object> base(Subscription subscription, Instant about, NoticeWords words) {
    Map<String, Object> contents = new HashMap<>();
    contents.put("names", NoticeWords.listed(NoticeContents.names(subscription)));
    contents.put("items", NoticeContents.items(subscription, words));
    contents.put("amount", words.money(subscription.recurringAmount()));
    contents.put("every", TermsInWords.everyInWords(subscription.interval()));
    contents.put("day", words.day(about));
    long days = ChronoUnit.DAYS.between(time.today(), time.dateOf(about));
    contents.put("when", NoticeWords.inDays(days));
    contents.put("link", settings.subscriptionLink(subscription.id().toString()));
    return contents;
  }

  private String methodInWords(Subscription subscription) {
    return subscription
        .method()
        .flatMap(method -> methods.find(subscription.customer(), method))
        .map(ReminderContents::inWords)
        .orElse(null);
  }

  private static String inWords(PaymentMethod method) {
    return method.details().brand() + " ending in " + method.details().lastFour();
  }
}
