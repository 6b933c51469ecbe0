package org.evergreen.admin.subscription;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evergreen.admin.CustomerNames;
import org.evergreen.change.ChangeId;
import org.evergreen.change.ChangeState;
import org.evergreen.change.ChangeView;
import org.evergreen.payment.Refund;
import org.evergreen.storefront.OrderSummary;
import org.evergreen.storefront.PostalAddress;
import org.evergreen.subscription.EnteredCredit;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionEvent;

/**
 * Everything about one subscription.
 *
 * @param upcoming the next payment dates
 * @param orders the first one and the renewals', newest first
 * @param history newest first
 * @param can what the merchant may do now, with what would come of it
 * @param money credit, what can be refunded, and changes
 */
record SubscriptionView(
    Subscription subscription,
    CustomerNames.Name customer,
    List<Instant> upcoming,
    Optional<PostalAddress> shipTo,
    List<OrderSummary> orders,
    SubscriptionPayments.Payments payments,
    List<SubscriptionEvent> history,
    MerchantActions.Allowed can,
    MoneyView money) {

  /**
   * Money beside the renewals, and changes.
   *
   * @param credits every movement, newest first
   * @param refundable what could be given back when it is ended at once
   * @param changes newest first
   * @param toConfirm the change whose payment waits for the shopper to confirm it with his bank
   * @param token for the forms that move money
   */
  record MoneyView(
      List<EnteredCredit> credits,
      Optional<RefundDesk.Refundable> refundable,
      List<Refund> refunds,
      List<ChangeView> changes,
      Optional<ChangeId> toConfirm,
      String token) {

    /** Whether a change waits, for the next payment or for the shopper's bank. */
    public boolean canWithdraw(ChangeView change) {
      return change.state() == ChangeState.SCHEDULED
          || toConfirm.filter(change.id()::equals).isPresent();
    }
  }
}
