package org.evergreen.admin.subscription;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evergreen.change.Changes;
import org.evergreen.change.PaidCharges;
import org.evergreen.payment.Charge;
import org.evergreen.payment.ChargeId;
import org.evergreen.payment.ChargeState;
import org.evergreen.payment.Charges;
import org.evergreen.payment.Dispute;
import org.evergreen.payment.Disputes;
import org.evergreen.payment.PaymentMethod;
import org.evergreen.payment.PaymentMethods;
import org.evergreen.renewal.ParkedRenewal;
import org.evergreen.renewal.RenewalGroupStatus;
import org.evergreen.renewal.RenewalGroupView;
import org.evergreen.renewal.RenewalMonitor;
import org.evergreen.subscription.Subscription;

/** Collects what was and will be paid for one subscription. */
class SubscriptionPayments {

  private final PaymentMethods methods;
  private final RenewalMonitor renewals;
  private final Charges charges;
  private final Changes changes;
  private final PaidCharges paid;
  private final Disputes disputes;

  SubscriptionPayments(
      PaymentMethods methods,
      RenewalMonitor renewals,
      Charges charges,
      Changes changes,
      PaidCharges paid,
      Disputes disputes) {
    this.methods = methods;
    this.renewals = renewals;
    this.charges = charges;
    this.changes = changes;
    this.paid = paid;
    this.disputes = disputes;
  }

  /**
   * The payments of one subscription.
   *
   * @param method what pays the renewals
   * @param renewals newest first
   * @param charges of the first order, of changes and of all renewals, newest first
   * @param paid those of them that paid for this subscription
   * @param disputes about any of the charges, newest first
   * @param parked why its renewal was set aside, if it was
   */
  record Payments(
      Optional<PaymentMethod> method,
      List<RenewalGroupView> renewals,
      List<Charge> charges,
      Set<ChargeId> paid,
      List<Dispute> disputes,
      Optional<ParkedRenewal> parked) {

    /** Renewals that are not paid and must be. */
    public List<RenewalGroupView> owed() {
      return renewals.stream()
          .filter(
              group ->
                  group.status() == RenewalGroupStatus.UNPAID
                      || group.status() == RenewalGroupStatus.WAITING)
          .toList();
    }
  }

  Payments of(Subscription subscription) {
    List<RenewalGroupView> groups = renewals.ofSubscription(subscription.id());
    Set<ChargeId> payments =
        paid.of(subscription.id()).stream().map(Charge::id).collect(Collectors.toSet());
    List<Charge> attempts = chargesOf(subscription, groups, payments);
    return new Payments(
        subscription.method().map(method -> methods.byId(List.of(method)).get(method)),
        groups,
        attempts,
        payments,
        disputes.of(attempts.stream().map(Charge::id).toList()),
        renewals.parked(subscription.id()));
  }

  private List<Charge> chargesOf(
      Subscription subscription, List<RenewalGroupView> groups, Set<ChargeId> payments) {
    // The order that began the subscription from which this one goes on paid for that one.
    Stream<Charge> first =
        charges.attempts("checkout-" + subscription.origin()).stream()
            .filter(
                charge ->
                    charge.state() != ChargeState.SUCCEEDED || payments.contains(charge.id()));
    Stream<Charge> changed =
        changes.of(subscription.id()).stream()
            .flatMap(change -> charges.attempts(change.id().reference()).stream());
    Stream<Charge> renewed = groups.stream().flatMap(group -> group.charges().stream());
    return Stream.of(first, changed, renewed)
        .flatMap(Function.identity())
        .sorted(Comparator.comparing(Charge::openedAt).reversed())
        .toList();
  }
}
