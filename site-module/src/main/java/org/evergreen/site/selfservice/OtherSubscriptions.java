package org.evergreen.site.selfservice;

import java.util.List;
import org.evergreen.site.action.Answers;
import org.evergreen.site.action.Field;
import org.evergreen.subscription.Subscription;

/** The question whether something is for this subscription or for all of the shopper's. */
final class OtherSubscriptions {
  private static final String FIELD = "reach";
  private static final String THIS = "this";
  private static final String ALL = "all";

  private OtherSubscriptions() {}

  /** Asked when there are others, else answered already. */
  static Field field(List<Subscription> others, Answers answers) {
    if (others.isEmpty()) {
      return Field.hidden(FIELD, THIS);
    }
    String all = "All my subscriptions, " + (others.size() + 1) + " in all";
    return Field.choice(
        FIELD,
        "For which subscriptions?",
        List.of(new Field.Option(THIS, "Only this one"), new Field.Option(ALL, all)),
        answers.text(FIELD));
  }

  static boolean wanted(Answers answers) {
    return answers.text(FIELD).equals(ALL);
  }
}
