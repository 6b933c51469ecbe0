package org.evergreen.metrics;

import java.util.Set;
import org.evergreen.installation.ChargingPermission;
import org.evergreen.jobs.JobState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * The health of the shop's work, the same on every node: {@code DOWN} when nobody is charged any
 * more, {@code OUT_OF_SERVICE} when only some charges are stuck. It is for people who are woken by
 * it, not for a load balancer: taking a node away mends none of it.
 */
final class EvergreenHealth implements HealthIndicator {

  private static final Logger LOG = LoggerFactory.getLogger(EvergreenHealth.class);

  private final VitalsReader reader;
  private final HealthLimits limits;
  private final ChargingPermission permission;

  EvergreenHealth(VitalsReader reader, HealthLimits limits, ChargingPermission permission) {
    this.reader = reader;
    this.limits = limits;
    this.permission = permission;
  }

  @Override
  public Health health() {
    try {
      return reader.recent().map(this::health).orElseGet(EvergreenHealth::unreadable);
    } catch (DataAccessException | TransactionException failure) {
      LOG.warn("Whether the shop may charge cannot be read: {}", failure.toString());
      return unreadable();
    }
  }

  private static Health unreadable() {
    return Health.down().withDetail("problem", "The database cannot be read").build();
  }

  private Health health(Vitals vitals) {
    Set<Ailment> ailments = Ailment.of(vitals, limits);
    Health.Builder health = details(status(ailments), vitals, ailments);
    permission.refusal().ifPresent(why -> health.withDetail("notCharging", why));
    return health.build();
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
