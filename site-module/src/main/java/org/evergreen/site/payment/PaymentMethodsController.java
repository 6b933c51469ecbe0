package org.evergreen.site.payment;

import java.util.Map;
import java.util.Optional;
import org.evergreen.payment.GatewayUnavailableException;
import org.evergreen.payment.MethodSetup;
import org.evergreen.payment.PaymentMethodId;
import org.evergreen.payment.PaymentMethods;
import org.evergreen.site.selfservice.NewCards;
import org.evergreen.storefront.CustomerId;
import org.evergreen.storefront.Customers;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the shopper has stored to pay with: looking, adding, removing, paying all with one. */
@Controller
@RequestMapping(PaymentMethodsController.PATH)
public class PaymentMethodsController {
  static final String PATH = "/account/payment-methods";
  private static final String OWED = "owed";
  private static final String ID = "{id:[1-9][0-9]{0,17}}";

  private final Customers customers;
  private final MethodCards cards;
  private final MethodDesk desk;
  private final NewCards newCards;
  private final PaymentMethods methods;

  PaymentMethodsController(
      Customers customers,
      MethodCards cards,
      MethodDesk desk,
      NewCards newCards,
      PaymentMethods methods) {
    this.customers = customers;
    this.cards = cards;
    this.desk = desk;
    this.newCards = newCards;
    this.methods = methods;
  }

  @GetMapping
  public String list(Model model) {
    model.addAttribute("methods", cards.of(customer()));
    model.addAttribute(OWED, desk.owed(customer()));
    model.addAttribute("offered", newCards.offered());
    model.addAttribute("form", newCards.form().orElse(null));
    return "evergreen/site/payment/methods";
  }

  /** Begins what the gateway's form for a new card finishes; the answer is for the page alone. */
  @PostMapping("/setup")
  public ResponseEntity<Map<String, String>> begin() {
    try {
      Optional<MethodSetup> setup = methods.beginStoring(customer());
      return setup
          .map(
              begun ->
                  ResponseEntity.ok()
                      .cacheControl(CacheControl.noStore())
                      .body(Map.of("clientSecret", begun.clientSecret())))
          .orElseGet(() -> ResponseEntity.notFound().build());
    } catch (GatewayUnavailableException unavailable) {
      return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).build();
    }
  }

  /** Stores a card that was picked or entered. */
  @PostMapping
  public String add(
      @RequestParam(name = "method", defaultValue = "") String method,
      @RequestParam(name = "card", defaultValue = "") String card,
      @RequestParam(name = "all", defaultValue = "") String all,
      @RequestParam(name = OWED, defaultValue = "") String owed,
      RedirectAttributes redirect) {
    Optional<String> shown = Optional.of(owed).filter(sum -> all.equals("yes"));
    return answer(desk.add(customer(), method, card, shown), redirect);
  }

  /** Has one pay all subscriptions. */
  @PostMapping("/" + ID + "/pay-all")
  public String payAll(
      @PathVariable("id") long id,
      @RequestParam(name = OWED, defaultValue = "") String owed,
      RedirectAttributes redirect) {
    return answer(desk.payAll(customer(), new PaymentMethodId(id), owed), redirect);
  }

  /** Removes one. */
  @PostMapping("/" + ID + "/remove")
  public String remove(@PathVariable("id") long id, RedirectAttributes redirect) {
    return answer(desk.remove(customer(), new PaymentMethodId(id)), redirect);
  }

  private static String answer(MethodDesk.Answer answer, RedirectAttributes redirect) {
    if (answer.confirm().isPresent()) {
      return "redirect:" + answer.confirm().get();
    }
    redirect.addFlashAttribute(
        answer.done() ? "evergreenNotice" : "evergreenProblem", answer.sentence());
    return "redirect:" + PATH;
  }

  private CustomerId customer() {
    return customers
        .signedIn()
        .orElseThrow(() -> new AccessDeniedException("Sign in to see your payment methods"));
  }
}
