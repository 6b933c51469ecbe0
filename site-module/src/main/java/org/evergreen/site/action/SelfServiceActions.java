package org.evergreen.site.action;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All actions of My Account, in the order in which they are offered. */
public class SelfServiceActions {
  private final Map<String, SelfServiceAction> bySlug = new LinkedHashMap<>();

  /**
   * The actions of the shop.
   *
   * @throws IllegalArgumentException if two have the same slug
   */
  public SelfServiceActions(List<SelfServiceAction> actions) {
    for (SelfServiceAction action : actions) {
      SelfServiceAction other = bySlug.put(action.label().slug(), action);
      if (other != null) {
        throw new IllegalArgumentException(
            "Two actions are called '" + action.label().slug() + "': " + other + " and " + action);
      }
    }
  }

  public List<SelfServiceAction> all() {
    return List.copyOf(bySlug.values());
  }

  public Optional<SelfServiceAction> find(String slug) {
    return Optional.ofNullable(bySlug.get(slug));
  }
}
