package org.evergreen.notice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.evergreen.renewal.RenewalListener;
import org.evergreen.renewal.SettledRenewal;
import org.evergreen.settings.Settings;
import org.evergreen.time.ShopTime;

/** Writes to customers what became of their renewals. */
final class RenewalNotices implements RenewalListener {

  private final Notices notices;
  private final Settings settings;
  private final ShopTime time;

  RenewalNotices(Notices notices, Settings settings, ShopTime time) {
    this.notices = notices;
    this.settings = settings;
    this.time = time;
  }

  @Override
  public void renewed(List<SettledRenewal> groups) {
    notices.queue(groups.stream().map(RenewalNotices::paid).toList());
  }

  @Override
  public void failed(List<SettledRenewal> groups) {
    tell(groups, "failed", false);
  }

  @Override
  public void waiting(List<SettledRenewal> groups) {
    tell(groups, "waiting", true);
  }

  private void tell(List<SettledRenewal> groups, String what, boolean mustAct) {
    boolean merchantReads = !settings.current().notices().merchantEmail().isEmpty();
    List<NewNotice> told = new ArrayList<>();
    for (SettledRenewal group : groups) {
      if (group.tellsShopper() && !FailureNews.of(group.next()).isToldByItself()) {
        told.add(unpaid(NoticeKind.RENEWAL_FAILED, key(group, what), group, mustAct));
      }
      if (merchantReads && group.tellsMerchant()) {
        told.add(unpaid(NoticeKind.MERCHANT_RENEWAL, merchantsKey(group, what), group, mustAct));
      }
    }
    notices.queue(told);
  }

  private static NewNotice paid(SettledRenewal renewal) {
    return new NewNotice(
        NoticeKind.RENEWAL_PAID,
        renewal.group().reference() + "-paid",
        renewal.customer(),
        Map.of(Payload.RENEWAL_GROUP, renewal.group().toString()));
  }

  /** A fault of the shop hits many renewals, again and again: one mail a day is enough. */
  private String merchantsKey(SettledRenewal renewal, String what) {
    return switch (FailureNews.of(renewal.next()).next()) {
      case MEND -> "merchant-fault-" + time.dateOf(renewal.at());
      case STAND_STILL -> "merchant-stands-still-" + time.dateOf(renewal.at());
      default -> key(renewal, "merchant-" + what);
    };
  }

  private static String key(SettledRenewal renewal, String what) {
    String end = FailureNews.of(renewal.next()).isEnd() ? "-end" : "";
    return renewal.group().reference()
        + "-"
        + what
        + "-"
        + renewal.attempt()
        + "-"
        + renewal.step()
        + end;
  }

  private static NewNotice unpaid(
      NoticeKind kind, String key, SettledRenewal renewal, boolean mustAct) {
    FailureNews news = FailureNews.of(renewal.next());
    Map<String, String> payload = new HashMap<>(news.payload());
    payload.put(Payload.RENEWAL_GROUP, renewal.group().toString());
    payload.put(Payload.PROBLEM, renewal.problem().orElse(""));
    payload.put(Payload.MUST_ACT, String.valueOf(mustAct));
    return new NewNotice(kind, key, renewal.customer(), payload);
  }
}
