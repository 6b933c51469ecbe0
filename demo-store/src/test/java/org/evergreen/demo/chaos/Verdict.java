package org.evergreen.demo.chaos;

import java.util.List;

/**
 * What a comparison of the books came to; all zero when everything is right.
 *
 * @param renewalsDue renewals that had to be settled so far
 * @param doubleCharges payments at the gateway beyond the one that a subject may have
 * @param lostCharges due renewals that are not settled by exactly one payment
 * @param bookDifference by how many cents the gateway's books and ours differ, payment by payment
 * @param orderDifference orders of the host that are missing or too many
 * @param duplicateNotices mails that were handed over a second time
 * @param stuck things that are under way although nothing goes on any more
 * @param findings all of it in words
 */
record Verdict(
    int renewalsDue,
    int doubleCharges,
    int lostCharges,
    long bookDifference,
    int orderDifference,
    int duplicateNotices,
    int stuck,
    List<String> findings) {

  /** Before anything was due. */
  static Verdict nothingYet() {
    return new Verdict(0, 0, 0, 0, 0, 0, 0, List.of());
  }

  boolean isGood() {
    return findings.isEmpty();
  }
}
