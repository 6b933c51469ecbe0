package org.evergreen.payment.stripe.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Customers and payment methods of the account. */
final class Methods {

  private final Store store;
  private final Events events;
  private final Map<String, TestMethod> kinds = new HashMap<>();
  private final Set<String> setUp = new HashSet<>();

  Methods(Store store, Events events) {
    this.store = store;
    this.events = events;
  }

  Answer createCustomer(JsonNode parameters) {
    ObjectNode customer = store.make("customer", "cus");
    customer.setAll((ObjectNode) parameters);
    return Answer.ok(customer);
  }

  /** A stored method as a browser leaves it, with the account's customer or without one. */
  String store(TestMethod kind, String customer) {
    ObjectNode method = store.make("payment_method", "pm");
    kind.describe(method);
    if (customer == null) {
      method.putNull("customer");
    } else {
      method.put("customer", customer);
    }
    String id = method.path("id").asText();
    kinds.put(id, kind);
    return id;
  }

  void becomes(String id, TestMethod kind) {
    store.get(id);
    kinds.put(id, kind);
  }

  Optional<TestMethod> kind(String id) {
    return Optional.ofNullable(kinds.get(id)).or(() -> TestMethod.of(id));
  }

  Answer retrieve(String id) {
    Optional<TestMethod> standing = TestMethod.of(id);
    if (standing.isPresent()) {
      return Answer.ok(store.get(store(standing.get(), null)));
    }
    return store.find(id).map(Answer::ok).orElseGet(() -> Answer.missing("payment_method", id));
  }

  Answer attach(String id, JsonNode parameters) {
    String customer = parameters.path("customer").asText();
    if (store.find(customer).isEmpty()) {
      return Answer.missing("customer", customer);
    }
    Optional<TestMethod> kind = kind(id);
    if (kind.isEmpty()) {
      return Answer.missing("payment_method", id);
    }
    if (kind.get().declines() && kind.get() != TestMethod.FAILS_WHEN_CHARGED) {
      return Answer.declined(kind.get().error(), null);
    }
    String attached = TestMethod.of(id).isPresent() ? store(kind.get(), null) : id;
    ObjectNode method = store.get(attached);
    if (!method.path("customer").isNull()) {
      return Answer.invalid(
          "payment_method_unexpected_state",
          "payment_method",
          "The payment method you provided has already been attached to a customer.");
    }
    method.put("customer", customer);
    events.happened("payment_method.attached", method);
    return Answer.ok(method);
  }

  Answer detach(String id) {
    Optional<ObjectNode> method = store.find(id);
    if (method.isEmpty()) {
      return Answer.missing("payment_method", id);
    }
    if (method.get().path("customer").isNull()) {
      return Answer.invalid(
          "payment_method_unexpected_state",
          "payment_method",
          "The payment method you provided is not attached to a customer so detachment is"
              + " impossible.");
    }
    method.get().putNull("customer");
    events.happened("payment_method.detached", method.get());
    return Answer.ok(method.get());
  }

  boolean belongs(String id, String customer) {
    return TestMethod.of(id).isPresent()
        || store.find(id).filter(m -> m.path("customer").asText().equals(customer)).isPresent();
  }

  void own(String id, String customer) {
    store.get(id).put("customer", customer);
  }

  /** The bank has agreed to charges while the shopper is away. */
  void setUp(String id) {
    setUp.add(id);
  }

  void become(String id, TestMethod like) {
    kinds.put(id, like);
  }

  boolean isSetUp(String id) {
    return setUp.contains(id) && kinds.get(id) == TestMethod.AUTHENTICATES_ONCE;
  }

  /** The account updater has a new card for the shopper. */
  void update(String id, int expiryYear) {
    ObjectNode method = store.get(id);
    ((ObjectNode) method.path("card")).put("exp_year", expiryYear);
    events.happened("payment_method.automatically_updated", method);
  }

  /** The owner of a bank account took his consent to debits back. */
  void endConsent(String method) {
    ObjectNode mandate = store.make("mandate", "mandate");
    mandate.put("payment_method", method).put("status", "inactive").put("type", "multi_use");
    events.happened("mandate.updated", mandate);
  }
}
