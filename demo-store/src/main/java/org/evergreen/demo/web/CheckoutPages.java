package org.evergreen.demo.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.evergreen.demo.account.AddressBook;
import org.evergreen.demo.account.SavedAddress;
import org.evergreen.demo.account.ShopUser;
import org.evergreen.demo.cart.Cart;
import org.evergreen.demo.cart.CartOwner;
import org.evergreen.demo.cart.Carts;
import org.evergreen.demo.checkout.CartPricing;
import org.evergreen.demo.checkout.CartTotals;
import org.evergreen.demo.checkout.Checkout;
import org.evergreen.demo.checkout.CheckoutForm;
import org.evergreen.demo.checkout.CheckoutFormReader;
import org.evergreen.demo.checkout.CheckoutReading;
import org.evergreen.demo.checkout.CheckoutResult;
import org.evergreen.demo.checkout.Wallet;
import org.evergreen.money.MoneyInWords;
import org.joda.money.Money;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Checking and paying an order. */
@Controller
class CheckoutPages {

  private final Carts carts;
  private final CartPricing pricing;
  private final AddressBook addresses;
  private final Wallet wallet;
  private final CheckoutFormReader reader;
  private final Checkout checkout;

  CheckoutPages(
      Carts carts,
      CartPricing pricing,
      AddressBook addresses,
      Wallet wallet,
      CheckoutFormReader reader,
      Checkout checkout) {
    this.carts = carts;
    this.pricing = pricing;
    this.addresses = addresses;
    this.wallet = wallet;
    this.reader = reader;
    this.checkout = checkout;
  }

  @GetMapping("/checkout")
  String review(@RequestParam(defaultValue = "") String address, Model page) {
    ShopUser shopper = Shopper.required();
    Cart cart = carts.of(new CartOwner.Shopper(shopper.accountId()));
    if (!cart.canBeOrdered()) {
      return "redirect:/cart";
    }
    Optional<SavedAddress> shipTo = cart.ships() ? shipTo(shopper, address) : Optional.empty();
    if (cart.ships() && shipTo.isEmpty()) {
      return "redirect:/checkout/address";
    }
    page.addAttribute("cart", cart);
    page.addAttribute("shopper", shopper);
    page.addAttribute("shipTo", shipTo.orElse(null));
    CartTotals totals =
        pricing.totals(cart, Optional.of(shopper.customer()), shipTo.map(SavedAddress::address));
    page.addAttribute("totals", totals);
    Money due = totals.today().total();
    WalletView.fill(page, wallet, shopper, due, wallet.preselected(shopper.customer(), due));
    page.addAttribute("token", UUID.randomUUID().toString());
    return "shop/checkout";
  }

  @PostMapping("/checkout/billing-day")
  String billingDay(
      @RequestParam(defaultValue = "") String wanted,
      @RequestParam(defaultValue = "") String address,
      RedirectAttributes redirect) {
    ShopUser shopper = Shopper.required();
    carts.useBillingDay(new CartOwner.Shopper(shopper.accountId()), wanted.equals("yes"));
    chosen(shopper, address).ifPresent(saved -> redirect.addAttribute("address", saved.id()));
    return "redirect:/checkout";
  }

  private Optional<SavedAddress> shipTo(ShopUser shopper, String wanted) {
    return chosen(shopper, wanted).or(() -> addresses.of(shopper.accountId()).stream().findFirst());
  }

  /** The address of his own that a shopper has chosen. */
  private Optional<SavedAddress> chosen(ShopUser shopper, String wanted) {
    return Ids.number(wanted).flatMap(id -> addresses.find(shopper.accountId(), id));
  }

  @PostMapping("/checkout")
  String order(
      @ModelAttribute CheckoutForm form,
      Model page,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    CheckoutReading reading = reader.read(Shopper.required(), form);
    if (reading instanceof CheckoutReading.Unreadable unreadable) {
      return again(unreadable.advice(), form, page, response, redirect);
    }
    CheckoutResult result = checkout.checkOut(((CheckoutReading.Readable) reading).request());
    if (result instanceof CheckoutResult.Ordered ordered) {
      return "redirect:/orders/" + ordered.number() + "?placed";
    }
    if (result instanceof CheckoutResult.AskTheBank asked) {
      BankPages.askAtOnce(redirect);
      return "redirect:/orders/" + asked.number() + "?placed";
    }
    return again(problem(result), form, page, response, redirect);
  }

  /** Shows the page once more, with a new token: what was refused must not count as ordered. */
  private String again(
      String problem,
      CheckoutForm form,
      Model page,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    String view = review(form.address(), page);
    if (view.startsWith("redirect:")) {
      Messages.problem(redirect, problem);
    } else {
      page.addAttribute("problem", problem);
      // What was refused is not offered again at once: the shopper picks.
      page.addAttribute("preselected", "");
      response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
    }
    return view;
  }

  private static String problem(CheckoutResult result) {
    if (result instanceof CheckoutResult.NotPaid notPaid) {
      return notPaid.reason();
    }
    if (result instanceof CheckoutResult.TotalChanged changed) {
      return "The total has changed from "
          + words(changed.seen())
          + " to "
          + words(changed.now())
          + " since you opened this page. Nothing was charged. Please check your order once more.";
    }
    return "Your cart has changed. Nothing was charged. Please check it once more.";
  }

  private static String words(Money amount) {
    return MoneyInWords.write(amount, Locale.US);
  }
}
