package org.evergreen.site.words;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evergreen.checkout.DueToday;
import org.evergreen.checkout.FirstPayments;
import org.evergreen.plan.PlanOffer;
import org.evergreen.terms.TermsInWords;
import org.evergreen.terms.Trial;
import org.evergreen.time.ShopTime;

/**
 * A plan's offer in plain words, for product, cart and checkout pages; the bean {@code
 * evergreenOfferWords}.
 */
public class OfferWords {

  private final SiteWords words;
  private final ShopTime time;

  public OfferWords(SiteWords words, ShopTime time) {
    this.words = words;
    this.time = time;
  }

  /** Price and rhythm, for example "$27.00 every month on the 1st". */
  public String price(PlanOffer offer) {
    return words.money(offer.unitPrice())
        + " "
        + TermsInWords.everyInWords(offer.interval(), offer.alignment());
  }

  /** Everything beside price and rhythm that a shopper should know, each in a short sentence. */
  public List<String> details(PlanOffer offer) {
    List<String> details = new ArrayList<>();
    offer.trial().ifPresent(trial -> details.add(trial(trial)));
    firstPayment(offer).ifPresent(details::add);
    if (offer.signUpFee().isPositive()) {
      details.add("Sign-up fee of " + words.money(offer.signUpFee()) + ", paid once");
    }
    details.add(words.runsFor(offer.length()));
    details.addAll(TermsInWords.conditionsInWords(offer.conditions()));
    return details;
  }

  private String trial(Trial trial) {
    return "First "
        + words.length(trial.length())
        + " free"
        + (trial.oncePerCustomer() ? ", once per customer" : "");
  }

  /** What is paid before the first aligned day; empty when payments follow the sign-up. */
  public Optional<String> firstPayment(PlanOffer offer) {
    DueToday due = FirstPayments.of(offer, time.today());
    String then =
        ", then "
            + words.money(offer.unitPrice())
            + " "
            + TermsInWords.everyInWords(offer.interval(), offer.alignment());
    return switch (due.why()) {
      case PRORATED ->
          Optional.of(
              "Today "
                  + words.money(due.recurring())
                  + " for "
                  + words.counted(due.part().days(), "day")
                  + then);
      case NOTHING_UNTIL_DAY ->
          Optional.of("Nothing until " + date(due.payday().orElseThrow()) + then);
      case FULL_WITH_GRACE ->
          Optional.of(
              "Today "
                  + words.money(due.recurring())
                  + " for the time that begins on "
                  + date(due.payday().orElseThrow())
                  + then);
      case FULL, IN_TRIAL ->
          due.payday()
              .filter(day -> day.isAfter(time.today()))
              .map(day -> "Today " + words.money(due.recurring()) + then);
    };
  }

  private String date(LocalDate day) {
    return words.date(day.atStartOfDay(time.zone()).toInstant());
  }
}
