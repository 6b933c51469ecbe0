package org.evergreen.metrics;

import java.util.Optional;
import java.util.Set;
import org.evergreen.jobs.JobState;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;

/**
 * The health of the shop's work, the same on every node: {@code DOWN} when nobody is charged any
 * more, {@code OUT_OF_SERVICE} when only some charges are stuck. It is for people who are woken by
 * it, not for a load balancer: taking a node away mends none of it.
 */
final class EvergreenHealth implements HealthIndicator {

  private final VitalsReader reader;
  private final HealthLimits limits;

  EvergreenHealth(VitalsReader reader, HealthLimits limits) {
    this.reader = reader;
    this.limits = limits;
  }

  @Override
  public Health health() {
    Optional<Vitals> vitals = reader.recent();
    if (vitals.isEmpty()) {
      return Health.down().withDetail("problem", "The database cannot be read").build();
    }
    Set<Ailment> ailments = Ailment.of(vitals.get(), limits);
    return details(status(ailments), vitals.get(), ailments).build();
  }

  private static Health.Builder status(Set<Ailment> ailments) {
    if (ailments.isEmpty()) {
      return Health.up();
    }
    return ailments.equals(Set.of(Ailment.CHARGES_STUCK)) ? Health.outOfService() : Health.down();
  }

  private Health.Builder details(Health.Builder health, Vitals vitals, Set<Ailment> ailments) {
    return health
        .withDetail("ailments", ailments)
        .withDetail("dueCustomers", vitals.backlog().customers())
        .withDetail("oldestDueSeconds", vitals.backlogAge().toSeconds())
        .withDetail("oldestDueLimitSeconds", limits.backlogAge().toSeconds())
        .withDetail("unknownCharges", vitals.unknown().count())
        .withDetail("oldestUnknownSeconds", vitals.unknownAge().toSeconds())
        .withDetail("oldestUnknownLimitSeconds", limits.unknownAge().toSeconds())
        .withDetail("failedRenewals", vitals.renewals().failed())
        .withDetail("parkedRenewals", vitals.renewals().parked())
        .withDetail("missingOrders", vitals.renewals().unplaced())
        .withDetail("waitingNotices", vitals.notices().waiting())
        .withDetail("failedNotices", vitals.notices().failed())
        .withDetail("noticesInDoubt", vitals.notices().inDoubt())
        .withDetail("disputesToAnswer", vitals.disputes())
        .withDetail("waitingWebhooks", vitals.webhooks().waiting())
        .withDetail("failedWebhooks", vitals.webhooks().failed())
        .withDetail("webhookLagSeconds", vitals.webhooks().lag().toSeconds())
        .withDetail(
            "jobsInTrouble",
            vitals.jobsInTrouble().stream().map(EvergreenHealth::inWords).toList());
  }

  private static String inWords(JobState job) {
    return job.name() + " " + job.stage() + " for " + job.overdue().toSeconds() + " s";
  }
}
