package org.evergreen.admin.operations;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evergreen.admin.AdminPage;
import org.evergreen.admin.AdminSettings;
import org.evergreen.admin.CustomerNames;
import org.evergreen.admin.Numbers;
import org.evergreen.admin.Slice;
import org.evergreen.payment.Charge;
import org.evergreen.payment.Charges;
import org.evergreen.payment.Dispute;
import org.evergreen.payment.Disputes;
import org.evergreen.renewal.RenewalGroupId;
import org.evergreen.storefront.CustomerId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Payments that customers contest at their banks; they are answered at the gateway. */
@Controller
@AdminPage
@RequestMapping(AdminSettings.PATH + "/operations/disputes")
class DisputePages {

  private static final int PAGE_SIZE = 25;

  private final Disputes disputes;
  private final Charges charges;
  private final CustomerNames customers;

  DisputePages(Disputes disputes, Charges charges, CustomerNames customers) {
    this.disputes = disputes;
    this.charges = charges;
    this.customers = customers;
  }

  @ModelAttribute("tab")
  OperationsTab tab() {
    return OperationsTab.DISPUTES;
  }

  /**
   * A dispute with what it is about.
   *
   * @param renewal the renewal that was paid by the charge, if it was one
   */
  record Row(Dispute dispute, Charge charge, Optional<RenewalGroupId> renewal) {}

  @GetMapping
  String list(
      @RequestParam(name = "list", defaultValue = "") String list,
      @RequestParam(name = "page", defaultValue = "") String page,
      Model model) {
    boolean all = list.equals("all");
    Slice<Row> rows = Slice.of(Numbers.page(page), PAGE_SIZE, number -> rows(all, number));
    List<CustomerId> ids = rows.rows().stream().map(row -> row.charge().customer()).toList();
    Map<CustomerId, CustomerNames.Name> names = customers.of(ids);
    model.addAttribute("disputes", rows);
    model.addAttribute("all", all);
    model.addAttribute("customers", names);
    return "evergreen/admin/disputes";
  }

  private List<Row> rows(boolean all, int page) {
    int most = Math.min(page, 10_000) * PAGE_SIZE + PAGE_SIZE;
    List<Dispute> found = all ? disputes.latest(most) : disputes.running(most);
    return found.stream()
        .skip((long) page * PAGE_SIZE)
        .flatMap(dispute -> charges.find(dispute.charge()).map(of -> row(dispute, of)).stream())
        .toList();
  }

  private static Row row(Dispute dispute, Charge charge) {
    return new Row(dispute, charge, RenewalGroupId.of(charge.subject()));
  }
}
