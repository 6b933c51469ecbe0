package org.evergreen.admin.plan;

import java.util.Optional;
import org.evergreen.admin.AdminPage;
import org.evergreen.admin.AdminSettings;
import org.evergreen.admin.Flash;
import org.evergreen.form.Typed;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages on which a merchant decides how each product is sold. */
@Controller
@AdminPage
@RequestMapping(AdminSettings.PATH + "/products")
class SellingPages {

  private final AdminSettings settings;
  private final SellingDesk desk;

  SellingPages(AdminSettings settings, SellingDesk desk) {
    this.settings = settings;
    this.desk = desk;
  }

  @GetMapping
  String list(@RequestParam(name = "find", defaultValue = "") String find, Model model) {
    model.addAttribute("list", desk.list(Typed.line(find)));
    return "evergreen/admin/products";
  }

  @GetMapping("/{id}")
  String show(@PathVariable("id") String id, Model model) {
    model.addAttribute("page", desk.page(id));
    return "evergreen/admin/product";
  }

  @PostMapping("/{id}")
  ModelAndView save(
      @PathVariable("id") String id,
      @RequestParam(name = "mode", defaultValue = "") String mode,
      @RequestParam(name = "preselected", defaultValue = "") String preselected,
      RedirectAttributes redirect) {
    SellingDesk.Page page = desk.page(id);
    Optional<String> problem = desk.save(page, mode, preselected);
    if (problem.isPresent()) {
      ModelAndView again = new ModelAndView("evergreen/admin/product");
      again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
      again.addObject("page", page.chosen(mode, preselected));
      again.addObject("problem", problem.get());
      return again;
    }
    Flash.done(redirect, "How \"" + page.name() + "\" is sold is saved.");
    return new ModelAndView("redirect:" + settings.path() + "/products");
  }
}
