package org.evergreen.site.account;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.evergreen.site.action.ActionFlow;
import org.evergreen.site.action.ActionLabel;
import org.evergreen.site.action.ActionLabel.Place;
import org.evergreen.site.action.Availability;
import org.evergreen.site.action.SelfServiceAction;
import org.evergreen.site.action.SelfServiceActions;
import org.evergreen.subscription.Subscription;

/** Finds out which actions a subscription's page offers. */
class ActionMenus {
  private final SelfServiceActions actions;
  private final ActionFlow flow;

  ActionMenus(SelfServiceActions actions, ActionFlow flow) {
    this.actions = actions;
    this.flow = flow;
  }

  ActionMenu of(Subscription subscription) {
    List<ActionLabel> main = new ArrayList<>();
    Map<String, List<ActionLabel>> more = new LinkedHashMap<>();
    List<String> notes = new ArrayList<>();
    Set<String> slugs = new LinkedHashSet<>();
    for (SelfServiceAction action : actions.all()) {
      Availability availability = flow.availability(action, subscription);
      if (availability instanceof Availability.Refused refused
          && !notes.contains(refused.sentence())) {
        notes.add(refused.sentence());
      }
      if (availability.isAvailable()) {
        slugs.add(action.label().slug());
        place(action.label(), main, more);
      }
    }
    return new ActionMenu(main, more, notes, slugs);
  }

  private static void place(
      ActionLabel label, List<ActionLabel> main, Map<String, List<ActionLabel>> more) {
    if (label.place() == Place.MAIN) {
      main.add(label);
    } else if (label.place() != Place.ELSEWHERE) {
      more.computeIfAbsent(label.place().heading(), heading -> new ArrayList<>()).add(label);
    }
  }
}
