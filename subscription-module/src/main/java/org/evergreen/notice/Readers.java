package org.evergreen.notice;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.evergreen.settings.Settings;
import org.evergreen.storefront.CustomerId;
import org.evergreen.storefront.CustomerProfile;
import org.evergreen.storefront.Customers;

/** Who gets a mail. */
final class Readers {

  /** Stands for the merchant where a notice names a customer. */
  static final CustomerId MERCHANT = new CustomerId("merchant");

  private final Customers customers;
  private final Settings settings;
  private final Locale merchantsLocale;

  Readers(Customers customers, Settings settings, Locale merchantsLocale) {
    this.customers = customers;
    this.settings = settings;
    this.merchantsLocale = merchantsLocale;
  }

  /** The readers of notices that are known, by the notices' keys. */
  Map<Long, CustomerProfile> of(List<WaitingNotice> notices) {
    List<CustomerId> shoppers =
        notices.stream()
            .filter(notice -> notice.kind().reader() == NoticeReader.SHOPPER)
            .map(WaitingNotice::customer)
            .distinct()
            .toList();
    Map<CustomerId, CustomerProfile> profiles = customers.profiles(shoppers);
    CustomerProfile merchant =
        new CustomerProfile(
            MERCHANT, settings.current().notices().merchantEmail(), "", "", merchantsLocale);
    Map<Long, CustomerProfile> readers = new HashMap<>();
    for (WaitingNotice notice : notices) {
      boolean toShopper = notice.kind().reader() == NoticeReader.SHOPPER;
      CustomerProfile reader = toShopper ? profiles.get(notice.customer()) : merchant;
      if (reader != null) {
        readers.put(notice.id(), reader);
      }
    }
    return readers;
  }
}
