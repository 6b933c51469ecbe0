package org.evergreen.admin.operations;

import java.util.List;
import java.util.Map;
import org.evergreen.admin.AdminPage;
import org.evergreen.admin.AdminSettings;
import org.evergreen.admin.CustomerNames;
import org.evergreen.admin.Flash;
import org.evergreen.admin.NotFoundException;
import org.evergreen.admin.Numbers;
import org.evergreen.admin.Slice;
import org.evergreen.notice.NoticeLog;
import org.evergreen.notice.NoticeLog.Trouble;
import org.evergreen.storefront.CustomerId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** E-mails that did not go out, and sending one again. */
@Controller
@AdminPage
@RequestMapping(AdminSettings.PATH + "/operations/emails")
class EmailPages {

  private static final int PAGE_SIZE = 25;

  private final AdminSettings settings;
  private final NoticeLog notices;
  private final CustomerNames customers;

  EmailPages(AdminSettings settings, NoticeLog notices, CustomerNames customers) {
    this.settings = settings;
    this.notices = notices;
    this.customers = customers;
  }

  @ModelAttribute("tab")
  OperationsTab tab() {
    return OperationsTab.EMAILS;
  }

  @GetMapping
  String list(@RequestParam(name = "page", defaultValue = "") String page, Model model) {
    Slice<Trouble> troubles =
        Slice.of(Numbers.page(page), PAGE_SIZE, number -> notices.troubles(number, PAGE_SIZE));
    List<CustomerId> ids = troubles.rows().stream().map(Trouble::customer).toList();
    Map<CustomerId, CustomerNames.Name> names = customers.of(ids);
    model.addAttribute("emails", troubles);
    model.addAttribute("customers", names);
    model.addAttribute("counts", notices.counts());
    return "evergreen/admin/emails";
  }

  @PostMapping("/{id}/send-again")
  String sendAgain(@PathVariable("id") String id, RedirectAttributes redirect) {
    long notice = Numbers.key("e-mail", id);
    if (notices.trouble(notice).isEmpty()) {
      throw NotFoundException.of("unsent e-mail", id);
    }
    if (notices.sendAgain(notice)) {
      Flash.done(redirect, "E-mail " + id + " is sent again within seconds.");
    } else {
      Flash.problem(redirect, "Not done: e-mail " + id + " waits for its turn already.");
    }
    return "redirect:" + settings.path() + "/operations/emails";
  }
}
