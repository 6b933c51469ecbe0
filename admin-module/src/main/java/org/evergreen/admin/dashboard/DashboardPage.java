package org.evergreen.admin.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.evergreen.admin.AdminPage;
import org.evergreen.admin.AdminSettings;
import org.evergreen.metrics.VitalsReader;
import org.evergreen.payment.Refunds;
import org.evergreen.subscription.SubscriptionFigures;
import org.evergreen.subscription.SubscriptionStatus;
import org.evergreen.time.ShopTime;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The merchant's first page. */
@Controller
@AdminPage
@RequestMapping(AdminSettings.PATH)
class DashboardPage {

  private static final int SOON = 7;
  private static final int LATER = 30;
  private static final Duration RECENT = Duration.ofDays(30);

  private final SubscriptionFigures figures;
  private final VitalsReader vitals;
  private final Refunds refunds;
  private final ShopTime time;

  DashboardPage(SubscriptionFigures figures, VitalsReader vitals, Refunds refunds, ShopTime time) {
    this.figures = figures;
    this.vitals = vitals;
    this.refunds = refunds;
    this.time = time;
  }

  @GetMapping({"", "/"})
  String show(Model model) {
    Map<SubscriptionStatus, Long> byStatus = figures.byStatus();
    model.addAttribute("active", count(byStatus, SubscriptionStatus.ACTIVE));
    model.addAttribute("trialing", count(byStatus, SubscriptionStatus.TRIALING));
    model.addAttribute("pastDue", count(byStatus, SubscriptionStatus.PAST_DUE));
    model.addAttribute("leaving", count(byStatus, SubscriptionStatus.PENDING_CANCEL));
    model.addAttribute("soon", figures.dueBefore(endOfDay(SOON)));
    model.addAttribute("later", figures.dueBefore(endOfDay(LATER)));
    model.addAttribute("vitals", vitals.now());
    model.addAttribute("failedRefunds", refunds.failedSince(time.now().minus(RECENT)));
    model.addAttribute("now", time.now());
    return "evergreen/admin/dashboard";
  }

  /** Whole calendar days of the shop: today, and so many more. */
  private Instant endOfDay(int days) {
    return time.today().plusDays(days + 1L).atStartOfDay(time.zone()).toInstant();
  }

  private static long count(Map<SubscriptionStatus, Long> counts, SubscriptionStatus status) {
    return counts.getOrDefault(status, 0L);
  }
}
