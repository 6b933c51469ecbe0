package org.evergreen.admin.renewal;

import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.evergreen.admin.CustomerNames;
import org.evergreen.admin.NotFoundException;
import org.evergreen.admin.Numbers;
import org.evergreen.renewal.DueRenewal;
import org.evergreen.renewal.ParkedRenewal;
import org.evergreen.renewal.RenewalCounts;
import org.evergreen.renewal.RenewalGroupId;
import org.evergreen.renewal.RenewalGroupView;
import org.evergreen.renewal.RenewalMonitor;
import org.evergreen.storefront.CustomerId;

/** Reads the lists of the renewals monitor. */
class RenewalBoard {

  private static final int PAGE_SIZE = 25;

  private final RenewalMonitor monitor;
  private final CustomerNames customers;

  RenewalBoard(RenewalMonitor monitor, CustomerNames customers) {
    this.monitor = monitor;
    this.customers = customers;
  }

  /** One page of one list; two of the three lists of rows are empty. */
  record Board(
      RenewalTab tab,
      RenewalCounts counts,
      List<RenewalGroupView> groups,
      List<DueRenewal> due,
      List<ParkedRenewal> parked,
      Map<CustomerId, CustomerNames.Name> customers,
      int page,
      boolean hasNext) {

    public boolean isEmpty() {
      return groups.isEmpty() && due.isEmpty() && parked.isEmpty();
    }

    public boolean mayRetry(RenewalGroupView group) {
      return RenewalHelp.mayRetry(group);
    }

    public RenewalTab[] tabs() {
      return RenewalTab.values();
    }
  }

  /** A group with the one who pays it. */
  record Group(RenewalGroupView view, CustomerNames.Name customer) {

    public boolean mayRetry() {
      return RenewalHelp.mayRetry(view);
    }
  }

  /** A page of a list; a page after the last one shows the first. */
  Board board(RenewalTab tab, int page) {
    Slice<RenewalGroupView> groups =
        tab.groups()
            .map(list -> slice(page, number -> monitor.groups(list, number, PAGE_SIZE)))
            .orElse(Slice.none());
    Slice<DueRenewal> due =
        tab == RenewalTab.DUE
            ? slice(page, number -> monitor.due(number, PAGE_SIZE))
            : Slice.none();
    Slice<ParkedRenewal> parked =
        tab == RenewalTab.PARKED
            ? slice(page, number -> monitor.parked(number, PAGE_SIZE))
            : Slice.none();
    List<CustomerId> ids =
        Stream.of(
                groups.rows().stream().map(RenewalGroupView::customer),
                due.rows().stream().map(DueRenewal::customer),
                parked.rows().stream().map(ParkedRenewal::customer))
            .flatMap(stream -> stream)
            .toList();
    return new Board(
        tab,
        monitor.counts(),
        groups.rows(),
        due.rows(),
        parked.rows(),
        customers.of(ids),
        Math.max(groups.page(), Math.max(due.page(), parked.page())),
        groups.hasNext() || due.hasNext() || parked.hasNext());
  }

  /**
   * The group with the number that an address names.
   *
   * @throws NotFoundException if there is none
   */
  Group group(String id) {
    RenewalGroupView view =
        monitor
            .of(new RenewalGroupId(Numbers.key("renewal", id)))
            .orElseThrow(() -> NotFoundException.of("renewal", id));
    return new Group(view, customers.of(List.of(view.customer())).get(view.customer()));
  }

  private record Slice<T>(List<T> rows, int page, boolean hasNext) {

    static <T> Slice<T> none() {
      return new Slice<>(List.of(), 0, false);
    }
  }

  private static <T> Slice<T> slice(int page, IntFunction<List<T>> read) {
    List<T> rows = read.apply(page);
    if (rows.isEmpty() && page > 0) {
      return slice(0, read);
    }
    boolean hasNext = rows.size() == PAGE_SIZE && !read.apply(page + 1).isEmpty();
    return new Slice<>(rows, page, hasNext);
  }
}
