package org.evergreen.admin.operations;

import org.evergreen.admin.AdminPage;
import org.evergreen.admin.AdminSettings;
import org.evergreen.admin.Flash;
import org.evergreen.admin.NotFoundException;
import org.evergreen.jobs.JobBoard;
import org.evergreen.jobs.JobState;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The jobs, and running one at once. */
@Controller
@AdminPage
@RequestMapping(AdminSettings.PATH + "/operations")
class JobPages {

  private final AdminSettings settings;
  private final JobBoard jobs;

  JobPages(AdminSettings settings, JobBoard jobs) {
    this.settings = settings;
    this.jobs = jobs;
  }

  @ModelAttribute("tab")
  OperationsTab tab() {
    return OperationsTab.JOBS;
  }

  @GetMapping({"", "/jobs"})
  String list(Model model) {
    model.addAttribute("jobs", jobs.all());
    model.addAttribute("names", new JobNames());
    return "evergreen/admin/jobs";
  }

  @PostMapping("/jobs/{name}/run")
  String run(@PathVariable("name") String name, RedirectAttributes redirect) {
    if (jobs.all().stream().map(JobState::name).noneMatch(name::equals)) {
      throw NotFoundException.of("job", name);
    }
    String label = new JobNames().label(name);
    if (jobs.runNow(name)) {
      Flash.done(redirect, label + " begins within seconds.");
    } else {
      Flash.problem(redirect, "Not done: " + label + " is running, or no node runs jobs.");
    }
    return "redirect:" + settings.path() + "/operations/jobs";
  }
}
