package org.evergreen.payment;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evergreen.storefront.CustomerId;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The payment methods that customers have stored. What is said to call the gateway is to be called
 * outside of transactions.
 */
public class PaymentMethods {

  private final TransactionOperations transactions;
  private final PaymentMethodRows rows;
  private final Gateways gateways;
  private final GatewayRequests requests;
  private final Supplier<Stream<MethodUse>> uses;
  private final RemovedMethods removed;

  PaymentMethods(
      TransactionOperations transactions,
      PaymentMethodRows rows,
      Gateways gateways,
      GatewayRequests requests,
      Supplier<Stream<MethodUse>> uses,
      RemovedMethods removed) {
    this.transactions = transactions;
    this.rows = rows;
    this.gateways = gateways;
    this.requests = requests;
    this.uses = uses;
    this.removed = removed;
  }

  /**
   * Keeps the method that a shopper handed to the gateway in his browser. Storing one twice keeps
   * one; storing a removed one brings it back. Storing a blocked card does not unblock it: only a
   * payment or a {@link #storeFinished setup} of the shopper does. Calls the gateway.
   *
   * @throws UnknownPaymentMethodException if the gateway does not know the token
   */
  public PaymentMethod store(CustomerId customer, String gatewayToken) {
    MethodToKeep adopted = ask("store-method", gateway -> gateway.adopt(customer, gatewayToken));
    return rows.keep(customer, gateways.forNewMethods().name(), adopted);
  }

  private <R> R ask(String operation, Function<PaymentGateway, R> question) {
    return requests.ask(gateways.forNewMethods().name(), operation, question);
  }

  /**
   * What the gateway's form for a new method needs; empty when the gateway has no such form. Calls
   * the gateway.
   */
  public Optional<MethodSetup> beginStoring(CustomerId customer) {
    return ask("begin-setup", gateway -> gateway.beginStoring(customer));
  }

  /**
   * Keeps the method that the shopper has entered in the gateway's form, or has confirmed with his
   * bank; it may be charged while he is away. Repeatable. Calls the gateway.
   *
   * @param reference of the {@link MethodSetup}
   * @throws UnknownPaymentMethodException if he has not finished, or it is not his
   */
  public PaymentMethod storeFinished(CustomerId customer, String reference) {
    String entered = ask("finish-setup", gateway -> gateway.finishStoring(customer, reference));
    PaymentMethod stored = store(customer, entered);
    rows.confirmedNow(stored.id());
    return find(customer, stored.id()).orElse(stored);
  }

  /**
   * Makes a stored method ready for charges while the shopper is away, when he pays nothing now. A
   * method that is ready already stays as it is. Calls the gateway.
   *
   * @throws UnknownPaymentMethodException if the customer has no such method
   */
  public SetupOutcome setUp(CustomerId customer, PaymentMethodId id) {
    PaymentMethod method = find(customer, id).orElseThrow(UnknownPaymentMethodException::notStored);
    if (method.setUp() && method.blocked().isEmpty()) {
      return new SetupOutcome.Ready();
    }
    SetupOutcome outcome =
        requests.ask(method.gateway(), "set-up", gateway -> gateway.setUp(method.token()));
    if (outcome instanceof SetupOutcome.Ready) {
      rows.confirmedNow(id);
    }
    return outcome;
  }

  /**
   * Removes a stored method, here and then at the gateway, which {@link RemovedMethods} tells again
   * when it does not answer. Repeatable. Calls the gateway.
   *
   * @throws UnknownPaymentMethodException if the customer has no such method
   */
  public MethodRemoval remove(CustomerId customer, PaymentMethodId id) {
    PaymentMethod method =
        rows.byId(List.of(id)).stream()
            .filter(stored -> stored.customer().equals(customer))
            .findFirst()
            .orElseThrow(UnknownPaymentMethodException::notStored);
    MethodRemoval removal = transactions.execute(status -> removeUnused(customer, id));
    if (removal instanceof MethodRemoval.Removed) {
      removed.tellGateway(method);
    }
    return removal;
  }

  private MethodRemoval removeUnused(CustomerId customer, PaymentMethodId id) {
    rows.lock(customer, id);
    List<Long> subscriptions =
        uses.get().flatMap(use -> use.subscriptionsPaidWith(id).stream()).distinct().toList();
    if (!subscriptions.isEmpty()) {
      return new MethodRemoval.StillUsed(subscriptions);
    }
    if (rows.isBeingCharged(id)) {
      return new MethodRemoval.PaymentUnderWay();
    }
    removed.remove(id);
    return new MethodRemoval.Removed();
  }

  /**
   * Reads a method again at its gateway and keeps what has changed: a new card number or expiry
   * from the account updater, or that it was taken away there. Calls the gateway.
   *
   * @param token of the method, or the gateway's own key of it
   * @param then told of each change in the transaction that writes it: what it throws undoes it
   * @return the stored methods that are different now
   */
  public List<MethodChange> refresh(String gatewayName, String token, Consumer<MethodChange> then) {
    List<PaymentMethod> known = ofToken(gatewayName, token);
    if (known.isEmpty()) {
      return List.of();
    }
    Optional<MethodToKeep> now =
        requests.ask(gatewayName, "read-method", gateway -> gateway.method(token));
    return transactions.execute(
        status -> {
          List<MethodChange> changes =
              known.stream().flatMap(method -> refreshed(method, now).stream()).toList();
          changes.forEach(then);
          return changes;
        });
  }

  private Optional<MethodChange> refreshed(PaymentMethod method, Optional<MethodToKeep> now) {
    if (now.isEmpty()) {
      rows.block(method.id(), "detached");
    } else if (!now.get().details().equals(method.details())) {
      rows.change(method.id(), now.get());
    }
    PaymentMethod after = rows.byId(List.of(method.id())).get(0);
    return after.equals(method) ? Optional.empty() : Optional.of(new MethodChange(method, after));
  }

  /**
   * A method is never again charged while the shopper is away. Takes part in the caller's
   * transaction.
   *
   * @param reason the gateway's code
   */
  public void block(PaymentMethodId id, String reason) {
    rows.block(id, reason);
  }

  /**
   * The owner of methods has taken his consent to debits back: they are blocked, but for those for
   * which he has given it again since.
   *
   * @param token of a method, or the gateway's own key of it
   * @param reason the gateway's code
   * @param when he took it back, as the gateway says; his new consent is dated by the shop
   */
  public void consentWithdrawn(String gateway, String token, String reason, Instant when) {
    ofToken(gateway, token).forEach(method -> rows.withdrawn(method.id(), reason, when));
  }

  /** The methods that a gateway's token, or its own key of a method, stands for. */
  public List<PaymentMethod> ofToken(String gateway, String token) {
    return rows.ofToken(gateway, token);
  }

  /** The methods a customer may pay with, latest first; their gateways are all set up. */
  public List<PaymentMethod> ofCustomer(CustomerId customer) {
    return rows.ofCustomer(customer).stream().filter(this::hasGateway).toList();
  }

  /**
   * A method that this customer may pay with; empty when it is unknown, removed, somebody else's or
   * of a gateway that is not set up.
   */
  public Optional<PaymentMethod> find(CustomerId customer, PaymentMethodId id) {
    return rows.find(customer, id).filter(this::hasGateway);
  }

  private boolean hasGateway(PaymentMethod method) {
    return gateways.find(method.gateway()).isPresent();
  }

  /** The methods with these ids, removed ones too. */
  public Map<PaymentMethodId, PaymentMethod> byId(Collection<PaymentMethodId> ids) {
    return rows.byId(ids).stream()
        .collect(Collectors.toMap(PaymentMethod::id, Function.identity()));
  }
}
