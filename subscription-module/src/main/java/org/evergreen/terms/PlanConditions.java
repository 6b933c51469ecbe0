package org.evergreen.terms;

import java.util.Objects;

/**
 * What holds for a subscription beside price and dates.
 *
 * @param shippingOnce whether shipping is charged with the first order only
 * @param limit how often one customer may subscribe
 * @param commitment what the shopper agrees to before he may cancel
 * @param downloads when files are released
 */
public record PlanConditions(
    boolean shippingOnce, PurchaseLimit limit, Commitment commitment, DownloadRelease downloads) {

  private static final PlanConditions USUAL =
      new PlanConditions(false, PurchaseLimit.NONE, Commitment.none(), DownloadRelease.ALL_AT_ONCE);

  public PlanConditions {
    Objects.requireNonNull(limit, "limit");
    Objects.requireNonNull(commitment, "commitment");
    Objects.requireNonNull(downloads, "downloads");
  }

  /** Shipping with every order, no limit, no commitment, all files at once. */
  public static PlanConditions usual() {
    return USUAL;
  }
}
