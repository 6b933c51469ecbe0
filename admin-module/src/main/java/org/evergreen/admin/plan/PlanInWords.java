package org.evergreen.admin.plan;

import java.util.ArrayList;
import java.util.List;
import org.evergreen.admin.AdminWords;
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
    parts.add(price(terms.price()) + ", " + TermsInWords.everyInWords(terms.interval()));
    terms
        .trial()
        .ifPresent(trial -> parts.add(TermsInWords.lengthInWords(trial.length()) + " free"));
    if (terms.signUpFee().isPositive()) {
      parts.add(words.money(terms.signUpFee()) + " sign-up fee");
    }
    terms
        .length()
        .ifPresent(count -> parts.add("ends after " + TermsInWords.counted(count, "payment")));
    return parts;
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
    return words.money(((PriceRule.OwnPrice) rule).price());
  }
}
