package org.evergreen.checkout;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.evergreen.plan.PlanOffer;
import org.evergreen.subscription.Beginning;
import org.evergreen.time.ShopTime;

/**
 * Lines that become one subscription.
 *
 * @param beginning its dates
 * @param lines in the order of the cart, at least one
 */
record LineGroup<L>(GroupingKey key, Beginning beginning, List<L> lines) {

  LineGroup {
    lines = List.copyOf(lines);
  }

  /**
   * Groups lines; those without a plan are left out.
   *
   * @param start when the order is paid
   */
  static <L> List<LineGroup<L>> of(
      List<L> lines, Function<L, Optional<PlanOffer>> offerOf, Instant start, ShopTime time) {
    Map<GroupingKey, Beginning> beginnings = new LinkedHashMap<>();
    Map<GroupingKey, List<L>> groups = new LinkedHashMap<>();
    for (L line : lines) {
      offerOf
          .apply(line)
          .ifPresent(
              offer -> {
                Beginning beginning = beginningOf(offer, start, time);
                GroupingKey key = GroupingKey.of(offer, beginning, time);
                beginnings.put(key, beginning);
                groups.computeIfAbsent(key, unused -> new ArrayList<>()).add(line);
              });
    }
    return groups.entrySet().stream()
        .map(
            group ->
                new LineGroup<>(group.getKey(), beginnings.get(group.getKey()), group.getValue()))
        .toList();
  }

  private static Beginning beginningOf(PlanOffer offer, Instant start, ShopTime time) {
    return Beginning.at(start, time.zone(), offer.interval(), offer.trial(), offer.length());
  }
}
