package org.evergreen.site.account;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.evergreen.site.action.ActionLabel;

/**
 * The actions that a subscription's page offers.
 *
 * @param main in plain sight
 * @param more under "More", by heading
 * @param notes why something that a shopper may look for is not possible now
 * @param slugs of all that are possible, for links elsewhere on the page
 */
public record ActionMenu(
    List<ActionLabel> main,
    Map<String, List<ActionLabel>> more,
    List<String> notes,
    Set<String> slugs) {

  public boolean isEmpty() {
    return main.isEmpty() && more.isEmpty() && notes.isEmpty();
  }

  /** Whether an action is possible. */
  public boolean has(String slug) {
    return slugs.contains(slug);
  }

  /** Whether at least one of these is possible. */
  public boolean hasAny(String... some) {
    return Set.of(some).stream().anyMatch(slugs::contains);
  }
}
