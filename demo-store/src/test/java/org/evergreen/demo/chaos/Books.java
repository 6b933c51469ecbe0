package org.evergreen.demo.chaos;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.evergreen.payment.stripe.wire.BookedIntent;

/**
 * All that is known on either side after the dust has settled.
 *
 * @param intents the gateway's books
 * @param charges ours
 * @param renewals what we believe to have renewed
 * @param due how many renewals each subscription must have had by now
 * @param orders how many orders the host has, by their reference
 * @param mails what arrived at the mail server
 * @param notices keys of the notices that may have been handed over
 * @param unfinished what is under way, in words
 */
record Books(
    List<BookedIntent> intents,
    List<OurCharge> charges,
    List<OurRenewal> renewals,
    Map<Long, Integer> due,
    Map<String, Integer> orders,
    List<MailServer.Arrived> mails,
    Set<String> notices,
    List<String> unfinished) {

  /**
   * A charge in our books.
   *
   * @param subject what it pays, for example {@code renewal-7}
   * @param amount in the smallest unit of its currency
   */
  record OurCharge(String key, String subject, String state, String reference, long amount) {

    boolean isPaid() {
      return state.equals("SUCCEEDED");
    }
  }

  /**
   * A renewal in our books.
   *
   * @param subject what pays it
   * @param status of the group that it belongs to
   * @param toPay what the whole group costs, in the smallest unit
   */
  record OurRenewal(long subscription, int cycle, String subject, String status, long toPay) {}
}
