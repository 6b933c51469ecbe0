package org.evergreen.payment.stripe.wire;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The requests that the double understands. */
public enum Operation {
  CREATE_CUSTOMER("POST", "/v1/customers", "customers.create"),
  RETRIEVE_CUSTOMER("GET", "/v1/customers/(cus_\\w+)", "retrieve"),
  RETRIEVE_METHOD("GET", "/v1/payment_methods/(pm_\\w+)", "retrieve"),
  ATTACH_METHOD("POST", "/v1/payment_methods/(pm_\\w+)/attach", "payment_methods.attach"),
  DETACH_METHOD("POST", "/v1/payment_methods/(pm_\\w+)/detach", "payment_methods.detach"),
  CREATE_INTENT("POST", "/v1/payment_intents", "payment_intents.create"),
  LIST_INTENTS("GET", "/v1/payment_intents", "payment_intents.list"),
  SEARCH_INTENTS("GET", "/v1/payment_intents/search", "payment_intents.search"),
  RETRIEVE_INTENT("GET", "/v1/payment_intents/(pi_\\w+)", "retrieve"),
  CONFIRM_INTENT("POST", "/v1/payment_intents/(pi_\\w+)/confirm", "payment_intents.confirm"),
  CANCEL_INTENT("POST", "/v1/payment_intents/(pi_\\w+)/cancel", "payment_intents.cancel"),
  CREATE_SETUP("POST", "/v1/setup_intents", "setup_intents.create"),
  RETRIEVE_SETUP("GET", "/v1/setup_intents/(seti_\\w+)", "retrieve"),
  RETRIEVE_MANDATE("GET", "/v1/mandates/(mandate_\\w+)", "retrieve"),
  RETRIEVE_DISPUTE("GET", "/v1/disputes/(dp_\\w+)", "retrieve"),
  CREATE_REFUND("POST", "/v1/refunds", "refunds.create"),
  LIST_REFUNDS("GET", "/v1/refunds", "refunds.list"),
  RETRIEVE_REFUND("GET", "/v1/refunds/(re_\\w+)", "retrieve"),
  LIST_EVENTS("GET", "/v1/events", "events.list"),
  RETRIEVE_EVENT("GET", "/v1/events/(evt_\\w+)", "retrieve");

  private final String method;
  private final Pattern path;
  private final String schema;

  Operation(String method, String path, String schema) {
    this.method = method;
    this.path = Pattern.compile(path);
    this.schema = schema;
  }

  static Optional<Operation> of(String method, String path) {
    return Arrays.stream(values())
        .filter(operation -> operation.method.equals(method))
        .filter(operation -> operation.path.matcher(path).matches())
        .findFirst();
  }

  boolean changes() {
    return method.equals("POST");
  }

  String schema() {
    return schema;
  }

  /** The object that a path names, or an empty text. */
  String idIn(String path) {
    Matcher matcher = this.path.matcher(path);
    return matcher.matches() && matcher.groupCount() > 0 ? matcher.group(1) : "";
  }
}
