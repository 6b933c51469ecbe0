package org.evergreen.payment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.evergreen.installation.ChargingPermission;
import org.evergreen.time.ShopTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes payment methods that were removed here away at their gateways too, again and again until
 * each gateway says that it has none. A copy of the shop tells no gateway: the methods are still
 * those of the shop.
 */
public class RemovedMethods {

  private static final Logger LOG = LoggerFactory.getLogger(RemovedMethods.class);
  private static final Duration AGAIN_AFTER = Duration.ofHours(1);
  private static final int BATCH = 100;

  private final TransactionOperations transactions;
  private final PaymentMethodRows rows;
  private final Gateways gateways;
  private final GatewayRequests requests;
  private final ChargingPermission permission;
  private final ShopTime time;

  RemovedMethods(
      TransactionOperations transactions,
      PaymentMethodRows rows,
      Gateways gateways,
      GatewayRequests requests,
      ChargingPermission permission,
      ShopTime time) {
    this.transactions = transactions;
    this.rows = rows;
    this.gateways = gateways;
    this.requests = requests;
    this.permission = permission;
    this.time = time;
  }

  /**
   * Tells gateways what they have not been told yet. Repeatable, and safe to run on several nodes
   * at once; call it outside of transactions.
   *
   * @return how many methods are gone since
   */
  public int tellGateways() {
    if (!permission.granted()) {
      return 0;
    }
    int gone = 0;
    List<PaymentMethod> due = take();
    while (!due.isEmpty()) {
      gone += (int) due.stream().filter(this::isDetached).count();
      due = take();
    }
    return gone;
  }

  /** Each is taken once a run: it is put off before the gateway is asked. */
  private List<PaymentMethod> take() {
    return transactions.execute(
        status -> rows.takeRemoved(gateways.names(), BATCH, time.now(), again()));
  }

  /** Removes a method that is locked; its gateway is told afterwards, or later by the job. */
  void remove(PaymentMethodId id) {
    rows.remove(id, again());
  }

  /** Tells the gateway of one that was removed just now. */
  void tellGateway(PaymentMethod method) {
    if (gateways.find(method.gateway()).isPresent() && permission.granted()) {
      isDetached(method);
    }
  }

  private Instant again() {
    return time.now().plus(AGAIN_AFTER);
  }

  private boolean isDetached(PaymentMethod method) {
    try {
      requests.ask(method.gateway(), "detach-method", gateway -> detached(gateway, method));
      rows.detached(method.id());
      return true;
    } catch (GatewayUnavailableException failure) {
      LOG.warn("{} is removed here, but not at the gateway yet: {}", method, failure.toString());
      return false;
    }
  }

  private static boolean detached(PaymentGateway gateway, PaymentMethod method) {
    try {
      gateway.detach(method.token());
      return true;
    } catch (UnknownPaymentMethodException gone) {
      LOG.debug("{} was gone at the gateway already", method);
      return false;
    }
  }
}
