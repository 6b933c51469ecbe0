package org.evergreen.checkout;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalInt;
import org.evergreen.plan.PlanOffer;
import org.evergreen.storefront.PostalAddress;
import org.evergreen.subscription.Beginning;
import org.evergreen.terms.Alignment;
import org.evergreen.terms.AlignmentDay;
import org.evergreen.terms.BillingInterval;
import org.evergreen.terms.Trial;
import org.evergreen.time.ShopTime;

/**
 * What lines of an order have in common when they become one subscription.
 *
 * @param trial how long it is tried, empty for no trial
 * @param shippingOnce whether shipping is charged with the first order only
 * @param firstRenewal the day of the first payment after the order, in the shop's zone; empty when
 *     the order is the only payment
 * @param gift who gets it and where; empty when the buyer himself does
 */
record GroupingKey(
    BillingInterval interval,
    OptionalInt length,
    Optional<BillingInterval> trial,
    Optional<Alignment> alignment,
    boolean shippingOnce,
    Optional<LocalDate> firstRenewal,
    Optional<Destination> gift) {

  private static final int FINGERPRINT = 10;

  /** Who gets a gift, in small letters, and where. */
  record Destination(String person, Optional<PostalAddress> shipTo) {

    static Destination of(Gift gift) {
      return new Destination(gift.person(), gift.shipTo());
    }

    String fingerprint() {
      String text = person + "\n" + shipTo.map(PostalAddress::toString).orElse("");
      try {
        byte[] hash =
            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash).substring(0, FINGERPRINT);
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("Every Java runtime has SHA-256", e);
      }
    }
  }

  static GroupingKey of(OfferedLine line, Beginning beginning, ShopTime time) {
    PlanOffer offer = line.offer().orElseThrow();
    return new GroupingKey(
        offer.interval(),
        offer.length(),
        offer.trial().map(Trial::length),
        offer.alignment(),
        offer.conditions().shippingOnce(),
        beginning.nextPaymentAt().map(time::dateOf),
        line.gift().map(Destination::of));
  }

  /**
   * The terms as a text that stays the same for ever and holds no date of the moment; at most 90
   * characters.
   */
  String text() {
    return text(interval)
        + trial.map(length -> "/trial-" + text(length)).orElse("")
        + (length.isPresent() ? "/payments-" + length.getAsInt() : "")
        + alignment.map(aligned -> "/on-" + text(aligned)).orElse("")
        + (shippingOnce ? "/shipping-once" : "")
        + gift.map(to -> "/gift-" + to.fingerprint()).orElse("");
  }

  private static String text(BillingInterval interval) {
    return interval.count() + "-" + interval.unit();
  }

  private static String text(Alignment alignment) {
    return text(alignment.day())
        + "-"
        + alignment.firstPayment().name().charAt(0)
        + alignment.graceDays();
  }

  private static String text(AlignmentDay day) {
    if (day instanceof AlignmentDay.Weekday weekday) {
      return "W" + weekday.day().getValue();
    }
    if (day instanceof AlignmentDay.DayOfMonth dayOfMonth) {
      return "M" + dayOfMonth.day();
    }
    if (day instanceof AlignmentDay.DayOfYear dayOfYear) {
      return "Y" + dayOfYear.day().getMonthValue() + "." + dayOfYear.day().getDayOfMonth();
    }
    return "ML";
  }
}
