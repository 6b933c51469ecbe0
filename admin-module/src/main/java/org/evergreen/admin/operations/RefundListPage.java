package org.evergreen.admin.operations;

import java.util.List;
import org.evergreen.admin.AdminPage;
import org.evergreen.admin.AdminSettings;
import org.evergreen.admin.CustomerNames;
import org.evergreen.admin.Numbers;
import org.evergreen.admin.Slice;
import org.evergreen.payment.Charge;
import org.evergreen.payment.Charges;
import org.evergreen.payment.Refund;
import org.evergreen.payment.Refunds;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Money that was given back; a refund is made on the page of its subscription. */
@Controller
@AdminPage
@RequestMapping(AdminSettings.PATH + "/operations/refunds")
class RefundListPage {

  private static final int PAGE_SIZE = 25;

  private final Refunds refunds;
  private final Charges charges;
  private final CustomerNames customers;

  RefundListPage(Refunds refunds, Charges charges, CustomerNames customers) {
    this.refunds = refunds;
    this.charges = charges;
    this.customers = customers;
  }

  @ModelAttribute("tab")
  OperationsTab tab() {
    return OperationsTab.REFUNDS;
  }

  /** A refund with the charge that it is given out of. */
  record Row(Refund refund, Charge charge) {}

  @GetMapping
  String list(
      @RequestParam(name = "list", defaultValue = "") String list,
      @RequestParam(name = "page", defaultValue = "") String page,
      Model model) {
    boolean failed = list.equals("failed");
    Slice<Row> rows = Slice.of(Numbers.page(page), PAGE_SIZE, number -> rows(failed, number));
    model.addAttribute("refunds", rows);
    model.addAttribute("failed", failed);
    model.addAttribute(
        "customers",
        customers.of(rows.rows().stream().map(row -> row.charge().customer()).toList()));
    return "evergreen/admin/refunds";
  }

  private List<Row> rows(boolean failed, int page) {
    int most = Math.min(page, 10_000) * PAGE_SIZE + PAGE_SIZE;
    List<Refund> found = failed ? refunds.failed(most) : refunds.latest(most);
    return found.stream()
        .skip((long) page * PAGE_SIZE)
        .flatMap(refund -> charges.find(refund.charge()).map(of -> new Row(refund, of)).stream())
        .toList();
  }
}
