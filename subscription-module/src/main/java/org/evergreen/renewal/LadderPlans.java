package org.evergreen.renewal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evergreen.dunning.NextAttempt;
import org.evergreen.payment.Charge;
import org.evergreen.payment.DeclineClass;
import org.evergreen.payment.Gateways;
import org.evergreen.payment.PaymentMethodId;
import org.evergreen.settings.DunningRules;
import org.evergreen.settings.Settings;
import org.evergreen.sql.Columns;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Plans how groups that are not paid go on, and writes it down, in the transaction that settles
 * them.
 */
final class LadderPlans {

  private static final String STANDS_STILL =
      "The gateway refused it again and again because of the shop's set-up, so nothing more is"
          + " tried. Look at the gateway's settings, then charge it again.";

  private record Row(LadderPlan plan, Instant now) {

    private Instant when(boolean happens) {
      return happens ? now : null;
    }

    private String problem() {
      boolean stands = plan.next().filter(NextAttempt.AwaitMerchant.class::isInstance).isPresent();
      return stands ? STANDS_STILL : null;
    }
  }

  private static final Columns<Row> PLAN =
      Columns.<Row>of()
          .bigint("id", row -> row.plan().group().value())
          .timestamp("retry_at", row -> row.plan().retryAt().orElse(null))
          .timestamp("ladder_at", row -> row.plan().ladderAt().orElse(null))
          .integer("ladder_step", row -> row.plan().step())
          .timestamp("failed_at", row -> row.when(row.plan().failed()))
          .timestamp("ladder_ended_at", row -> row.when(row.plan().ended()))
          .timestamp("give_up_at", row -> row.when(row.plan().givingUp()))
          .text("problem", Row::problem)
          .bigint(
              "refused_method_id",
              row -> row.plan().refused().map(PaymentMethodId::value).orElse(null));
  private static final String WRITE =
      "update evergreen_renewal_group g set retry_at = v.retry_at, ladder_at = v.ladder_at,"
          + " ladder_step = v.ladder_step, failed_at = coalesce(g.failed_at, v.failed_at),"
          + " ladder_ended_at = coalesce(g.ladder_ended_at, v.ladder_ended_at),"
          + " give_up_at = v.give_up_at, problem = coalesce(v.problem, g.problem),"
          + " refused_method_id = coalesce(v.refused_method_id, g.refused_method_id) from "
          + PLAN.rows()
          + " where g.id = v.id and g.status in ('UNPAID', 'WAITING')";

  private final JdbcOperations jdbc;
  private final Gateways gateways;
  private final CardRest cards;
  private final Settings settings;

  LadderPlans(JdbcOperations jdbc, Gateways gateways, CardRest cards, Settings settings) {
    this.jdbc = jdbc;
    this.gateways = gateways;
    this.cards = cards;
    this.settings = settings;
  }

  /** Plans for those of the groups that have failed; they are written already as not paid. */
  Map<RenewalGroupId, LadderPlan> plan(List<GroupOutcome> outcomes, Instant now) {
    List<GroupOutcome> failed =
        outcomes.stream().filter(outcome -> outcome.failure().isPresent()).toList();
    if (failed.isEmpty()) {
      return Map.of();
    }
    Map<RenewalGroupId, LadderState> states =
        LadderState.of(jdbc, failed.stream().map(GroupOutcome::group).toList());
    DunningRules rules = settings.current().dunning();
    Map<RenewalGroupId, LadderPlan> plans = new LinkedHashMap<>();
    List<Row> rows = new ArrayList<>();
    for (GroupOutcome outcome : failed) {
      Failure failure = rested(outcome.failure().orElseThrow(), now);
      LadderState state = states.get(outcome.group());
      LadderPlan plan = LadderPlan.of(state, failure, networkWait(failure), rules, now);
      plans.put(outcome.group(), plan);
      rows.add(new Row(plan, now));
    }
    PLAN.update(jdbc, WRITE, rows);
    return plans;
  }

  private Optional<Duration> networkWait(Failure failure) {
    return failure
        .charge()
        .flatMap(
            charge ->
                charge
                    .decline()
                    .flatMap(
                        decline ->
                            gateways
                                .find(charge.gateway())
                                .flatMap(gateway -> gateway.waitAfter(decline))));
  }

  private Failure rested(Failure failure, Instant now) {
    Optional<Charge> declined =
        failure.charge().filter(charge -> failure.declineClass() == DeclineClass.TRY_LATER);
    Optional<Instant> rest =
        declined.flatMap(charge -> cards.until(charge.method(), charge.amount(), now));
    return rest.isEmpty() ? failure : failure.resting(rest);
  }
}
