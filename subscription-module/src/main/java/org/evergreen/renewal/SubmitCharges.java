package org.evergreen.renewal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.evergreen.installation.ChargingPermission;
import org.evergreen.payment.Charge;
import org.evergreen.payment.ChargeId;
import org.evergreen.payment.ChargeResult;
import org.evergreen.payment.Charges;
import org.evergreen.payment.GatewayCalls;
import org.evergreen.storefront.CustomerId;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Sends opened charges to the gateway: that it may have heard of them is committed first, and only
 * while the accounts are still ours.
 */
final class SubmitCharges {

  private final TransactionOperations transactions;
  private final AccountLeases leases;
  private final Charges charges;
  private final GatewayCalls gateway;
  private final ChargingPermission permission;

  SubmitCharges(
      TransactionOperations transactions,
      AccountLeases leases,
      Charges charges,
      GatewayCalls gateway,
      ChargingPermission permission) {
    this.transactions = transactions;
    this.leases = leases;
    this.charges = charges;
    this.gateway = gateway;
    this.permission = permission;
  }

  /**
   * What the gateway said to the charges that were still ours to send. A copy of the shop sends
   * none.
   */
  List<ChargeResult> submit(Claim claim, List<Charge> opened) {
    if (opened.isEmpty()) {
      return List.of();
    }
    if (!permission.granted()) {
      return opened.stream().map(charge -> ChargeResult.inACopy(charge.id())).toList();
    }
    Set<ChargeId> submitted = transactions.execute(status -> markSubmitted(claim, opened));
    List<ChargeResult> results = new ArrayList<>(submitted.size());
    for (List<Charge> turn : inTurn(opened, submitted)) {
      results.addAll(gateway.charge(turn));
    }
    return results;
  }

  /** One charge of each customer at a time, so that what he has pays his oldest debt first. */
  private static Collection<List<Charge>> inTurn(List<Charge> opened, Set<ChargeId> submitted) {
    Map<CustomerId, Integer> before = new HashMap<>();
    Map<Integer, List<Charge>> turns = new TreeMap<>();
    for (Charge charge : opened) {
      if (submitted.contains(charge.id())) {
        int turn = before.merge(charge.customer(), 1, Integer::sum);
        turns.computeIfAbsent(turn, key -> new ArrayList<>()).add(charge);
      }
    }
    return turns.values();
  }

  private Set<ChargeId> markSubmitted(Claim claim, List<Charge> opened) {
    Set<Long> held = leases.held(claim);
    Set<CustomerId> ours =
        claim.accounts().stream()
            .filter(account -> held.contains(account.id()))
            .map(Claim.Account::customer)
            .collect(Collectors.toSet());
    return Set.copyOf(
        charges.submit(
            opened.stream()
                .filter(charge -> ours.contains(charge.customer()))
                .map(Charge::id)
                .toList()));
  }
}
