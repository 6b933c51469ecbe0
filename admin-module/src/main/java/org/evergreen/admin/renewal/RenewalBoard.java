package org.evergreen.admin.renewal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.evergreen.admin.CustomerNames;
import org.evergreen.admin.NotFoundException;
import org.evergreen.admin.Numbers;
import org.evergreen.admin.Slice;
import org.evergreen.payment.Charge;
import org.evergreen.payment.UnknownCharges;
import org.evergreen.renewal.DueRenewal;
import org.evergreen.renewal.LostLease;
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
  private final UnknownCharges unknown;
  private final CustomerNames customers;

  RenewalBoard(RenewalMonitor monitor, UnknownCharges unknown, CustomerNames customers) {
    this.monitor = monitor;
    this.unknown = unknown;
    this.customers = customers;
  }

  /**
   * One page of one list; the other lists of rows are empty.
   *
   * @param unknown how many charges have no answer
   * @param lost customers whose worker died
   */
  record Board(
      RenewalTab tab,
      RenewalCounts counts,
      long unknown,
      Slice<RenewalGroupView> groups,
      Slice<DueRenewal> due,
      Slice<ParkedRenewal> parked,
      Slice<Charge> charges,
      List<LostLease> lost,
      Map<CustomerId, CustomerNames.Name> customers) {

    public boolean isEmpty() {
      return groups.rows().isEmpty()
          && due.rows().isEmpty()
          && parked.rows().isEmpty()
          && charges.rows().isEmpty()
          && lost.isEmpty();
    }

    public boolean mayRetry(RenewalGroupView group) {
      return RenewalHelp.mayRetry(group);
    }

    public RenewalTab[] tabs() {
      return RenewalTab.values();
    }

    /** How many a list has, for its tab; empty for what is not counted. */
    public String count(RenewalTab tab) {
      long count = tab.count(counts, unknown);
      return count < 0 ? "" : count < RenewalMonitor.MOST_COUNTED ? "" + count : count + "+";
    }

    /** Whether somebody should look at a list. */
    public boolean alarming(RenewalTab tab) {
      return tab.alarming() && tab.count(counts, unknown) > 0;
    }

    /** The number of the renewal that a charge is for, if it is for one. */
    public Optional<RenewalGroupId> renewal(Charge charge) {
      return RenewalGroupId.of(charge.subject());
    }

    public int page() {
      return Stream.of(groups, due, parked, charges).mapToInt(Slice::page).max().orElse(0);
    }

    public boolean hasNext() {
      return Stream.of(groups, due, parked, charges).anyMatch(Slice::hasNext);
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
        sliceIf(tab == RenewalTab.DUE, page, number -> monitor.due(number, PAGE_SIZE));
    Slice<ParkedRenewal> parked =
        sliceIf(tab == RenewalTab.PARKED, page, number -> monitor.parked(number, PAGE_SIZE));
    Slice<Charge> charges =
        sliceIf(tab == RenewalTab.STUCK, page, number -> unknown.page(number, PAGE_SIZE));
    List<LostLease> lost =
        tab == RenewalTab.STUCK && page == 0 ? monitor.lostLeases(PAGE_SIZE) : List.of();
    List<CustomerId> ids =
        Stream.of(
                groups.rows().stream().map(RenewalGroupView::customer),
                due.rows().stream().map(DueRenewal::customer),
                parked.rows().stream().map(ParkedRenewal::customer),
                charges.rows().stream().map(Charge::customer),
                lost.stream().map(LostLease::customer))
            .flatMap(stream -> stream)
            .toList();
    return new Board(
        tab,
        monitor.counts(),
        unknown.summary().count(),
        groups,
        due,
        parked,
        charges,
        lost,
        customers.of(ids));
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

  private static <T> Slice<T> sliceIf(boolean wanted, int page, IntFunction<List<T>> read) {
    return wanted ? slice(page, read) : Slice.none();
  }

  private static <T> Slice<T> slice(int page, IntFunction<List<T>> read) {
    return Slice.of(page, PAGE_SIZE, read);
  }
}
