package org.evergreen.broadleaf.tryout.site;

import java.util.Map;
import java.util.Optional;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.pricing.service.exception.PricingException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Address, payment, and the order that comes of them. */
@Controller
class CheckoutPages {

  private static final String TO_CART = "redirect:/cart";
  private static final String ORDER = "redirect:/account/orders/";
  private static final String TO_CHECKOUT = "redirect:/checkout";

  private final Carts carts;
  private final CartViews views;
  private final CheckoutDesk desk;
  private final CheckoutCards cards;

  CheckoutPages(Carts carts, CartViews views, CheckoutDesk desk, CheckoutCards cards) {
    this.carts = carts;
    this.views = views;
    this.desk = desk;
    this.cards = cards;
  }

  @GetMapping("/checkout")
  String checkout(Model page) throws PricingException {
    Optional<Order> cart = carts.current();
    if (cart.isEmpty()) {
      return TO_CART;
    }
    if (desk.needsAddress(cart.get())) {
      return "redirect:/checkout/address";
    }
    CartView view = views.cart(carts.upToDate(carts.current().orElseThrow()));
    if (!view.problems().isEmpty()) {
      return TO_CART;
    }
    page.addAttribute("basket", view);
    page.addAttribute("address", CartViews.address(carts.current().orElseThrow()).orElse(null));
    page.addAttribute("form", cards.form(view.total()).orElse(null));
    page.addAttribute("cards", cards.offered());
    return "tryout/checkout";
  }

  @GetMapping("/checkout/address")
  String address(Model page) {
    return addressPage(AddressForm.empty(), Map.of(), page);
  }

  @PostMapping("/checkout/address")
  String address(@ModelAttribute AddressForm form, Model page) throws PricingException {
    Optional<Order> cart = carts.current();
    if (cart.isEmpty()) {
      return TO_CART;
    }
    Map<String, String> problems = form.problems();
    if (!problems.isEmpty()) {
      return addressPage(form, problems, page);
    }
    desk.sendTo(cart.get(), form.address());
    return TO_CHECKOUT;
  }

  private static String addressPage(AddressForm form, Map<String, String> wrong, Model page) {
    page.addAttribute("form", form);
    page.addAttribute("wrong", wrong);
    return "tryout/address";
  }

  @PostMapping("/checkout")
  String place(
      @RequestParam(defaultValue = "") String card,
      @RequestParam(defaultValue = "") String total,
      RedirectAttributes redirect)
      throws PricingException {
    if (carts.becomeOrder().isPresent()) {
      return ORDER + carts.becomeOrder().get();
    }
    Optional<Order> cart = carts.current();
    if (cart.isEmpty() || desk.needsAddress(cart.get())) {
      return TO_CHECKOUT;
    }
    CartView view = views.cart(carts.upToDate(carts.current().orElseThrow()));
    if (!view.problems().isEmpty()) {
      return TO_CART;
    }
    if (!view.total().toString().equals(total)) {
      return again("The total has changed. Please look at it once more.", redirect);
    }
    CheckoutDesk.Placing placing = desk.place(carts.current().orElseThrow(), card);
    if (placing instanceof CheckoutDesk.Placing.Placed placed) {
      return ORDER + placed.number();
    }
    return again(((CheckoutDesk.Placing.Refused) placing).reason(), redirect);
  }

  private static String again(String problem, RedirectAttributes redirect) {
    redirect.addFlashAttribute("problem", problem);
    return TO_CHECKOUT;
  }

  @GetMapping("/account/orders/{number}")
  String order(@PathVariable String number, Model page) {
    Order order =
        desk.placed(number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    page.addAttribute("placed", order);
    page.addAttribute("view", views.order(order));
    return "tryout/order";
  }
}
