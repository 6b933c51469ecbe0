package org.evergreen.notice;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evergreen.payment.Charge;
import org.evergreen.payment.ChargeState;
import org.evergreen.renewal.ConfirmLinks;
import org.evergreen.renewal.RenewalGroupId;
import org.evergreen.renewal.RenewalGroupStatus;
import org.evergreen.renewal.RenewalGroupView;
import org.evergreen.renewal.RenewalMonitor;
import org.evergreen.settings.Settings;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.subscription.SubscriptionQueries;

/**
 * What the templates of renewals can show. A failure that has been paid for by the time the mail is
 * written, or that nothing is owed for any more, is not told.
 */
final class RenewalContents {

  /** When a subscription is paid next, for mails about several. */
  record NextPayment(String names, String day) {}

  private final SubscriptionQueries subscriptions;
  private final RenewalMonitor renewals;
  private final ConfirmLinks confirmLinks;
  private final Settings merchant;
  private final NoticeSettings settings;

  RenewalContents(
      SubscriptionQueries subscriptions,
      RenewalMonitor renewals,
      ConfirmLinks confirmLinks,
      Settings merchant,
      NoticeSettings settings) {
    this.subscriptions = subscriptions;
    this.renewals = renewals;
    this.confirmLinks = confirmLinks;
    this.merchant = merchant;
    this.settings = settings;
  }

  Optional<Map<String, Object>> of(
      NoticeKind kind, Map<String, String> payload, NoticeWords words) {
    String number = payload.get(Payload.RENEWAL_GROUP);
    RenewalGroupView group =
        renewals
            .of(new RenewalGroupId(Long.parseLong(number)))
            .orElseThrow(
                () -> new IllegalStateException("There is no renewal " + number + " to tell of"));
    if (kind == NoticeKind.RENEWAL_PAID) {
      return Optional.of(about(group, words));
    }
    FailureNews news = FailureNews.of(payload);
    return isOver(group, news)
        ? Optional.empty()
        : Optional.of(failed(group, news, payload, words));
  }

  private boolean isOver(RenewalGroupView group, FailureNews news) {
    return group.status() == RenewalGroupStatus.PAID || (!news.isEnd() && isNotAskedFor(group));
  }

  /** Nobody is asked to pay for subscriptions that are over. */
  private boolean isNotAskedFor(RenewalGroupView group) {
    return group.status() == RenewalGroupStatus.CANCELED
        || subscriptions.byId(group.subscriptions()).stream()
            .allMatch(subscription -> subscription.status().isOver());
  }

  private Map<String, Object> about(RenewalGroupView group, NoticeWords words) {
    Map<String, Object> contents = new HashMap<>();
    contents.put(
        "names",
        NoticeWords.listed(group.lines().stream().map(RenewalGroupView.Line::name).toList()));
    contents.put("items", group.lines().stream().map(line -> item(line, words)).toList());
    contents.put("shipping", group.shipping().isZero() ? null : words.money(group.shipping()));
    contents.put("tax", group.tax().isZero() ? null : words.money(group.tax()));
    contents.put("credit", group.credit().isZero() ? null : words.money(group.credit().negated()));
    contents.put("total", words.money(group.toPay()));
    contents.put("order", group.orderNumber().orElse(null));
    contents.put("nextPayments", nextPayments(group.subscriptions(), words));
    contents.put("link", settings.accountLink());
    return contents;
  }

  private Map<String, Object> failed(
      RenewalGroupView group, FailureNews news, Map<String, String> payload, NoticeWords words) {
    Map<String, Object> contents = about(group, words);
    contents.put("problem", payload.get(Payload.PROBLEM));
    contents.put("mustAct", Boolean.parseBoolean(payload.get(Payload.MUST_ACT)));
    contents.put("next", news.next().name());
    contents.put("wording", news.wording().name());
    contents.put("nextDay", news.at().map(words::dayAndTime).orElse(null));
    contents.put("atEnd", merchant.current().dunning().atEnd().name());
    contents.put("owed", group.status() != RenewalGroupStatus.CANCELED);
    contents.put("customer", group.customer().value());
    contents.put("renewal", group.id().toString());
    Optional<String> confirm = confirmLink(group);
    contents.put("confirms", confirm.isPresent());
    contents.put("link", confirm.orElseGet(() -> payLink(group)));
    return contents;
  }

  /** With the bank's question open, the link leads to its answer, without a sign-in. */
  private Optional<String> confirmLink(RenewalGroupView group) {
    return group.charges().stream()
        .filter(charge -> charge.state() == ChargeState.ACTION_REQUIRED)
        .findFirst()
        .map(Charge::id)
        .map(charge -> confirmLinks.link(charge).toString());
  }

  /** Where what is owed can be paid and the card replaced. */
  private String payLink(RenewalGroupView group) {
    List<SubscriptionId> all = group.subscriptions();
    return all.size() == 1
        ? settings.subscriptionLink(all.get(0).toString())
        : settings.accountLink();
  }

  private List<NextPayment> nextPayments(List<SubscriptionId> ids, NoticeWords words) {
    return subscriptions.byId(ids).stream()
        .filter(subscription -> subscription.nextPaymentAt().isPresent())
        .map(
            subscription ->
                new NextPayment(
                    NoticeWords.listed(NoticeContents.names(subscription)),
                    words.day(subscription.nextPaymentAt().get())))
        .toList();
  }

  private static NoticeContents.Item item(RenewalGroupView.Line line, NoticeWords words) {
    return new NoticeContents.Item(line.name(), line.quantity(), words.money(line.amount()));
  }
}
