package org.evergreen.site.account;

import java.util.List;
import org.evergreen.renewal.Consolidation;
import org.evergreen.renewal.GroupedPreview;
import org.evergreen.renewal.UpcomingGroup;
import org.evergreen.site.words.SiteWords;
import org.evergreen.storefront.CustomerId;

/** Which of a shopper's next payments are made together, and whether he wants that. */
class Together {
  private final GroupedPreview preview;
  private final Consolidation consolidation;
  private final SiteWords words;

  Together(GroupedPreview preview, Consolidation consolidation, SiteWords words) {
    this.preview = preview;
    this.consolidation = consolidation;
    this.words = words;
  }

  /**
   * What the list says of it.
   *
   * @param sentences one for each payment of several subscriptions
   * @param offered whether the shopper may choose
   * @param on whether his subscriptions are paid together
   */
  public record View(List<String> sentences, boolean offered, boolean on) {

    /** Whether there is nothing to say or to choose. */
    public boolean isEmpty() {
      return sentences.isEmpty() && (on || !offered);
    }
  }

  View of(CustomerId customer) {
    List<String> sentences =
        preview.of(customer).stream()
            .filter(group -> group.payments().size() > 1)
            .map(this::sentence)
            .toList();
    return new View(sentences, consolidation.isOffered(), consolidation.isOn(customer));
  }

  private String sentence(UpcomingGroup group) {
    List<String> numbers =
        group.payments().stream().map(part -> part.subscription().toString()).toList();
    return "On "
        + words.date(group.at())
        + " your subscriptions "
        + String.join(", ", numbers.subList(0, numbers.size() - 1))
        + " and "
        + numbers.get(numbers.size() - 1)
        + " are paid together: "
        + words.money(group.total())
        + " before tax and shipping.";
  }

  /**
   * Has the shopper's subscriptions paid together from now on, or each alone.
   *
   * @return false if the merchant does not leave that to shoppers
   */
  boolean set(CustomerId customer, boolean on) {
    boolean offered = consolidation.isOffered();
    if (offered) {
      consolidation.set(customer, on);
    }
    return offered;
  }
}
