package org.evergreen.change;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.evergreen.payment.Charge;
import org.evergreen.payment.ChargePurpose;
import org.evergreen.payment.ChargeState;
import org.evergreen.payment.Decline;
import org.evergreen.payment.PaymentMethod;
import org.evergreen.payment.ShopperCharges;
import org.evergreen.payment.ShopperConfirmations;
import org.evergreen.subscription.Actor;
import org.evergreen.subscription.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What follows when a change has been written down: it is paid, and its order is placed. Outside of
 * transactions; whatever is interrupted here is made up for by recovery.
 */
final class PayChange {

  private static final Logger LOG = LoggerFactory.getLogger(PayChange.class);

  private final ShopperCharges charges;
  private final ShopperConfirmations confirmations;
  private final Payable payable;
  private final ChangeOrders orders;
  private final MoneyBack moneyBack;
  private final OwnSubscriptions own;
  private final ChangeRows rows;

  PayChange(
      ShopperCharges charges,
      ShopperConfirmations confirmations,
      Payable payable,
      ChangeOrders orders,
      MoneyBack moneyBack,
      OwnSubscriptions own,
      ChangeRows rows) {
    this.charges = charges;
    this.confirmations = confirmations;
    this.payable = payable;
    this.orders = orders;
    this.moneyBack = moneyBack;
    this.own = own;
    this.rows = rows;
  }

  Optional<PaymentMethod> method(Subscription subscription) {
    return payable.method(subscription);
  }

  /** Has a change paid if something is due, and says what came of it. */
  ChangeResult settle(ChangeRow row, Optional<PaymentMethod> method) {
    if (row.state() != ChangeState.OPEN) {
      return finished(row);
    }
    try {
      return charge(row, method.orElseThrow());
    } catch (RuntimeException failure) {
      LOG.error("Change {} is not settled yet; recovery goes on with it", row.id(), failure);
      return new ChangeResult.Unanswered(row.id());
    }
  }

  private ChangeResult charge(ChangeRow row, PaymentMethod method) {
    String subject = row.id().reference();
    Charge charge =
        charges.charge(
            subject,
            ChargePurpose.CHANGE,
            row.customer(),
            method.id(),
            row.plan().amounts().toPay(),
            BeginChange.description(row));
    if (charge.state() == ChargeState.ACTION_REQUIRED) {
      if (canConfirm(row, charge)) {
        return new ChangeResult.ToConfirm(row.id(), charge);
      }
      charge = charges.cancel(subject).orElse(charge);
    }
    ChangeRow settled = rows.find(row.id()).orElseThrow();
    return settled.state() == ChangeState.REFUSED ? refused(settled, charge) : finished(settled);
  }

  private boolean canConfirm(ChangeRow row, Charge charge) {
    return row.askedBy().kind() == Actor.Kind.SHOPPER && confirmations.isOfferedFor(charge);
  }

  /**
   * Gives up a change whose payment waits for the shopper; whether it is given up then, and not
   * paid by him meanwhile.
   */
  boolean giveUp(ChangeRow row) {
    Optional<Charge> last = charges.cancel(row.id().reference());
    ChangeRow settled = rows.find(row.id()).orElseThrow();
    finished(settled);
    boolean paid = last.filter(it -> it.state() == ChargeState.SUCCEEDED).isPresent();
    return settled.state() == ChangeState.REFUSED && !paid;
  }

  private ChangeResult refused(ChangeRow row, Charge charge) {
    if (charge.state() == ChargeState.CANCELED) {
      return new ChangeResult.NeedsShopper();
    }
    if (charge.state() == ChargeState.SUCCEEDED) {
      return finished(row);
    }
    String reason = charge.decline().map(Decline::message).orElse("The payment was refused.");
    return new ChangeResult.Declined(reason + " Nothing was taken, and nothing has changed.");
  }

  private ChangeResult finished(ChangeRow row) {
    if (row.state() == ChangeState.APPLIED) {
      orders.place(List.of(row));
      moneyBack.payBack(List.of(row));
    }
    return result(row);
  }

  /** What waits for the shopper to confirm its payment. */
  Optional<ChangeResult.ToConfirm> toConfirm(ChangeRow row) {
    return charges
        .waiting(row.id().reference())
        .map(charge -> new ChangeResult.ToConfirm(row.id(), charge));
  }

  /** What came of a change, as far as it is known. */
  ChangeResult result(ChangeRow row) {
    return switch (row.state()) {
      case OPEN ->
          toConfirm(row)
              .<ChangeResult>map(Function.identity())
              .orElseGet(() -> new ChangeResult.Unanswered(row.id()));
      case SCHEDULED -> new ChangeResult.Scheduled(row.id(), row.applyAt().orElseThrow());
      case APPLIED ->
          new ChangeResult.Applied(row.id(), own.startedBy(row.id()).orElse(row.subscription()));
      case REFUSED ->
          new ChangeResult.Refused(row.problem().orElse("This change was not possible."));
      case WITHDRAWN -> new ChangeResult.Refused("This change was taken back.");
    };
  }
}
