package org.evergreen.broadleaf.tryout.site;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.pricing.service.exception.PricingException;
import org.evergreen.broadleaf.Keys;
import org.evergreen.broadleaf.cart.LineGift;
import org.evergreen.broadleaf.cart.LinePlan;
import org.evergreen.form.Typed;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The cart. */
@Controller
class CartPages {

  private static final int MOST = 99;
  private static final String OPTION = "option.";
  private static final String QUANTITY = "A quantity is a whole number from 1 to " + MOST + ".";

  private final Carts carts;
  private final CartViews views;
  private final Shelf shelf;

  CartPages(Carts carts, CartViews views, Shelf shelf) {
    this.carts = carts;
    this.views = views;
    this.shelf = shelf;
  }

  @GetMapping("/cart")
  String cart(Model page) throws PricingException {
    Optional<Order> cart = carts.current();
    page.addAttribute("basket", cart.isEmpty() ? null : views.cart(carts.upToDate(cart.get())));
    return "tryout/cart";
  }

  @PostMapping("/cart/codes")
  String code(@RequestParam(defaultValue = "") String code, RedirectAttributes redirect) {
    carts
        .useCode(Typed.line(code))
        .ifPresentOrElse(
            problem -> redirect.addFlashAttribute("problem", problem),
            () -> redirect.addFlashAttribute("done", "The code is noted."));
    return "redirect:/cart";
  }

  @PostMapping("/cart/lines")
  String add(
      @RequestParam(defaultValue = "") String product,
      @RequestParam(defaultValue = "1") String quantity,
      @RequestParam(defaultValue = "") String plan,
      @RequestParam Map<String, String> fields,
      RedirectAttributes redirect) {
    ProductView wanted =
        shelf.find(product).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    OptionalInt units = quantity(quantity, 1);
    Optional<String> problem =
        units.isEmpty()
            ? Optional.of(QUANTITY)
            : carts.add(wanted.id(), units.getAsInt(), attributes(wanted, plan, fields));
    if (problem.isPresent()) {
      redirect.addFlashAttribute("problem", problem.get());
      return "redirect:/products/" + wanted.id();
    }
    redirect.addFlashAttribute("done", wanted.name() + " is in your cart.");
    return "redirect:/cart";
  }

  private static Map<String, String> attributes(
      ProductView wanted, String plan, Map<String, String> fields) {
    Map<String, String> options = new HashMap<>();
    options.put(LinePlan.PLAN, plan);
    options.put(LineGift.EMAIL, fields.getOrDefault("giftEmail", ""));
    options.put(LineGift.NAME, fields.getOrDefault("giftName", ""));
    for (ProductView.Option option : wanted.options()) {
      String value = fields.getOrDefault(OPTION + option.name(), "");
      if (option.values().contains(value)) {
        options.put(option.name(), value);
      }
    }
    return options;
  }

  @PostMapping("/cart/lines/{item}")
  String change(
      @PathVariable String item,
      @RequestParam(defaultValue = "") String quantity,
      RedirectAttributes redirect) {
    OptionalInt units = quantity(quantity, 0);
    if (units.isEmpty()) {
      redirect.addFlashAttribute("problem", QUANTITY);
    } else {
      Keys.number(item).ifPresent(id -> carts.change(id, units.getAsInt()));
    }
    return "redirect:/cart";
  }

  private static OptionalInt quantity(String text, int least) {
    if (!text.strip().matches("\\d{1,2}")) {
      return OptionalInt.empty();
    }
    int quantity = Integer.parseInt(text.strip());
    return quantity < least ? OptionalInt.empty() : OptionalInt.of(quantity);
  }
}
