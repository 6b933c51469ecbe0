package org.evergreen.admin.settings;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.evergreen.admin.AdminPage;
import org.evergreen.admin.AdminSettings;
import org.evergreen.admin.Flash;
import org.evergreen.admin.MerchantName;
import org.evergreen.form.FieldViolation;
import org.evergreen.settings.SettingsForm;
import org.evergreen.settings.SettingsStore;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The settings of the shop. */
@Controller
@AdminPage
@RequestMapping(AdminSettings.PATH + "/settings")
class SettingsPages {

  private static final String SEEN = "seen";

  private final AdminSettings settings;
  private final SettingsStore store;
  private final MerchantName merchantName;

  SettingsPages(AdminSettings settings, SettingsStore store, MerchantName merchantName) {
    this.settings = settings;
    this.store = store;
    this.merchantName = merchantName;
  }

  /**
   * What the page shows.
   *
   * @param typed texts by name
   * @param messages what is wrong, by name
   * @param seen what was stored when the form was filled
   * @param stale whether somebody else saved meanwhile
   */
  record View(Map<String, String> typed, Map<String, String> messages, String seen, boolean stale) {

    public List<SettingSections.Section> sections() {
      return SettingSections.ALL;
    }
  }

  @GetMapping
  ModelAndView show() {
    SettingsForm form = SettingsForm.of(store.current());
    return page(new View(form.typed(), Map.of(), seen(form), false), HttpStatus.OK);
  }

  @PostMapping
  ModelAndView save(
      @RequestParam Map<String, String> sent,
      HttpServletRequest request,
      RedirectAttributes redirect) {
    SettingsForm form = new SettingsForm(sent);
    store.forget();
    String now = seen(SettingsForm.of(store.current()));
    SettingsForm.Reading reading = form.read();
    if (reading instanceof SettingsForm.Reading.Invalid invalid) {
      String seen = sent.getOrDefault(SEEN, now);
      return page(
          new View(sent, byField(invalid.violations()), seen, false),
          HttpStatus.UNPROCESSABLE_ENTITY);
    }
    if (!now.equals(sent.getOrDefault(SEEN, now))) {
      return page(new View(sent, Map.of(), now, true), HttpStatus.CONFLICT);
    }
    store.save(
        ((SettingsForm.Reading.Valid) reading).settings(), merchantName.actor(request).name());
    Flash.done(redirect, "The settings are saved.");
    return new ModelAndView("redirect:" + settings.path() + "/settings");
  }

  private static Map<String, String> byField(List<FieldViolation> violations) {
    return violations.stream()
        .collect(Collectors.toMap(FieldViolation::field, FieldViolation::message));
  }

  /** What a form was filled with, short enough for a hidden field. */
  private static String seen(SettingsForm form) {
    return Integer.toHexString(form.typed().hashCode());
  }

  private static ModelAndView page(View view, HttpStatus status) {
    ModelAndView page = new ModelAndView("evergreen/admin/settings", status);
    page.addObject("page", view);
    return page;
  }
}
