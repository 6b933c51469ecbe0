package org.evergreen.admin.plan;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.evergreen.admin.Numbers;
import org.evergreen.admin.Option;
import org.evergreen.plan.ChangeGroups;
import org.evergreen.plan.Plan;
import org.evergreen.plan.PlanForm;
import org.evergreen.plan.PlanFormReader;
import org.evergreen.time.ShopTime;
import org.springframework.util.MultiValueMap;

/** Lays out the plan form: what was typed, what can be chosen, what a shopper will read. */
class PlanDesk {

  private static final Pattern TOKEN =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private final ProductChoices products;
  private final ChangeGroups groups;
  private final PlanPreview preview;
  private final PlanFormReader reader;
  private final ShopTime time;

  PlanDesk(
      ProductChoices products,
      ChangeGroups groups,
      PlanPreview preview,
      PlanFormReader reader,
      ShopTime time) {
    this.products = products;
    this.groups = groups;
    this.preview = preview;
    this.reader = reader;
    this.time = time;
  }

  /** The form of a new plan. */
  PlanPage blank() {
    return page(
        new PlanPage.Subject(Optional.empty(), 0, UUID.randomUUID()), PlanForms.empty(), "");
  }

  /** The form of a plan as it is now. */
  PlanPage of(Plan plan) {
    PlanForm form = PlanForms.of(plan, time.zone());
    return page(
        new PlanPage.Subject(Optional.of(plan.id().value()), plan.version(), UUID.randomUUID()),
        form,
        "");
  }

  /**
   * The form as a browser sent it.
   *
   * @param id the plan's key, or empty for a new one
   */
  PlanPage sent(Optional<Long> id, MultiValueMap<String, String> sent) {
    String version = Optional.ofNullable(sent.getFirst("version")).orElse("");
    return page(
        new PlanPage.Subject(id, Numbers.version(version), token(sent)),
        PlanForms.of(sent),
        sent.getFirst("find"));
  }

  /** The token that a form was given; one that came without gets one. */
  private static UUID token(MultiValueMap<String, String> sent) {
    String token = Optional.ofNullable(sent.getFirst("token")).orElse("");
    return TOKEN.matcher(token).matches() ? UUID.fromString(token) : UUID.randomUUID();
  }

  /** What shoppers would read of the form; empty while something in it is wrong. */
  Optional<PlanPreview.Preview> preview(MultiValueMap<String, String> sent) {
    return preview.of(PlanForms.of(sent));
  }

  private PlanPage page(PlanPage.Subject subject, PlanForm form, String find) {
    return PlanPage.of(
        subject,
        form,
        new PlanPage.Choices(
            products.find(find, form.products()), groups(), currencies(form.price().currency())),
        preview.of(form));
  }

  private List<Option> groups() {
    return Stream.concat(
            Stream.of(new Option("", "None: subscribers cannot switch")),
            groups.all().stream().map(group -> new Option(group.id().toString(), group.name())))
        .toList();
  }

  /** The shop's currency and, when the form has another one, that one first. */
  private List<Option> currencies(String typed) {
    String shop = reader.currency().getCode();
    Option right = new Option(shop, shop + ", the shop's currency");
    return typed == null || typed.isBlank() || typed.equals(shop)
        ? List.of(right)
        : List.of(new Option(typed, typed + ", which the shop does not use"), right);
  }
}
