package org.evergreen.demo.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.evergreen.checkout.CartRules;
import org.evergreen.demo.cart.CartCookie;
import org.evergreen.demo.cart.CartItem;
import org.evergreen.demo.cart.CartOwner;
import org.evergreen.demo.cart.Carts;
import org.evergreen.demo.checkout.AddressForm;
import org.evergreen.demo.checkout.AddressRules;
import org.evergreen.demo.checkout.GiftForm;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Giving a subscription to somebody else. */
@Controller
class GiftPages {

  private static final String BACK_TO_CART = "redirect:/cart";

  private final Carts carts;
  private final CartCookie cookie;
  private final CartRules rules;

  GiftPages(Carts carts, CartCookie cookie, CartRules rules) {
    this.carts = carts;
    this.cookie = cookie;
    this.rules = rules;
  }

  @GetMapping("/cart/lines/{line}/gift")
  String form(@PathVariable String line, HttpServletRequest request, Model page) {
    CartItem item = item(owner(request), line);
    return form(item, GiftForm.of(item.gift()), Map.of(), page);
  }

  private static String form(
      CartItem item, GiftForm form, Map<String, String> problems, Model page) {
    page.addAttribute("line", item);
    page.addAttribute("ships", item.sku().kind().ships());
    page.addAttribute("email", form.email());
    page.addAttribute("form", form.address());
    page.addAttribute("problems", problems);
    page.addAttribute("countries", AddressRules.countries());
    return "shop/gift";
  }

  @PostMapping("/cart/lines/{line}/gift")
  String give(
      @PathVariable String line,
      @RequestParam(defaultValue = "") String email,
      @ModelAttribute("form") AddressForm address,
      HttpServletRequest request,
      HttpServletResponse response,
      Model page,
      RedirectAttributes redirect) {
    CartOwner owner = owner(request);
    CartItem item = item(owner, line);
    boolean ships = item.sku().kind().ships();
    GiftForm form = new GiftForm(email, address);
    Map<String, String> problems = form.problems(ships);
    if (!problems.isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
      return form(item, form, problems, page);
    }
    if (!carts.give(owner, item.id(), Optional.of(form.gift(ships)))) {
      Messages.problem(
          redirect,
          item.name() + " is in your cart for this person already. Please change its quantity.");
    }
    return BACK_TO_CART;
  }

  @PostMapping("/cart/lines/{line}/gift/remove")
  String keep(@PathVariable String line, HttpServletRequest request, RedirectAttributes redirect) {
    CartOwner owner = owner(request);
    CartItem item = item(owner, line);
    if (!carts.give(owner, item.id(), Optional.empty())) {
      Messages.problem(
          redirect,
          item.name() + " is in your cart for yourself already. Please change its quantity.");
    }
    return BACK_TO_CART;
  }

  private CartOwner owner(HttpServletRequest request) {
    return cookie.owner(request).orElseThrow(() -> new NotFoundException("There is no cart"));
  }

  /** A line under a plan; only those can be given. */
  private CartItem item(CartOwner owner, String line) {
    return Ids.number(line)
        .filter(number -> rules.allowsGifts())
        .flatMap(number -> carts.of(owner).item(number))
        .filter(item -> item.offer().isPresent())
        .orElseThrow(() -> new NotFoundException("No such line that can be given"));
  }
}
