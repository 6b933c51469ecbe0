package org.evergreen.payment.stripe.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * The books of the double, and what people and banks do behind the shop's back. One thing at a
 * time.
 */
public final class StripeAccount {

  private final Store store;
  private final Methods methods;
  private final Intents intents;
  private final Refunds refunds;
  private final Events events;
  private final Setups setups;
  private final Disputes disputes;
  private final Browser browser;

  StripeAccount(Clock clock) {
    store = new Store(clock);
    events = new Events(store);
    methods = new Methods(store, events);
    intents = new Intents(store, methods, events);
    refunds = new Refunds(store, methods, events);
    setups = new Setups(store, methods, events);
    disputes = new Disputes(store, events);
    browser = new Browser(store, methods, intents, setups);
  }

  synchronized Answer execute(Operation operation, String id, ObjectNode parameters) {
    return switch (operation) {
      case CREATE_CUSTOMER -> methods.createCustomer(parameters);
      case RETRIEVE_METHOD -> methods.retrieve(id);
      case ATTACH_METHOD -> methods.attach(id, parameters);
      case DETACH_METHOD -> methods.detach(id);
      case CREATE_INTENT -> intents.create(parameters);
      case LIST_INTENTS -> intents.list(parameters);
      case SEARCH_INTENTS -> intents.search(parameters);
      case CONFIRM_INTENT -> intents.confirm(id, parameters);
      case CANCEL_INTENT -> intents.cancel(id, parameters);
      case CREATE_SETUP -> setups.create(parameters);
      case CREATE_REFUND -> refunds.create(parameters);
      case LIST_REFUNDS -> refunds.list(parameters);
      case LIST_EVENTS -> events.list(parameters);
      case RETRIEVE_CUSTOMER,
          RETRIEVE_INTENT,
          RETRIEVE_SETUP,
          RETRIEVE_MANDATE,
          RETRIEVE_DISPUTE,
          RETRIEVE_REFUND,
          RETRIEVE_EVENT ->
          store.find(id).map(Answer::ok).orElseGet(() -> Answer.missing("id", id));
    };
  }

  /** What a shopper's browser is answered. */
  synchronized Answer browser(String path, ObjectNode parameters) {
    return browser.answer(path, parameters);
  }

  /** A customer with a stored method, as {@code cus_1:pm_2}. */
  public synchronized String customerWith(TestMethod method) {
    String customer = store.make("customer", "cus").path("id").asText();
    return customer + ":" + methods.store(method, customer);
  }

  /** A further stored method of a customer. */
  public synchronized String methodOf(String customer, TestMethod method) {
    return methods.store(method, customer);
  }

  /** A shopper has entered a method in his browser; nobody owns it yet. */
  public synchronized String looseMethod(TestMethod method) {
    return methods.store(method, null);
  }

  /** A shopper finishes what {@code setup_intents.create} began; the method is his. */
  public synchronized String shopperEnters(String setupIntent, TestMethod method) {
    return setups.finish(setupIntent, method);
  }

  /** A shopper confirms a payment with his bank. */
  public synchronized void shopperConfirms(String intent) {
    intents.succeed(store.get(intent));
  }

  /** A shopper confirms with his bank that a method may be charged while he is away. */
  public synchronized void shopperConfirmsSetup(String setupIntent) {
    setups.succeed(store.get(setupIntent));
  }

  /** A shopper confirms a payment, and the bank declines it after all. */
  public synchronized void shopperConfirmsInVain(String intent, TestMethod like) {
    intents.fail(store.get(intent), like.error());
  }

  /** The days of a bank debit are over. */
  public synchronized void debitArrives(String intent) {
    intents.succeed(store.get(intent));
  }

  /** The days of a bank debit are over, and the bank has sent it back. */
  public synchronized void debitComesBack(String intent, String code) {
    ObjectNode error = JsonNodeFactory.instance.objectNode();
    error.put("type", "card_error").put("code", code).put("message", "The debit came back.");
    intents.fail(store.get(intent), error);
  }

  /**
   * A cardholder contests a payment at his bank.
   *
   * @param status Stripe's, for example {@code needs_response}
   * @return the dispute
   */
  public synchronized String disputed(String intent, String status) {
    return disputes.open(intent, status);
  }

  /** A bank sends a refund back. */
  public synchronized void refundComesBack(String refund) {
    refunds.comesBack(refund);
  }

  /** A stored method behaves like another from now on. */
  public synchronized void becomes(String method, TestMethod like) {
    methods.become(method, like);
  }

  /** A field of an object as text, empty when it has none. */
  public synchronized String object(String id, String field) {
    return store.get(id).path(field).asText("").replace("null", "");
  }

  /** The line items of a payment, for example {@code Coffee 2 x 495}. */
  public synchronized List<String> lineItems(String intent) {
    List<String> items = new ArrayList<>();
    for (JsonNode item : intents.lineItems(intent)) {
      String name = item.path("product_name").asText();
      String quantity = item.path("quantity").asText();
      items.add(name + " " + quantity + " x " + item.path("unit_cost").asText());
    }
    return items;
  }

  /** A dispute goes on, or ends. */
  public synchronized void disputeBecomes(String dispute, String status) {
    disputes.become(dispute, status);
  }

  /** The merchant gives money back in Stripe's dashboard. */
  public synchronized String refundedInDashboard(String intent, long amount) {
    return refunds.inDashboard(intent, amount);
  }

  /** The account updater has a new expiry of a stored card. */
  public synchronized void cardUpdated(String method, int expiryYear) {
    methods.update(method, expiryYear);
  }

  /** A method is taken from its customer behind the shop's back. */
  public synchronized void methodDetached(String method) {
    methods.detach(method);
  }

  /** The owner of a bank account takes his consent to debits back. */
  public synchronized void consentEnds(String method) {
    methods.endConsent(method);
  }

  /** Whether the search misses everything, as it may for a minute. */
  public synchronized void searchLags(boolean lags) {
    intents.searchLags(lags);
  }

  /** All payment intents, first to last. */
  public synchronized List<BookedIntent> intents() {
    return reversed(store.all("payment_intent", any -> true)).map(BookedIntent::of).toList();
  }

  /** All refunds, first to last. */
  public synchronized List<BookedRefund> refunds() {
    return reversed(store.all("refund", any -> true)).map(BookedRefund::of).toList();
  }

  /** The bodies of all webhooks that the account would send, first to last. */
  public synchronized List<String> events() {
    return reversed(store.all("event", any -> true)).map(JsonNode::toString).toList();
  }

  /** The bodies of webhooks after the first ones, for a reader that has had those. */
  public synchronized List<String> eventsAfter(int had) {
    return reversed(store.all("event", any -> true)).skip(had).map(JsonNode::toString).toList();
  }

  /**
   * A stored method behaves from now on like another one: money has come in, or has run out.
   *
   * @param token as it is stored, {@code cus_1:pm_2}, or the method alone
   */
  public synchronized void methodBecomes(String token, TestMethod kind) {
    methods.becomes(token.substring(token.indexOf(':') + 1), kind);
  }

  /** How many objects of a kind there are, for example {@code customer}. */
  public synchronized int count(String object) {
    return store.all(object, any -> true).size();
  }

  private static Stream<ObjectNode> reversed(List<ObjectNode> latestFirst) {
    Collections.reverse(latestFirst);
    return latestFirst.stream();
  }
}
