package org.evergreen.demo.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;
import org.evergreen.admin.AdminPage;
import org.evergreen.admin.Flash;
import org.evergreen.demo.clock.TimeTravel;
import org.evergreen.time.ShopTime;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The merchant's page on which the demo's clock is moved. */
@Controller
@AdminPage
@Profile("demo & !production")
class ClockPages {

  private static final String PAGE = "/admin/demo/clock";
  private static final Period FARTHEST = Period.ofYears(10);

  private static final Map<String, Period> STEPS =
      Map.of(
          "day", Period.ofDays(1),
          "week", Period.ofWeeks(1),
          "month", Period.ofMonths(1),
          "year", Period.ofYears(1));

  private final TimeTravel travel;
  private final ShopTime time;

  ClockPages(TimeTravel travel, ShopTime time) {
    this.travel = travel;
    this.time = time;
  }

  @GetMapping(PAGE)
  String clock(Model page) {
    ZonedDateTime now = now();
    page.addAttribute("now", time.now());
    page.addAttribute("tomorrow", now.toLocalDate().plusDays(1));
    page.addAttribute("farthest", now.toLocalDate().plus(FARTHEST));
    page.addAttribute("journey", travel.latest().orElse(null));
    return "shop/clock";
  }

  @PostMapping(PAGE)
  String move(
      @RequestParam(defaultValue = "") String by,
      @RequestParam(defaultValue = "") String to,
      RedirectAttributes redirect) {
    Optional<ZonedDateTime> target = target(by, to);
    if (target.isEmpty()) {
      Flash.problem(redirect, "Please choose a date after today and within the next ten years.");
    } else if (!travel.setOut(target.get().toInstant())) {
      Flash.problem(redirect, "The clock is moving already. Please wait until it has arrived.");
    }
    return "redirect:" + PAGE;
  }

  private Optional<ZonedDateTime> target(String by, String to) {
    if (!by.isEmpty()) {
      return Optional.ofNullable(STEPS.get(by)).map(step -> now().plus(step));
    }
    try {
      LocalDate date = LocalDate.parse(to);
      LocalDate today = now().toLocalDate();
      boolean allowed = date.isAfter(today) && !date.isAfter(today.plus(FARTHEST));
      return allowed
          ? Optional.of(LocalDateTime.of(date, now().toLocalTime()).atZone(time.zone()))
          : Optional.empty();
    } catch (DateTimeException noDate) {
      return Optional.empty();
    }
  }

  private ZonedDateTime now() {
    return time.now().atZone(time.zone());
  }
}
