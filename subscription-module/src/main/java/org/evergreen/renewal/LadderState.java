package org.evergreen.renewal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Where a group stands on the retry ladder.
 *
 * @param failed whether an attempt has failed that the shop made by itself
 * @param step how many steps have begun
 * @param at when the next step is due, if one is planned
 * @param ended whether the last step is over
 * @param givingUp whether the charge that waits for the shopper is to be canceled at the gateway
 * @param byShopper whether the last attempt was one that the shopper made himself
 * @param shopsFaults how many attempts have failed by the shop's fault
 */
record LadderState(
    RenewalGroupId group,
    boolean failed,
    int step,
    Optional<Instant> at,
    boolean ended,
    boolean givingUp,
    boolean byShopper,
    int shopsFaults) {

  private static final String READ =
      "select g.id, g.failed_at, g.ladder_step, g.ladder_at, g.ladder_ended_at, g.give_up_at,"
          + " g.chosen_method_id, (select count(*) from evergreen_charge c"
          + " where c.subject = 'renewal-' || g.id and c.decline_class = 'OUR_FAULT') as faults"
          + " from evergreen_renewal_group g where g.id = any(?)";

  static Map<RenewalGroupId, LadderState> of(
      JdbcOperations jdbc, Collection<RenewalGroupId> groups) {
    long[] ids = groups.stream().mapToLong(RenewalGroupId::value).toArray();
    return jdbc.query(READ, LadderState::read, ids).stream()
        .collect(Collectors.toMap(LadderState::group, Function.identity()));
  }

  private static LadderState read(ResultSet row, int number) throws SQLException {
    return new LadderState(
        new RenewalGroupId(row.getLong("id")),
        row.getTimestamp("failed_at") != null,
        row.getInt("ladder_step"),
        Optional.ofNullable(row.getTimestamp("ladder_at")).map(Timestamp::toInstant),
        row.getTimestamp("ladder_ended_at") != null,
        row.getTimestamp("give_up_at") != null,
        row.getObject("chosen_method_id", Long.class) != null,
        row.getInt("faults"));
  }
}
