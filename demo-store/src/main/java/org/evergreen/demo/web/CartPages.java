package org.evergreen.demo.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.OptionalInt;
import org.evergreen.checkout.CartRules;
import org.evergreen.demo.account.AddressBook;
import org.evergreen.demo.account.CurrentUser;
import org.evergreen.demo.account.SavedAddress;
import org.evergreen.demo.account.ShopUser;
import org.evergreen.demo.cart.Addition;
import org.evergreen.demo.cart.Cart;
import org.evergreen.demo.cart.CartCookie;
import org.evergreen.demo.cart.CartOwner;
import org.evergreen.demo.cart.Carts;
import org.evergreen.demo.cart.Quantity;
import org.evergreen.demo.cart.RemovedLine;
import org.evergreen.demo.checkout.CartPricing;
import org.evergreen.demo.coupon.CouponAnswer;
import org.evergreen.plan.PlanId;
import org.evergreen.storefront.PostalAddress;
import org.evergreen.storefront.SkuId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The cart. */
@Controller
class CartPages {

  private static final String BACK_TO_CART = "redirect:/cart";

  private final Carts carts;
  private final CartCookie cookie;
  private final CartPricing pricing;
  private final AddressBook addresses;
  private final CartRules rules;

  CartPages(
      Carts carts, CartCookie cookie, CartPricing pricing, AddressBook addresses, CartRules rules) {
    this.carts = carts;
    this.cookie = cookie;
    this.pricing = pricing;
    this.addresses = addresses;
    this.rules = rules;
  }

  @GetMapping("/cart")
  String cart(HttpServletRequest request, Model page) {
    Cart cart = cookie.owner(request).map(carts::of).orElseGet(Cart::empty);
    Optional<ShopUser> shopper = CurrentUser.shopper();
    Optional<PostalAddress> shipTo =
        shopper
            .flatMap(user -> addresses.of(user.accountId()).stream().findFirst())
            .map(SavedAddress::address);
    page.addAttribute("cart", cart);
    page.addAttribute("gifts", rules.allowsGifts());
    page.addAttribute("estimate", shipTo.isEmpty());
    page.addAttribute("totals", pricing.totals(cart, shopper.map(ShopUser::customer), shipTo));
    return "shop/cart";
  }

  @PostMapping("/cart/lines")
  String add(
      @RequestParam(defaultValue = "") String sku,
      @RequestParam(defaultValue = "") String plan,
      @RequestParam(required = false) String quantity,
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    SkuId wanted = Ids.sku(sku).orElseThrow(() -> new NotFoundException("No such SKU"));
    Optional<PlanId> chosen = plan.isBlank() ? Optional.empty() : Optional.of(plan(plan));
    OptionalInt units = quantity == null ? OptionalInt.of(1) : Quantity.read(quantity);
    // Without a quantity nothing is put in; the answer still depends on whether the SKU exists.
    Addition addition =
        units.isPresent()
            ? carts.add(cookie.ownerOrNew(request, response), wanted, chosen, units.getAsInt())
            : carts.refuseQuantity(wanted);
    return answer(addition, wanted, redirect);
  }

  private static String answer(Addition addition, SkuId wanted, RedirectAttributes redirect) {
    if (addition instanceof Addition.Added added) {
      Messages.done(redirect, added.sku().name() + " is in your cart.");
      return BACK_TO_CART;
    }
    if (addition instanceof Addition.Refused refused) {
      Messages.problem(redirect, refused.reason());
      redirect.addAttribute("id", refused.product().id().value());
      redirect.addAttribute("sku", wanted.value());
      return "redirect:/products/{id}";
    }
    throw new NotFoundException("No such SKU");
  }

  private static PlanId plan(String text) {
    return Ids.plan(text).orElseThrow(() -> new NotFoundException("No such plan"));
  }

  @PostMapping("/cart/coupon")
  String useCoupon(
      @RequestParam(defaultValue = "") String code,
      HttpServletRequest request,
      RedirectAttributes redirect) {
    CouponAnswer answer = carts.useCoupon(owner(request), code);
    if (answer instanceof CouponAnswer.Refused refused) {
      Messages.problem(redirect, refused.advice());
      redirect.addFlashAttribute("typedCode", code.length() <= 40 ? code : "");
    }
    return BACK_TO_CART;
  }

  @PostMapping("/cart/coupon/remove")
  String removeCoupon(HttpServletRequest request) {
    carts.removeCoupon(owner(request));
    return BACK_TO_CART;
  }

  @PostMapping("/cart/lines/{line}/quantity")
  String setQuantity(
      @PathVariable String line,
      @RequestParam(defaultValue = "") String quantity,
      HttpServletRequest request,
      RedirectAttributes redirect) {
    OptionalInt units = Quantity.read(quantity);
    CartOwner owner = owner(request);
    long id = line(line);
    if (units.isEmpty()) {
      requireLine(owner, id);
      Messages.problem(redirect, Quantity.ADVICE);
    } else if (!carts.setQuantity(owner, id, units.getAsInt())) {
      throw new NotFoundException("No such line in this cart");
    }
    return BACK_TO_CART;
  }

  @PostMapping("/cart/lines/{line}/remove")
  String remove(
      @PathVariable String line, HttpServletRequest request, RedirectAttributes redirect) {
    RemovedLine removed =
        carts
            .remove(owner(request), line(line))
            .orElseThrow(() -> new NotFoundException("No such line in this cart"));
    RemovedLines.keep(request.getSession(), removed);
    redirect.addFlashAttribute("removed", removed);
    return BACK_TO_CART;
  }

  /** Puts one of the lines back that were removed last; one that is back is left alone. */
  @PostMapping("/cart/lines/{line}/undo")
  String undo(
      @PathVariable String line,
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    HttpSession session = request.getSession();
    long id = line(line);
    Optional<RemovedLine> removed = RemovedLines.take(session, id);
    if (removed.isEmpty()) {
      if (!RemovedLines.isBack(session, id)) {
        Messages.problem(redirect, "This can't be put back any more. Please add it again.");
      }
      return BACK_TO_CART;
    }
    Addition addition = carts.putBack(cookie.ownerOrNew(request, response), removed.get());
    if (!(addition instanceof Addition.Added)) {
      RemovedLines.keep(session, removed.get());
    }
    return answer(addition, removed.get().sku(), redirect);
  }

  private void requireLine(CartOwner owner, long line) {
    if (carts.of(owner).entry(line).isEmpty()) {
      throw new NotFoundException("No such line in this cart");
    }
  }

  private CartOwner owner(HttpServletRequest request) {
    return cookie.owner(request).orElseThrow(() -> new NotFoundException("There is no cart"));
  }

  private static long line(String text) {
    return Ids.number(text).orElseThrow(() -> new NotFoundException("No such line"));
  }
}
