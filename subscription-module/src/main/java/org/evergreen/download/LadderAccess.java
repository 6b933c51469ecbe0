package org.evergreen.download;

import java.util.List;
import org.evergreen.settings.RetryLadder.Step;
import org.evergreen.settings.Settings;
import org.evergreen.subscription.SubscriptionId;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Whether the step of the retry ladder that a past-due subscription is in leaves its subscriber
 * access. After the last step only the merchant's days of access count.
 */
public class LadderAccess {

  private static final String STEP =
      "select g.ladder_step from evergreen_renewal r"
          + " join evergreen_renewal_group g on g.id = r.group_id"
          + " and g.status in ('OPEN', 'UNPAID', 'WAITING') and g.ladder_ended_at is null"
          + " where r.subscription_id = ? and r.voided_at is null and g.ladder_step > 0"
          + " order by g.id limit 1";

  private final JdbcOperations jdbc;
  private final Settings settings;

  public LadderAccess(JdbcOperations jdbc, Settings settings) {
    this.jdbc = jdbc;
    this.settings = settings;
  }

  /** Asked of subscriptions that are past due. */
  public boolean isLeftTo(SubscriptionId subscription) {
    List<Step> steps = settings.current().dunning().ladder().steps();
    return jdbc.queryForList(STEP, Integer.class, subscription.value()).stream()
        .allMatch(step -> steps.get(Math.min(step, steps.size()) - 1).access());
  }
}
