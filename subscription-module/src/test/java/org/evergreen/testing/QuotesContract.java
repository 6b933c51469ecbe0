package org.evergreen.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Optional;
import org.evergreen.storefront.Quote;
import org.evergreen.storefront.QuoteLine;
import org.evergreen.storefront.QuoteRequest;
import org.evergreen.storefront.SkuId;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** What every host must do when it prices orders that are not placed. */
abstract class QuotesContract extends OrdersHost {

  @Test
  protected void quoteKeepsTheAgreedPriceAndItsPartsAddUp() {
    Quote.Priced quote = priced(physical("q", 2));
    assertThat(quote.reference()).isEqualTo("q");
    assertThat(quote.lines()).hasSize(1);
    assertThat(quote.lines().get(0).key()).isEqualTo("line-1");
    assertThat(paid(quote.lines().get(0))).isEqualTo(agreedPrice().multipliedBy(2));
    assertThat(quote.lines().get(0).tax().isNegative()).isFalse();
    assertThat(quote.total())
        .isEqualTo(
            quote
                .lines()
                .get(0)
                .amount()
                .plus(quote.lines().get(0).tax())
                .plus(quote.shipping())
                .plus(quote.shippingTax()));
  }

  @Test
  protected void whatShipsCostsShipping() {
    assertThat(priced(physical("q", 2)).shipping()).isEqualTo(shippingOfTwo());
  }

  @Test
  protected void whatDoesNotShipNeedsNoAddressAndCostsNoShipping() {
    Quote.Priced quote = priced(virtual("q", 3));
    assertThat(quote.shipping().isZero()).isTrue();
    assertThat(quote.shippingTax().isZero()).isTrue();
    assertThat(paid(quote.lines().get(0))).isEqualTo(agreedPrice().multipliedBy(3));
  }

  @Test
  protected void whatShipsIsRefusedWithoutAnAddress() {
    QuoteRequest request = request("q", Optional.empty(), line("line-1", physicalSku(), 1));
    assertThat(refused(orders().quote(List.of(request)).get(0)).reason()).isNotBlank();
  }

  @Test
  protected void cartBeforeSignInIsPriced() {
    QuoteRequest signedIn = virtual("q", 1);
    QuoteRequest anonymous =
        new QuoteRequest(
            "q", Optional.empty(), signedIn.currency(), Optional.empty(), signedIn.lines());
    assertThat(paid(priced(anonymous).lines().get(0))).isEqualTo(agreedPrice());
  }

  @Test
  protected void everyLineOfAQuoteIsPricedUnderItsKey() {
    QuoteRequest request =
        request(
            "q",
            Optional.of(address()),
            line("a", physicalSku(), 1),
            line("b", virtualSku(), 2),
            line("c", physicalSku(), 3));
    assertThat(priced(request).lines())
        .extracting(Quote.PricedLine::key, this::paid)
        .containsExactlyInAnyOrder(
            tuple("a", agreedPrice()),
            tuple("b", agreedPrice().multipliedBy(2)),
            tuple("c", agreedPrice().multipliedBy(3)));
  }

  @Test
  protected void freeLineIsPricedAtZero() {
    QuoteLine free =
        new QuoteLine("free", virtualSku(), 1, Money.zero(agreedPrice().getCurrencyUnit()));
    assertThat(priced(request("q", Optional.empty(), free)).total().isZero()).isTrue();
  }

  @Test
  protected void badRequestsAreRefusedWithAReasonAndDisturbNoOthers() {
    List<QuoteRequest> requests =
        List.of(
            virtual("good-1", 1),
            request("unknown", Optional.empty(), line("l", new SkuId("no-such-sku"), 1)),
            request(
                "unknown-number",
                Optional.empty(),
                line("l", new SkuId("99999999999999999999999"), 1)),
            request("unsellable", Optional.of(address()), line("l", unsellableSku(), 1)),
            physical("good-2", 1));
    List<Quote> quotes = orders().quote(requests);
    assertThat(quotes)
        .extracting(Quote::reference)
        .containsExactly("good-1", "unknown", "unknown-number", "unsellable", "good-2");
    assertThat(quotes.get(0)).isInstanceOf(Quote.Priced.class);
    assertThat(refused(quotes.get(1)).reason()).contains("no-such-sku");
    assertThat(refused(quotes.get(2)).reason()).isNotBlank();
    assertThat(refused(quotes.get(3)).reason()).isNotBlank();
    assertThat(quotes.get(4)).isInstanceOf(Quote.Priced.class);
  }

  @Test
  protected void quoteKeepsNothing() {
    long before = keptOrders();
    priced(physical("q", 2));
    assertThat(keptOrders()).isEqualTo(before);
    assertThat(orders().quote(List.of())).isEmpty();
  }

  @Test
  protected void discountIsTakenOffItsLineBeforeTax() {
    QuoteLine reduced = new QuoteLine("reduced", virtualSku(), 2, agreedPrice(), cent(), true);
    QuoteLine free =
        new QuoteLine("free", virtualSku(), 2, agreedPrice(), agreedPrice().multipliedBy(2), true);
    Quote.Priced quote =
        priced(request("q", Optional.empty(), reduced, line("full", virtualSku(), 2), free));
    assertThat(quote.lines())
        .extracting(Quote.PricedLine::key, this::paid)
        .containsExactlyInAnyOrder(
            tuple("reduced", agreedPrice().multipliedBy(2).minus(cent())),
            tuple("full", agreedPrice().multipliedBy(2)),
            tuple("free", agreedPrice().multipliedBy(0)));
  }

  private Money cent() {
    return Money.ofMinor(agreedPrice().getCurrencyUnit(), 1);
  }

  @Test
  protected void whatShipsFreeCostsNoShippingAndIsStillSentSomewhere() {
    QuoteLine free =
        new QuoteLine("free", physicalSku(), 2, agreedPrice(), cent().minus(cent()), false);
    Quote.Priced quote = priced(request("q", Optional.of(address()), free));
    assertThat(quote.shipping().isZero()).isTrue();
    assertThat(quote.shippingTax().isZero()).isTrue();
    QuoteRequest nowhere = request("q", Optional.empty(), free);
    assertThat(refused(orders().quote(List.of(nowhere)).get(0)).reason()).isNotBlank();
  }

  @Test
  protected void shippingIsChargedForTheLinesThatCountForIt() {
    QuoteLine free =
        new QuoteLine("free", physicalSku(), 5, agreedPrice(), cent().minus(cent()), false);
    Quote.Priced quote =
        priced(request("q", Optional.of(address()), free, line("paid", physicalSku(), 2)));
    assertThat(quote.shipping()).isEqualTo(shippingOfTwo());
  }
}
