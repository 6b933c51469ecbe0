package org.evergreen.renewal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcOperations;

/** What becomes of renewals that are not paid, in the transaction that settles them. */
final class Dunning {

  private final JdbcOperations jdbc;
  private final TakenAlong ahead;
  private final LadderPlans plans;
  private final FinalActions end;

  Dunning(JdbcOperations jdbc, TakenAlong ahead, LadderPlans plans, FinalActions end) {
    this.jdbc = jdbc;
    this.ahead = ahead;
    this.plans = plans;
    this.end = end;
  }

  /** Lets renewals go that are not due yet and not paid; answers the others as they are then. */
  List<AffectedRenewal> withoutAhead(
      List<AffectedRenewal> renewals, Map<RenewalGroupId, GroupOutcome> outcomes, Instant now) {
    List<AffectedRenewal> early =
        renewals.stream().filter(r -> ahead.isAhead(r, outcomes.get(r.group()))).toList();
    if (early.isEmpty()) {
      return renewals;
    }
    Set<RenewalGroupId> smaller = ahead.letGo(early, outcomes, now);
    return Stream.concat(
            renewals.stream().filter(renewal -> !smaller.contains(renewal.group())),
            smaller.isEmpty() ? Stream.of() : again(smaller, renewals))
        .filter(renewal -> !ahead.isAhead(renewal, outcomes.get(renewal.group())))
        .toList();
  }

  /** What is left of groups, which are written as failed by now. */
  private Stream<AffectedRenewal> again(Set<RenewalGroupId> groups, List<AffectedRenewal> before) {
    Set<RenewalGroupId> asked =
        before.stream()
            .filter(AffectedRenewal::askedByTheBank)
            .map(AffectedRenewal::group)
            .collect(Collectors.toSet());
    return AffectedRenewal.of(jdbc, groups).stream()
        .map(renewal -> renewal.withAskedByTheBank(asked.contains(renewal.group())));
  }

  /** Plans how groups go on that failed, and ends those that have failed for good. */
  Map<RenewalGroupId, LadderPlan> goOn(
      List<GroupOutcome> outcomes, List<AffectedRenewal> renewals, Instant now) {
    Map<RenewalGroupId, LadderPlan> planned = plans.plan(outcomes, now);
    if (!planned.isEmpty()) {
      end.take(renewals, planned);
    }
    return planned;
  }
}
