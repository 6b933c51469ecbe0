package org.evergreen.admin.installation;

import jakarta.servlet.http.HttpServletRequest;
import org.evergreen.admin.AdminPage;
import org.evergreen.admin.AdminSettings;
import org.evergreen.admin.Flash;
import org.evergreen.admin.MerchantName;
import org.evergreen.installation.ShopIdentity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The two answers to the question whether this is the shop. */
@Controller
@AdminPage
@RequestMapping(AdminSettings.PATH + "/installation")
class InstallationPages {

  private final AdminSettings settings;
  private final ShopIdentity identity;
  private final MerchantName merchantName;

  InstallationPages(AdminSettings settings, ShopIdentity identity, MerchantName merchantName) {
    this.settings = settings;
    this.identity = identity;
    this.merchantName = merchantName;
  }

  @PostMapping("/copy")
  String thisIsACopy(HttpServletRequest request, RedirectAttributes redirect) {
    if (identity.check().isTheShop()) {
      return dashboard(redirect, "This is the shop itself; nothing has changed.");
    }
    identity.thisIsACopy(merchantName.actor(request).name());
    Flash.done(redirect, "This is a copy. It charges nobody and writes to nobody.");
    return "redirect:" + settings.path();
  }

  @PostMapping("/shop")
  String thisIsTheShop(
      @RequestParam(defaultValue = "false") boolean onlyOne,
      HttpServletRequest request,
      RedirectAttributes redirect) {
    if (!onlyOne) {
      return dashboard(
          redirect,
          "Nothing has changed: please confirm that the shop at its old place does not run any"
              + " more. Two that run would charge your customers twice.");
    }
    identity.thisIsTheShop(merchantName.actor(request).name());
    Flash.done(redirect, "This is the shop. Charges and e-mails go out again.");
    return "redirect:" + settings.path();
  }

  private String dashboard(RedirectAttributes redirect, String problem) {
    Flash.problem(redirect, problem);
    return "redirect:" + settings.path();
  }
}
