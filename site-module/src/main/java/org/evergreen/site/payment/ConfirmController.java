package org.evergreen.site.payment;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.evergreen.payment.Charge;
import org.evergreen.payment.Charges;
import org.evergreen.payment.ShopperConfirmations;
import org.evergreen.renewal.ConfirmLinks;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Confirming a payment with the bank, from a link in an e-mail and without signing in. Opening the
 * page changes nothing, so that whoever looks at mails ahead of their readers does no harm.
 */
@Controller
@RequestMapping(ConfirmLinks.PATH)
public class ConfirmController {
  private static final String TOKEN = "token";
  private static final String ASKED = "evergreenAsked";

  private final ConfirmLinks links;
  private final Charges charges;
  private final ShopperConfirmations confirmations;
  private final ConfirmViews views;

  ConfirmController(
      ConfirmLinks links, Charges charges, ShopperConfirmations confirmations, ConfirmViews views) {
    this.links = links;
    this.charges = charges;
    this.confirmations = confirmations;
    this.views = views;
  }

  /** Where the payment stands, with the bank's question if it waits for that. */
  @GetMapping
  public String open(
      @RequestParam(name = TOKEN, defaultValue = "") String token,
      Model model,
      HttpServletResponse response) {
    ConfirmView view = view(links.read(token), model.containsAttribute(ASKED));
    model.addAttribute("view", view);
    model.addAttribute(TOKEN, token);
    response.setStatus(view.status().value());
    response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
    // The address is a key: no other site and no search engine gets it.
    response.setHeader("Referrer-Policy", "same-origin");
    response.setHeader("X-Robots-Tag", "noindex");
    return "evergreen/site/payment/confirm";
  }

  private ConfirmView view(ConfirmLinks.Reading link, boolean asked) {
    if (link instanceof ConfirmLinks.Reading.Valid valid) {
      Optional<Charge> charge = charges.find(valid.charge());
      return charge.map(found -> views.of(found, asked)).orElseGet(views::unknown);
    }
    return link instanceof ConfirmLinks.Reading.Expired ? views.expired() : views.unknown();
  }

  /** The bank has answered: what is true is read at the gateway. */
  @PostMapping
  public String answered(
      @RequestParam(name = TOKEN, defaultValue = "") String token, RedirectAttributes redirect) {
    ConfirmLinks.Reading link = links.read(token);
    if (link instanceof ConfirmLinks.Reading.Valid valid) {
      confirmations.settle(valid.charge());
      redirect.addFlashAttribute(ASKED, true);
    }
    // What is no link of ours may be anything, and too long for an address.
    redirect.addAttribute(TOKEN, link instanceof ConfirmLinks.Reading.Unknown ? "" : token);
    return "redirect:" + ConfirmLinks.PATH;
  }
}
