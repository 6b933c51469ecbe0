package org.evergreen.admin.plan;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.evergreen.admin.AdminWords;
import org.evergreen.terms.DownloadRelease;
import org.evergreen.terms.PlanConditions;
import org.evergreen.terms.PlanTerms;
import org.evergreen.terms.PriceRule;
import org.evergreen.terms.TermsInWords;

/** A plan's terms as a merchant reads them in a list. */
public class PlanInWords {

  private final AdminWords words;

  public PlanInWords(AdminWords words) {
    this.words = words;
  }

  /** For example "10% off, every month" and "14 days free", "ends after 12 payments". */
  public List<String> write(PlanTerms terms) {
    List<String> parts = new ArrayList<>();
    parts.add(
        price(terms.price())
            + ", "
            + TermsInWords.everyInWords(terms.interval(), terms.alignment()));
    terms.trial().ifPresent(trial -> parts.add(TermsInWords.trialInWords(trial)));
    if (terms.signUpFee().isPositive()) {
      parts.add(words.money(terms.signUpFee()) + " sign-up fee");
    }
    terms
        .length()
        .ifPresent(count -> parts.add("ends after " + TermsInWords.counted(count, "payment")));
    addConditions(terms.conditions(), parts);
    return parts;
  }

  private static void addConditions(PlanConditions conditions, List<String> parts) {
    if (conditions.shippingOnce()) {
      parts.add("shipping once");
    }
    switch (conditions.limit()) {
      case ONE_ACTIVE -> parts.add("one at a time");
      case ONE_EVER -> parts.add("one ever");
      case NONE -> {}
    }
    TermsInWords.commitmentInWords(conditions.commitment()).ifPresent(parts::add);
    if (conditions.downloads() == DownloadRelease.AFTER_RENEWAL) {
      parts.add("new files after renewals");
    }
  }

  private String price(PriceRule rule) {
    if (rule instanceof PriceRule.PercentOff off) {
      return off.percent().signum() == 0
          ? "The product's price"
          : off.percent().stripTrailingZeros().toPlainString() + "% off";
    }
    if (rule instanceof PriceRule.AmountOff off) {
      return words.money(off.amount()) + " off";
    }
    PriceRule.OwnPrice own = (PriceRule.OwnPrice) rule;
    return words.money(own.price())
        + own.sale().map(sale -> " (on sale " + sale(sale) + ")").orElse("");
  }

  private String sale(PriceRule.Sale sale) {
    return words.money(sale.price())
        + sale.from().map(from -> " from " + words.date(from)).orElse("")
        + sale.until().map(end -> " to " + words.date(end.minus(1, ChronoUnit.MICROS))).orElse("");
  }
}
