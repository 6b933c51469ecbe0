package org.evergreen.notice;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.evergreen.change.ChangeListener;
import org.evergreen.change.ChangeView;
import org.evergreen.subscription.Subscription;

/** Writes to customers when a change that waited for a payment could not be made. */
final class ChangeNotices implements ChangeListener {

  private final Notices notices;

  ChangeNotices(Notices notices) {
    this.notices = notices;
  }

  @Override
  public void refused(ChangeView change, Subscription subscription) {
    Map<String, String> payload = new HashMap<>();
    payload.put(Payload.SUBSCRIPTION, subscription.id().toString());
    payload.put(Payload.CHANGE, change.summary());
    change.problem().ifPresent(problem -> payload.put(Payload.PROBLEM, problem));
    subscription
        .nextPaymentAt()
        .ifPresent(next -> payload.put(Payload.NEXT_PAYMENT_AT, next.toString()));
    notices.queue(
        List.of(
            new NewNotice(
                NoticeKind.CHANGE_REFUSED,
                "refused-" + change.id().reference(),
                subscription.customer(),
                payload)));
  }
}
