package org.evergreen.admin.plan;

import java.util.List;
import java.util.Optional;
import org.evergreen.admin.AdminPage;
import org.evergreen.admin.AdminSettings;
import org.evergreen.admin.Flash;
import org.evergreen.admin.NotFoundException;
import org.evergreen.admin.Numbers;
import org.evergreen.plan.Plan;
import org.evergreen.plan.PlanFormReader;
import org.evergreen.plan.PlanFormReading;
import org.evergreen.plan.PlanId;
import org.evergreen.plan.Plans;
import org.evergreen.plan.StalePlanException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of plans, and the form on which one is made or changed. */
@Controller
@AdminPage
@RequestMapping(AdminSettings.PATH + "/plans")
class PlanPages {

  private static final String FORM = "evergreen/admin/plan";

  private final AdminSettings settings;
  private final Plans plans;
  private final PlanFormReader reader;
  private final PlanList list;
  private final ProductChoices products;
  private final PlanDesk desk;
  private final PlanInWords words;

  PlanPages(
      AdminSettings settings,
      Plans plans,
      PlanFormReader reader,
      PlanList list,
      ProductChoices products,
      PlanDesk desk,
      PlanInWords words) {
    this.settings = settings;
    this.plans = plans;
    this.reader = reader;
    this.list = list;
    this.products = products;
    this.desk = desk;
    this.words = words;
  }

  @GetMapping
  String list(Model model) {
    model.addAttribute("plans", list.rows());
    return "evergreen/admin/plans";
  }

  @GetMapping("/new")
  ModelAndView blank() {
    return show(desk.blank(), HttpStatus.OK);
  }

  @GetMapping("/{id}")
  ModelAndView edit(@PathVariable("id") String id) {
    return show(desk.of(plan(id)), HttpStatus.OK);
  }

  /** The boxes of the product picker, for the script that refreshes them while one types. */
  @GetMapping("/products")
  String products(
      @RequestParam(name = "find", defaultValue = "") String text,
      @RequestParam(name = "products", required = false) List<String> ticked,
      Model model) {
    model.addAttribute("choices", products.find(text, ticked == null ? List.of() : ticked));
    return "evergreen/admin/product-choices :: choices(choices=${choices})";
  }

  /** What shoppers will read, for the script that refreshes it while one types. */
  @PostMapping("/preview")
  ModelAndView preview(@RequestParam MultiValueMap<String, String> sent) {
    ModelAndView view =
        new ModelAndView("evergreen/admin/plan-preview :: preview(preview=${preview})");
    view.addObject("preview", desk.preview(sent));
    return view;
  }

  @PostMapping
  ModelAndView create(
      @RequestParam MultiValueMap<String, String> sent, RedirectAttributes redirect) {
    PlanPage page = desk.sent(Optional.empty(), sent);
    if (sent.containsKey("search")) {
      return show(page, HttpStatus.OK);
    }
    PlanFormReading reading = reader.read(page.form());
    if (reading instanceof PlanFormReading.Invalid invalid) {
      return show(page.with(invalid.violations()), HttpStatus.UNPROCESSABLE_ENTITY);
    }
    PlanFormReading.Valid valid = (PlanFormReading.Valid) reading;
    Plan made = plans.find(plans.createOnce(page.key(), valid.draft())).orElseThrow();
    if (made.version() > 0) {
      Flash.problem(
          redirect,
          "Not made: this form has made the plan \""
              + made.name()
              + "\" before, which has changed since. Open a new form to make another one.");
      return new ModelAndView("redirect:" + settings.path() + "/plans");
    }
    return saved(valid, redirect);
  }

  @PostMapping("/{id}")
  ModelAndView revise(
      @PathVariable("id") String id,
      @RequestParam MultiValueMap<String, String> sent,
      RedirectAttributes redirect) {
    PlanId plan = plan(id).id();
    PlanPage page = desk.sent(Optional.of(plan.value()), sent);
    if (sent.containsKey("search")) {
      return show(page, HttpStatus.OK);
    }
    PlanFormReading reading = reader.read(page.form());
    if (reading instanceof PlanFormReading.Invalid invalid) {
      return show(page.with(invalid.violations()), HttpStatus.UNPROCESSABLE_ENTITY);
    }
    return revise(plan, page, (PlanFormReading.Valid) reading, redirect);
  }

  private ModelAndView revise(
      PlanId id, PlanPage page, PlanFormReading.Valid valid, RedirectAttributes redirect) {
    try {
      plans.revise(id, page.version(), valid.draft());
    } catch (StalePlanException stale) {
      Plan now = plan(id.toString());
      return show(
          page.changedMeanwhile(now.version(), words.write(now.terms())), HttpStatus.CONFLICT);
    }
    return saved(valid, redirect);
  }

  private ModelAndView saved(PlanFormReading.Valid valid, RedirectAttributes redirect) {
    Flash.done(redirect, "Plan \"" + valid.draft().name() + "\" is saved.");
    return new ModelAndView("redirect:" + settings.path() + "/plans");
  }

  private Plan plan(String id) {
    return plans
        .find(new PlanId(Numbers.key("plan", id)))
        .orElseThrow(() -> NotFoundException.of("plan", id));
  }

  private static ModelAndView show(PlanPage page, HttpStatus status) {
    ModelAndView view = new ModelAndView(FORM, status);
    view.addObject("page", page);
    return view;
  }
}
