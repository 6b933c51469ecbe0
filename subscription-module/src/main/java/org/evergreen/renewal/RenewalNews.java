package org.evergreen.renewal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Tells listeners what became of groups. */
final class RenewalNews {

  private final Supplier<Stream<RenewalListener>> listeners;

  /**
   * Prepares telling.
   *
   * @param listeners asked for each time, so that a listener may itself need renewals
   */
  RenewalNews(Supplier<Stream<RenewalListener>> listeners) {
    this.listeners = listeners;
  }

  /**
   * Tells of groups.
   *
   * @param plans how those go on that have failed
   */
  void tell(
      List<AffectedRenewal> renewals,
      Map<RenewalGroupId, GroupOutcome> outcomes,
      Map<RenewalGroupId, LadderPlan> plans,
      Instant now) {
    List<RenewalListener> audience = listeners.get().toList();
    List<AffectedRenewal> told =
        renewals.stream()
            .filter(
                renewal -> !plans.containsKey(renewal.group()) || plans.get(renewal.group()).told())
            .toList();
    if (audience.isEmpty() || told.isEmpty()) {
      return;
    }
    List<SettledRenewal> news = news(told, outcomes, plans, now);
    for (RenewalListener listener : audience) {
      tell(news, outcomes, RenewalGroupStatus.PAID, listener::renewed);
      tell(news, outcomes, RenewalGroupStatus.UNPAID, listener::failed);
      tell(news, outcomes, RenewalGroupStatus.WAITING, listener::waiting);
    }
  }

  private static void tell(
      List<SettledRenewal> news,
      Map<RenewalGroupId, GroupOutcome> outcomes,
      RenewalGroupStatus status,
      Consumer<List<SettledRenewal>> listener) {
    List<SettledRenewal> those =
        news.stream().filter(item -> outcomes.get(item.group()).becomes() == status).toList();
    if (!those.isEmpty()) {
      listener.accept(those);
    }
  }

  private static List<SettledRenewal> news(
      List<AffectedRenewal> renewals,
      Map<RenewalGroupId, GroupOutcome> outcomes,
      Map<RenewalGroupId, LadderPlan> plans,
      Instant now) {
    Map<RenewalGroupId, List<AffectedRenewal>> groups = new LinkedHashMap<>();
    renewals.forEach(r -> groups.computeIfAbsent(r.group(), key -> new ArrayList<>()).add(r));
    return groups.values().stream()
        .map(
            group -> {
              AffectedRenewal first = group.get(0);
              Optional<LadderPlan> plan = Optional.ofNullable(plans.get(first.group()));
              return new SettledRenewal(
                  first.group(),
                  first.customer(),
                  first.attempts(),
                  first.toPay(),
                  now,
                  outcomes.get(first.group()).problem(),
                  group.stream().map(AffectedRenewal::subscription).toList(),
                  plan.map(LadderPlan::step).orElse(0),
                  plan.flatMap(LadderPlan::next));
            })
        .toList();
  }
}
