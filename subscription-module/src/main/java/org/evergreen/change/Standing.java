package org.evergreen.change;

import java.util.List;
import org.evergreen.subscription.Subscription;

/**
 * What a quote is a change of: where a subscription and its lines stand. Not its version: a payment
 * that was declined moves that, and the quote shall stay payable.
 */
final class Standing {

  private Standing() {}

  /** The same for as long as the change that was quoted would do what was quoted. */
  static String fingerprint(Subscription subscription) {
    return QuoteToken.fingerprint(List.of(text(subscription)));
  }

  static String text(Subscription subscription) {
    StringBuilder text = new StringBuilder();
    text.append(subscription.id())
        .append(' ')
        .append(subscription.status())
        .append(' ')
        .append(subscription.nextCycle())
        .append(' ')
        .append(subscription.nextPaymentAt())
        .append(' ')
        .append(subscription.endsAt())
        .append(' ')
        .append(subscription.paymentsLeft());
    subscription
        .lines()
        .forEach(
            line ->
                text.append('\n')
                    .append(line.id())
                    .append(' ')
                    .append(line.plan())
                    .append(' ')
                    .append(line.sku())
                    .append(' ')
                    .append(line.quantity())
                    .append(' ')
                    .append(line.unitPrice()));
    return text.toString();
  }
}
