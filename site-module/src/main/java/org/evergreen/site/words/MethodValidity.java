package org.evergreen.site.words;

import java.time.Instant;
import java.time.YearMonth;
import org.evergreen.payment.MethodDetails;
import org.evergreen.time.ShopTime;

/** Until when a payment method is valid, by the shop's calendar. */
public class MethodValidity {
  private final SiteWords words;
  private final ShopTime time;

  public MethodValidity(SiteWords words, ShopTime time) {
    this.words = words;
    this.time = time;
  }

  public boolean isExpired(MethodDetails details) {
    return details.expiry().isBefore(YearMonth.from(time.today()));
  }

  /** Whether it will have expired when a payment is due. */
  public boolean endsBefore(Instant payment, MethodDetails details) {
    return YearMonth.from(time.dateOf(payment)).isAfter(details.expiry());
  }

  /** For example "Valid until the end of December 2039". */
  public String sentence(MethodDetails details) {
    if (details.validUntil().isEmpty()) {
      return "Does not expire";
    }
    String month = words.month(details.expiry());
    return isExpired(details) ? "Expired in " + month : "Valid until the end of " + month;
  }
}
