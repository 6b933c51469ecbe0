package org.evergreen.site.selfservice;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evergreen.change.ChangeOption;
import org.evergreen.site.action.Field;
import org.evergreen.site.words.SiteWords;
import org.evergreen.terms.Trial;

/** Plans and products to pick from. */
class OptionChoice {
  private final SiteWords words;

  OptionChoice(SiteWords words) {
    this.words = words;
  }

  Field field(String name, String label, List<ChangeOption> options, String answered) {
    return Field.undecided(name, label, options.stream().map(this::option).toList(), answered);
  }

  private Field.Option option(ChangeOption option) {
    return new Field.Option(value(option), name(option), terms(option));
  }

  private static String value(ChangeOption option) {
    return option.offer().plan() + "~" + option.sku().id().value();
  }

  /** The value as part of an address. */
  static String parameter(ChangeOption option) {
    return URLEncoder.encode(value(option), StandardCharsets.UTF_8);
  }

  /** For example "House Blend Coffee, Weekly delivery". */
  static String name(ChangeOption option) {
    return option.sku().name() + ", " + option.offer().planName();
  }

  /** For example "$14.40 every month". */
  String price(ChangeOption option) {
    return words.money(option.offer().unitPrice()) + " " + words.every(option.offer().interval());
  }

  private String terms(ChangeOption option) {
    List<String> terms = new ArrayList<>();
    terms.add(price(option));
    option
        .offer()
        .trial()
        .map(Trial::length)
        .ifPresent(length -> terms.add("with a free trial of " + words.length(length)));
    if (option.offer().length().isPresent()) {
      terms.add(words.runsFor(option.offer().length()));
    }
    return String.join("; ", terms);
  }

  /** The option that was picked; empty when it is none of them. */
  static Optional<ChangeOption> picked(List<ChangeOption> options, String answered) {
    return options.stream().filter(option -> value(option).equals(answered)).findFirst();
  }
}
