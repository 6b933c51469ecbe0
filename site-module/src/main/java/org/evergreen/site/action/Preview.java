package org.evergreen.site.action;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evergreen.money.Working;
import org.joda.money.Money;

/** What would happen if an action were done with the shopper's answers. */
public sealed interface Preview {

  /**
   * This would happen.
   *
   * @param sentences each effect in plain words
   * @param working how the amounts come about, may be empty
   * @param dueNow what is charged when the shopper confirms; empty when the action is not about
   *     money
   * @param confirm what the button says that does it
   * @param quote what the engine wants to see again when the shopper confirms; empty for none
   */
  record Ready(
      List<String> sentences,
      Working working,
      Optional<Money> dueNow,
      String confirm,
      Optional<String> quote)
      implements Preview {

    public Ready {
      sentences = List.copyOf(sentences);
    }

    /** Something that costs nothing. */
    public Ready(String confirm, List<String> sentences) {
      this(sentences, Working.nothing(), Optional.empty(), confirm, Optional.empty());
    }
  }

  /** The shopper has not answered everything yet. */
  record Unanswered() implements Preview {}

  /**
   * An answer cannot be used.
   *
   * @param problems what is wrong, by the name of the field; under the empty name what concerns
   *     none or all
   */
  record Wrong(Map<String, String> problems) implements Preview {

    public Wrong {
      problems = Map.copyOf(problems);
    }
  }

  static Preview wrong(String field, String problem) {
    return new Wrong(Map.of(field, problem));
  }

  /** Something that no field is to blame for. */
  static Preview refused(String sentence) {
    return wrong("", sentence);
  }
}
