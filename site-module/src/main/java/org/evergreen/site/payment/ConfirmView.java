package org.evergreen.site.payment;

import java.util.List;
import java.util.Optional;
import org.evergreen.payment.BrowserPayment;
import org.springframework.http.HttpStatus;

/**
 * The page that a link from an e-mail opens. Whoever has the link may see it, so it says nothing of
 * the shopper but the amount and the card's last digits.
 *
 * @param good whether all is well with the payment
 * @param payment what the browser needs for the bank's question; empty when there is none to ask
 * @param way what the shopper can do otherwise
 */
public record ConfirmView(
    HttpStatus status,
    boolean good,
    String title,
    List<String> sentences,
    Optional<BrowserPayment> payment,
    Way way) {

  /** A link to another page. */
  public record Way(String label, String path) {}
}
