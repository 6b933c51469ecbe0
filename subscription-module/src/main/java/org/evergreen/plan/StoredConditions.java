package org.evergreen.plan;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.evergreen.terms.Commitment;
import org.evergreen.terms.DownloadRelease;
import org.evergreen.terms.PlanConditions;
import org.evergreen.terms.PurchaseLimit;

/** What holds beside price and dates, in the columns of a plan. */
@Embeddable
class StoredConditions {

  @Column(name = "shipping_once")
  private boolean shippingOnce;

  @Enumerated(EnumType.STRING)
  @Column(name = "purchase_limit")
  private PurchaseLimit limit;

  @Column(name = "minimum_payments")
  private int minimumPayments;

  @Column(name = "notice_days")
  private int noticeDays;

  @Enumerated(EnumType.STRING)
  @Column(name = "downloads")
  private DownloadRelease downloads;

  protected StoredConditions() {}

  StoredConditions(PlanConditions conditions) {
    shippingOnce = conditions.shippingOnce();
    limit = conditions.limit();
    minimumPayments = conditions.commitment().minimumPayments();
    noticeDays = conditions.commitment().noticeDays();
    downloads = conditions.downloads();
  }

  PlanConditions conditions() {
    return new PlanConditions(
        shippingOnce, limit, new Commitment(minimumPayments, noticeDays), downloads);
  }
}
