package org.evergreen.site.selfservice;

import org.evergreen.renewal.OnDemandResult;
import org.evergreen.site.action.Performed;
import org.evergreen.site.words.SiteWords;

/** What came of a payment that the shopper asked for, in his words. */
final class OnDemandAnswers {
  static final String ASK_ANOTHER =
      "Your bank wants you to confirm the payment, which a stored card cannot do here. Nothing was"
          + " charged; please pick another payment method.";

  private OnDemandAnswers() {}

  static Performed of(OnDemandResult result, SiteWords words) {
    if (result instanceof OnDemandResult.Paid paid) {
      String order = paid.orderNumber().map(number -> " It is order " + number + ".").orElse("");
      return new Performed.Done("Paid, thank you." + order);
    }
    if (result instanceof OnDemandResult.Declined declined) {
      return new Performed.Problem(
          words.withDates(declined.sentence())
              + " Nothing was charged. You can pick another payment method.");
    }
    if (result instanceof OnDemandResult.NeedsShopper) {
      return new Performed.Problem(ASK_ANOTHER);
    }
    if (result instanceof OnDemandResult.Unanswered) {
      return new Performed.Done(
          "The payment is under way. You see here when it has arrived; nothing is charged twice.");
    }
    if (result instanceof OnDemandResult.Refused refused) {
      return new Performed.Problem(words.withDates(refused.sentence()));
    }
    return new Performed.Outdated();
  }
}
