package org.evergreen.notice;

import java.util.List;
import java.util.Map;
import org.evergreen.renewal.RenewalListener;
import org.evergreen.renewal.SettledRenewal;

/** Writes to customers what became of their renewals. */
final class RenewalNotices implements RenewalListener {

  private final Notices notices;

  RenewalNotices(Notices notices) {
    this.notices = notices;
  }

  @Override
  public void renewed(List<SettledRenewal> groups) {
    notices.queue(groups.stream().map(RenewalNotices::paid).toList());
  }

  @Override
  public void failed(List<SettledRenewal> groups) {
    notices.queue(
        groups.stream()
            .filter(SettledRenewal::tellsShopper)
            .map(group -> unpaid(group, "failed", false))
            .toList());
  }

  @Override
  public void waiting(List<SettledRenewal> groups) {
    notices.queue(
        groups.stream()
            .filter(SettledRenewal::tellsShopper)
            .map(group -> unpaid(group, "waiting", true))
            .toList());
  }

  private static NewNotice paid(SettledRenewal renewal) {
    return new NewNotice(
        NoticeKind.RENEWAL_PAID,
        renewal.group().reference() + "-paid",
        renewal.customer(),
        Map.of(Payload.RENEWAL_GROUP, renewal.group().toString()));
  }

  private static NewNotice unpaid(SettledRenewal renewal, String what, boolean mustAct) {
    return new NewNotice(
        NoticeKind.RENEWAL_FAILED,
        renewal.group().reference() + "-" + what + "-" + renewal.attempt() + "-" + renewal.step(),
        renewal.customer(),
        Map.of(
            Payload.RENEWAL_GROUP,
            renewal.group().toString(),
            Payload.PROBLEM,
            renewal.problem().orElse(""),
            Payload.MUST_ACT,
            String.valueOf(mustAct)));
  }
}
