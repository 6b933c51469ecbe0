package org.evergreen.broadleaf.tryout.site;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.evergreen.broadleaf.tryout.start.TryoutClock;
import org.evergreen.renewal.RenewalRecovery;
import org.evergreen.renewal.RenewalRun;
import org.evergreen.renewal.RunReport;
import org.evergreen.subscription.CalendarWork;
import org.evergreen.terms.TermsInWords;
import org.evergreen.time.ShopTime;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Moves the shop's time forward, so that a renewal can be seen without waiting for it. */
@Controller
class ClockPages {

  private final TryoutClock clock;
  private final ShopTime time;
  private final RenewalRun renewals;
  private final RenewalRecovery recovery;
  private final CalendarWork calendar;

  ClockPages(
      TryoutClock clock,
      ShopTime time,
      RenewalRun renewals,
      RenewalRecovery recovery,
      CalendarWork calendar) {
    this.clock = clock;
    this.time = time;
    this.renewals = renewals;
    this.recovery = recovery;
    this.calendar = calendar;
  }

  @GetMapping("/clock")
  String clock(Model page) {
    page.addAttribute("now", time.localTimeOf(time.now()).truncatedTo(ChronoUnit.MINUTES));
    return "tryout/clock";
  }

  @PostMapping("/clock")
  String forward(@RequestParam(defaultValue = "") String step, RedirectAttributes redirect) {
    clock.forward(
        switch (step) {
          case "day" -> Duration.ofDays(1);
          case "week" -> Duration.ofDays(7);
          case "month" -> Duration.between(time.now(), monthAhead());
          default -> Duration.ZERO;
        });
    RunReport report = renewals.runDue();
    recovery.recover();
    calendar.doDue();
    redirect.addFlashAttribute("done", "The shop's clock is moved. " + words(report));
    return "redirect:/clock";
  }

  private Instant monthAhead() {
    return time.localTimeOf(time.now()).plusMonths(1).atZone(time.zone()).toInstant();
  }

  static String words(RunReport report) {
    return report.renewals() == 0
        ? "Nothing was due."
        : TermsInWords.counted(report.renewals(), "due renewal")
            + ", charged in "
            + TermsInWords.counted(report.charges(), "payment")
            + ".";
  }
}
