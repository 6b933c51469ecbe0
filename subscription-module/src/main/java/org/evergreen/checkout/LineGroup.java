package org.evergreen.checkout;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evergreen.subscription.Beginning;
import org.evergreen.time.ShopTime;

/**
 * Lines that become one subscription.
 *
 * @param beginning its dates
 * @param lines in the order of the cart, at least one
 */
record LineGroup<L extends OfferedLine>(GroupingKey key, Beginning beginning, List<L> lines) {

  LineGroup {
    lines = List.copyOf(lines);
  }

  /** Who gets it; empty when the buyer himself does. */
  Optional<Gift> gift() {
    return lines.get(0).gift();
  }

  /**
   * Groups lines; those without a plan are left out.
   *
   * @param start when the order is paid
   */
  static <L extends OfferedLine> List<LineGroup<L>> of(
      List<L> lines, Instant start, ShopTime time) {
    Map<GroupingKey, Beginning> beginnings = new LinkedHashMap<>();
    Map<GroupingKey, List<L>> groups = new LinkedHashMap<>();
    for (L line : lines) {
      if (line.offer().isPresent()) {
        Beginning beginning = Beginning.of(line.offer().get(), start, time.zone());
        GroupingKey key = GroupingKey.of(line, beginning, time);
        beginnings.put(key, beginning);
        groups.computeIfAbsent(key, unused -> new ArrayList<>()).add(line);
      }
    }
    return groups.entrySet().stream()
        .map(
            group ->
                new LineGroup<>(group.getKey(), beginnings.get(group.getKey()), group.getValue()))
        .toList();
  }
}
