package org.evergreen.admin.plan;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.evergreen.admin.AdminPage;
import org.evergreen.admin.AdminSettings;
import org.evergreen.admin.Flash;
import org.evergreen.admin.NotFoundException;
import org.evergreen.admin.Numbers;
import org.evergreen.form.FieldViolation;
import org.evergreen.plan.ChangeGroup;
import org.evergreen.plan.ChangeGroupDraft;
import org.evergreen.plan.ChangeGroupForm;
import org.evergreen.plan.ChangeGroupFormReader;
import org.evergreen.plan.ChangeGroupId;
import org.evergreen.plan.ChangeGroupInUseException;
import org.evergreen.plan.ChangeGroupNameTakenException;
import org.evergreen.plan.ChangeGroups;
import org.evergreen.plan.StaleChangeGroupException;
import org.evergreen.plan.UnknownChangeGroupException;
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

/** The list of change groups, and the form on which one is made or changed. */
@Controller
@AdminPage
@RequestMapping(AdminSettings.PATH + "/change-groups")
class ChangeGroupPages {

  private final AdminSettings settings;
  private final ChangeGroups groups;
  private final ChangeGroupFormReader reader;
  private final ChangeGroupDesk desk;

  ChangeGroupPages(
      AdminSettings settings,
      ChangeGroups groups,
      ChangeGroupFormReader reader,
      ChangeGroupDesk desk) {
    this.settings = settings;
    this.groups = groups;
    this.reader = reader;
    this.desk = desk;
  }

  @GetMapping
  String list(Model model) {
    model.addAttribute("groups", desk.rows());
    return "evergreen/admin/change-groups";
  }

  @GetMapping("/new")
  ModelAndView blank() {
    return show(desk.page(Optional.empty(), 0, ChangeGroupForm.empty(), ""), HttpStatus.OK);
  }

  @GetMapping("/{id}")
  ModelAndView edit(@PathVariable("id") String id) {
    ChangeGroup group = group(id);
    return show(
        desk.page(Optional.of(group.id()), group.version(), ChangeGroupForm.of(group), ""),
        HttpStatus.OK);
  }

  @PostMapping
  ModelAndView create(
      @RequestParam MultiValueMap<String, String> sent, RedirectAttributes redirect) {
    return save(Optional.empty(), sent, redirect);
  }

  @PostMapping("/{id}")
  ModelAndView revise(
      @PathVariable("id") String id,
      @RequestParam MultiValueMap<String, String> sent,
      RedirectAttributes redirect) {
    return save(Optional.of(group(id).id()), sent, redirect);
  }

  @PostMapping("/{id}/delete")
  String delete(@PathVariable("id") String id, RedirectAttributes redirect) {
    ChangeGroup group = group(id);
    try {
      groups.delete(group.id());
    } catch (ChangeGroupInUseException used) {
      Flash.problem(
          redirect,
          "Not deleted: plans belong to change group \""
              + group.name()
              + "\". Choose another group, or none, on the page of each.");
      return "redirect:" + settings.path() + "/change-groups/" + group.id();
    } catch (UnknownChangeGroupException gone) {
      throw NotFoundException.of("change group", id);
    }
    Flash.done(redirect, "Change group \"" + group.name() + "\" is deleted.");
    return "redirect:" + settings.path() + "/change-groups";
  }

  private ModelAndView save(
      Optional<ChangeGroupId> id, MultiValueMap<String, String> sent, RedirectAttributes redirect) {
    String version = Optional.ofNullable(sent.getFirst("version")).orElse("");
    ChangeGroupPage page =
        desk.page(id, Numbers.version(version), form(sent), sent.getFirst("find"));
    if (sent.containsKey("search")) {
      return show(page, HttpStatus.OK);
    }
    ChangeGroupFormReader.Reading reading = reader.read(page.form());
    if (reading instanceof ChangeGroupFormReader.Reading.Invalid invalid) {
      return show(page.with(invalid.violations()), HttpStatus.UNPROCESSABLE_ENTITY);
    }
    return save(page, ((ChangeGroupFormReader.Reading.Valid) reading).draft(), redirect);
  }

  private ModelAndView save(
      ChangeGroupPage page, ChangeGroupDraft draft, RedirectAttributes redirect) {
    try {
      page.id()
          .ifPresentOrElse(
              id -> groups.revise(id, page.version(), draft), () -> groups.create(draft));
    } catch (ChangeGroupNameTakenException taken) {
      return show(
          page.with(
              List.of(
                  new FieldViolation(
                      "name", "There is a change group of this name; give it another one"))),
          HttpStatus.UNPROCESSABLE_ENTITY);
    } catch (StaleChangeGroupException stale) {
      ChangeGroup now = group(page.id().orElseThrow().toString());
      return show(page.changedMeanwhile(now.version()), HttpStatus.CONFLICT);
    }
    Flash.done(redirect, "Change group \"" + draft.name() + "\" is saved.");
    return new ModelAndView("redirect:" + settings.path() + "/change-groups");
  }

  private static ChangeGroupForm form(MultiValueMap<String, String> sent) {
    return new ChangeGroupForm(
        sent.getFirst("name"),
        new LinkedHashSet<>(sent.getOrDefault("products", List.of())),
        new ChangeGroupForm.Policies(
            sent.getFirst("allowed"),
            sent.getFirst("upgrade"),
            sent.getFirst("downgrade"),
            sent.getFirst("signUpFee"),
            sent.getFirst("length"),
            sent.getFirst("appliesTo")));
  }

  private ChangeGroup group(String id) {
    return groups
        .find(new ChangeGroupId(Numbers.key("change group", id)))
        .orElseThrow(() -> NotFoundException.of("change group", id));
  }

  private static ModelAndView show(ChangeGroupPage page, HttpStatus status) {
    ModelAndView view = new ModelAndView("evergreen/admin/change-group", status);
    view.addObject("page", page);
    return view;
  }
}
