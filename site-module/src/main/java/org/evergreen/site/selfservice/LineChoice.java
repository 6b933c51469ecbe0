package org.evergreen.site.selfservice;

import java.util.List;
import java.util.Optional;
import org.evergreen.site.action.Answers;
import org.evergreen.site.action.Field;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionLine;

/** The question which item of a subscription something is about. */
final class LineChoice {
  static final String FIELD = "line";
  static final String GONE = "This item is not part of the subscription any more.";

  private LineChoice() {}

  /** Asked when there are several. */
  static Field field(List<SubscriptionLine> lines, Answers answers) {
    if (lines.size() == 1 && !answers.has(FIELD)) {
      return Field.hidden(FIELD, Long.toString(lines.get(0).id()));
    }
    List<Field.Option> options =
        lines.stream()
            .map(line -> new Field.Option(Long.toString(line.id()), name(line), line.planName()))
            .toList();
    return lines.size() == 1 && options.get(0).value().equals(answers.text(FIELD))
        ? Field.hidden(FIELD, answers.text(FIELD))
        : Field.undecided(FIELD, "Which item?", options, answers.text(FIELD));
  }

  static String name(SubscriptionLine line) {
    return line.quantity() == 1 ? line.name() : line.name() + " × " + line.quantity();
  }

  /** The line that was picked; the only one while nothing was. */
  static Optional<SubscriptionLine> picked(Subscription subscription, Answers answers) {
    List<SubscriptionLine> lines = subscription.lines();
    if (lines.size() == 1 && !answers.has(FIELD)) {
      return Optional.of(lines.get(0));
    }
    return lines.stream()
        .filter(line -> Long.toString(line.id()).equals(answers.text(FIELD)))
        .findFirst();
  }
}
