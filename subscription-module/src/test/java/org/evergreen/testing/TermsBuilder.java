package org.evergreen.testing;

import java.util.Optional;
import org.evergreen.terms.Alignment;
import org.evergreen.terms.AlignmentDay;
import org.evergreen.terms.Commitment;
import org.evergreen.terms.DownloadRelease;
import org.evergreen.terms.PlanConditions;
import org.evergreen.terms.PurchaseLimit;

/** The terms that plans and offers have in common beside price and dates: none until told. */
final class TermsBuilder {

  private Optional<Alignment> alignment = Optional.empty();
  private boolean shippingOnce;
  private PurchaseLimit limit = PurchaseLimit.NONE;
  private Commitment commitment = Commitment.none();
  private DownloadRelease downloads = DownloadRelease.ALL_AT_ONCE;

  void align(AlignmentDay day, Alignment.FirstPayment firstPayment, int graceDays) {
    alignment = Optional.of(new Alignment(day, firstPayment, graceDays));
  }

  void grace(int days) {
    Alignment known = alignment.orElseThrow();
    align(known.day(), known.firstPayment(), days);
  }

  void shippingOnce() {
    shippingOnce = true;
  }

  void limit(PurchaseLimit value) {
    limit = value;
  }

  void commitment(int payments, int noticeDays) {
    commitment = new Commitment(payments, noticeDays);
  }

  void drip() {
    downloads = DownloadRelease.AFTER_RENEWAL;
  }

  Optional<Alignment> alignment() {
    return alignment;
  }

  PlanConditions conditions() {
    return new PlanConditions(shippingOnce, limit, commitment, downloads);
  }
}
