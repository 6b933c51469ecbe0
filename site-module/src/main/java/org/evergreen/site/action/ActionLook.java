package org.evergreen.site.action;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An action as the shopper sees it: what he is asked and what would happen.
 *
 * @param answers what the fields hold
 * @param token stands for the preview; empty while there is none
 */
public record ActionLook(
    List<Field> fields, Answers answers, Preview preview, Optional<SeenToken> token) {

  /** What would happen; empty while answers are missing or wrong. */
  public Optional<Preview.Ready> ready() {
    return preview instanceof Preview.Ready ready ? Optional.of(ready) : Optional.empty();
  }

  /** What is wrong, by field. */
  public Map<String, String> problems() {
    return preview instanceof Preview.Wrong wrong ? wrong.problems() : Map.of();
  }

  /** Whether the shopper can answer something that changes what would happen. */
  public boolean asks() {
    return fields.stream().anyMatch(field -> field.isAsked() && field.changesTheEffect());
  }
}
