package org.evergreen.site.selfservice;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.evergreen.change.ChangeOption;
import org.evergreen.change.ChangeOptions;
import org.evergreen.settings.SaveOffer;
import org.evergreen.settings.Settings;
import org.evergreen.site.action.Alternative;
import org.evergreen.site.words.SiteWords;
import org.evergreen.subscription.Actor;
import org.evergreen.subscription.SelfServiceRules;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionLine;

/** What the merchant offers a shopper who is about to cancel. */
class SaveOffers {
  private final Settings settings;
  private final SelfServiceRules rules;
  private final SaveDiscounts discounts;
  private final ChangeOptions options;
  private final OptionChoice choice;
  private final SiteWords words;

  SaveOffers(
      Settings settings,
      SelfServiceRules rules,
      SaveDiscounts discounts,
      ChangeOptions options,
      OptionChoice choice,
      SiteWords words) {
    this.settings = settings;
    this.rules = rules;
    this.discounts = discounts;
    this.options = options;
    this.choice = choice;
    this.words = words;
  }

  /** The offer, if it can be taken now. */
  List<Alternative> of(Subscription subscription) {
    SaveOffer offer = settings.current().saveOffer();
    if (offer instanceof SaveOffer.Pause) {
      return rules.pause(subscription, Actor.shopper()).isPresent()
          ? List.of()
          : List.of(
              new Alternative(
                  "pause",
                  "",
                  "You can pause it instead; nothing is charged until you resume.",
                  "Pause instead"));
    }
    if (offer instanceof SaveOffer.Discount) {
      return discounts.offer(subscription).map(SaveOffers::stay).stream().toList();
    }
    return offer instanceof SaveOffer.CheaperPlan
        ? cheaper(subscription).stream().toList()
        : List.of();
  }

  private static Alternative stay(SaveOffer.Discount discount) {
    return new Alternative(
        StayAction.SLUG, "", "Stay and get " + SaveDiscounts.inWords(discount) + ".", "Stay");
  }

  private Optional<Alternative> cheaper(Subscription subscription) {
    for (SubscriptionLine line : subscription.lines()) {
      Optional<ChangeOption> cheapest =
          options.of(subscription, line).stream()
              .filter(option -> isCheaper(subscription, line, option))
              .min(Comparator.comparing(option -> option.offer().unitPrice()));
      if (cheapest.isPresent()) {
        return cheapest.map(option -> alternative(line, option));
      }
    }
    return Optional.empty();
  }

  private static boolean isCheaper(
      Subscription subscription, SubscriptionLine line, ChangeOption option) {
    return option.offer().interval().equals(subscription.interval())
        && option.offer().unitPrice().isLessThan(line.unitPrice());
  }

  private Alternative alternative(SubscriptionLine line, ChangeOption option) {
    return new Alternative(
        "change",
        "line=" + line.id() + "&to=" + OptionChoice.parameter(option),
        "There is a cheaper plan: "
            + OptionChoice.name(option)
            + ", "
            + choice.price(option)
            + " instead of "
            + words.money(line.unitPrice())
            + ".",
        "Switch instead");
  }
}
