package org.evergreen.admin;

import java.util.Locale;
import org.evergreen.subscription.SubscriptionStatus;
import org.evergreen.subscription.TransitionRefusedException;

/** Why a subscription cannot be changed, as a merchant reads it. */
public final class RefusalInWords {

  private RefusalInWords() {}

  /** For example "Not done: a subscription that is expired cannot become cancelled: it is over." */
  public static String write(TransitionRefusedException refused) {
    return "Not done: a subscription that is "
        + plain(refused.from())
        + " cannot become "
        + plain(refused.to())
        + ": "
        + refused.reason()
        + ".";
  }

  private static String plain(SubscriptionStatus status) {
    return status.name().replace('_', ' ').toLowerCase(Locale.ROOT);
  }
}
