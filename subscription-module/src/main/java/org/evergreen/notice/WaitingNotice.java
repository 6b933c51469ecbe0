package org.evergreen.notice;

import java.time.Instant;
import org.evergreen.storefront.CustomerId;

/**
 * A notice that this node has taken from the outbox.
 *
 * @param payload JSON of texts by name
 * @param attempts how often it was handed to the mail server before
 * @param takenUntil other nodes leave it alone until then; also shows that nobody took it since
 */
record WaitingNotice(
    long id,
    NoticeKind kind,
    CustomerId customer,
    String payload,
    int attempts,
    Instant takenUntil) {

  int attempt() {
    return attempts + 1;
  }
}
