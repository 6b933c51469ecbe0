package org.evergreen.demo.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.evergreen.demo.account.AddressBook;
import org.evergreen.demo.checkout.AddressForm;
import org.evergreen.demo.checkout.AddressRules;
import org.evergreen.storefront.PostalAddress;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where an order goes: an address that was used before, or a new one. */
@Controller
class AddressPages {

  private final AddressBook addresses;

  AddressPages(AddressBook addresses) {
    this.addresses = addresses;
  }

  @GetMapping("/checkout/address")
  String addresses(Model page) {
    return page(AddressForm.blank(""), Map.of(), page);
  }

  @PostMapping("/checkout/address")
  String add(
      @ModelAttribute("form") AddressForm form,
      Model page,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    Optional<PostalAddress> address = form.address();
    if (address.isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
      return page(form, AddressRules.problems(form), page);
    }
    redirect.addAttribute(
        "address", addresses.remember(Shopper.required().accountId(), address.get()));
    return "redirect:/checkout";
  }

  private String page(AddressForm form, Map<String, String> problems, Model page) {
    page.addAttribute("form", form);
    page.addAttribute("problems", problems);
    page.addAttribute("saved", addresses.of(Shopper.required().accountId()));
    page.addAttribute("countries", AddressRules.countries());
    return "shop/address";
  }
}
