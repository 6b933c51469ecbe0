package org.evergreen.payment.stripe;

import com.stripe.param.PaymentIntentCreateParams.AmountDetails;
import com.stripe.param.PaymentIntentCreateParams.AmountDetails.LineItem;
import java.util.List;
import java.util.Optional;
import org.evergreen.payment.ChargeLine;
import org.evergreen.payment.ChargeRequest;
import org.joda.money.Money;

/**
 * What a charge pays for, as Stripe takes it: at most 200 items whose quantities times costs add up
 * to the amount. A charge whose lines do not is asked for without them; it never fails over them.
 */
final class LineItems {

  private static final int MOST = 200;
  private static final int LONGEST_NAME = 1024;

  private LineItems() {}

  static Optional<AmountDetails> of(ChargeRequest request) {
    List<ChargeLine> lines = request.details().lines();
    if (lines.isEmpty() || lines.size() > MOST || !addUp(lines, request.amount())) {
      return Optional.empty();
    }
    try {
      // Should Stripe still find a fault in the sum, it leaves the items out and charges.
      AmountDetails.Builder details = AmountDetails.builder().setEnforceArithmeticValidation(false);
      lines.forEach(line -> details.addLineItem(item(line)));
      return Optional.of(details.build());
    } catch (UnchargeableAmountException tooFine) {
      return Optional.empty();
    }
  }

  private static boolean addUp(List<ChargeLine> lines, Money amount) {
    return lines.stream().map(ChargeLine::amount).allMatch(part -> part.isSameCurrency(amount))
        && Money.total(lines.stream().map(ChargeLine::amount).toList()).isEqual(amount);
  }

  /** Of several that do not divide evenly, one item of all. */
  private static LineItem item(ChargeLine line) {
    long all = MinorUnits.of(line.amount());
    boolean even = all % line.quantity() == 0;
    String name = even ? line.name() : line.quantity() + " x " + line.name();
    return LineItem.builder()
        .setProductName(name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME))
        .setQuantity(even ? (long) line.quantity() : 1L)
        .setUnitCost(even ? all / line.quantity() : all)
        .build();
  }
}
