package org.evergreen.renewal;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcOperations;

/** Tells listeners what became of groups. */
final class RenewalNews {

  private static final String NAMES =
      "select group_id, name from evergreen_renewal_line where group_id = any(?)"
          + " order by group_id, subscription_id, line_id";

  private record Name(long group, String name) {}

  private final JdbcOperations jdbc;
  private final Supplier<Stream<RenewalListener>> listeners;

  /**
   * Prepares telling.
   *
   * @param listeners asked for each time, so that a listener may itself need renewals
   */
  RenewalNews(JdbcOperations jdbc, Supplier<Stream<RenewalListener>> listeners) {
    this.jdbc = jdbc;
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

  private List<SettledRenewal> news(
      List<AffectedRenewal> renewals,
      Map<RenewalGroupId, GroupOutcome> outcomes,
      Map<RenewalGroupId, LadderPlan> plans,
      Instant now) {
    Map<RenewalGroupId, List<AffectedRenewal>> groups = new LinkedHashMap<>();
    renewals.forEach(r -> groups.computeIfAbsent(r.group(), key -> new ArrayList<>()).add(r));
    Map<Long, List<String>> names = names(groups.keySet());
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
                  names.getOrDefault(first.group().value(), List.of()),
                  plan.map(LadderPlan::step).orElse(0),
                  plan.flatMap(LadderPlan::next));
            })
        .toList();
  }

  private Map<Long, List<String>> names(Collection<RenewalGroupId> groups) {
    long[] ids = groups.stream().mapToLong(RenewalGroupId::value).toArray();
    return jdbc.query(NAMES, (row, n) -> new Name(row.getLong(1), row.getString(2)), ids).stream()
        .collect(groupingBy(Name::group, mapping(Name::name, toList())));
  }
}
