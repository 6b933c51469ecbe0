package org.evergreen.site.selfservice;

import java.util.List;
import java.util.stream.Collectors;
import org.evergreen.site.action.Answers;
import org.evergreen.site.action.Field;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionId;

/** The question whether something is for this subscription or for all of the shopper's. */
final class OtherSubscriptions {
  private static final String FIELD = "reach";
  private static final String THIS = "this";
  private static final String ALL = "all";

  private OtherSubscriptions() {}

  /**
   * Asked when there are others, else answered already.
   *
   * @param all how this one and the others are called
   */
  static Field field(String all, List<Subscription> others, Answers answers) {
    if (others.isEmpty()) {
      return Field.hidden(FIELD, THIS);
    }
    return Field.choice(
        FIELD,
        "For which subscriptions?",
        List.of(
            new Field.Option(THIS, "Only this one"),
            new Field.Option(ALL, all + ", " + (others.size() + 1) + " in all")),
        answers.text(FIELD));
  }

  /** For example "5, 7". */
  static String numbers(List<SubscriptionId> subscriptions) {
    return subscriptions.stream().map(SubscriptionId::toString).collect(Collectors.joining(", "));
  }

  static boolean wanted(Answers answers) {
    return answers.text(FIELD).equals(ALL);
  }
}
