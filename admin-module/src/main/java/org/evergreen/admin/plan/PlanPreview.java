package org.evergreen.admin.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.evergreen.admin.AdminWords;
import org.evergreen.plan.PlanDraft;
import org.evergreen.plan.PlanForm;
import org.evergreen.plan.PlanFormReader;
import org.evergreen.plan.PlanFormReading;
import org.evergreen.storefront.Catalog;
import org.evergreen.storefront.CatalogProduct;
import org.evergreen.storefront.ProductId;
import org.evergreen.terms.PlanTerms;
import org.evergreen.terms.PriceRule;
import org.evergreen.terms.TermsInWords;
import org.evergreen.time.ShopTime;
import org.joda.money.Money;

/** Shows the merchant, while he fills in the form, what shoppers will read of the plan. */
class PlanPreview {

  private final PlanFormReader reader;
  private final Catalog catalog;
  private final ShopTime time;
  private final AdminWords words;

  PlanPreview(PlanFormReader reader, Catalog catalog, ShopTime time, AdminWords words) {
    this.reader = reader;
    this.catalog = catalog;
    this.time = time;
    this.words = words;
  }

  /**
   * What a shopper will read.
   *
   * @param product whose price it is worked out from; empty when no product tells one
   * @param price with its interval
   * @param sentences everything else
   */
  record Preview(String name, Optional<String> product, String price, List<String> sentences) {}

  /** The preview of a form; empty while something in it is wrong. */
  Optional<Preview> of(PlanForm form) {
    return reader.read(form) instanceof PlanFormReading.Valid valid
        ? Optional.of(of(valid.draft()))
        : Optional.empty();
  }

  private Preview of(PlanDraft draft) {
    PlanTerms terms = draft.terms();
    Optional<CatalogProduct> example =
        example(draft.products())
            .filter(
                product ->
                    product.price().getCurrencyUnit().equals(terms.signUpFee().getCurrencyUnit()));
    String price =
        example
            .map(CatalogProduct::price)
            .or(() -> ownPrice(terms))
            .map(current -> words.money(terms.price().priceFrom(current, time.now())))
            .orElse("The product's price");
    String every = TermsInWords.everyInWords(terms.interval(), terms.alignment());
    return new Preview(
        draft.name(),
        example.map(product -> product.name() + " at " + words.money(product.price())),
        price + " " + every,
        sentences(terms));
  }

  /** Any amount will do where the product's price does not matter. */
  private static Optional<Money> ownPrice(PlanTerms terms) {
    return terms.price() instanceof PriceRule.OwnPrice own
        ? Optional.of(own.price())
        : Optional.empty();
  }

  private Optional<CatalogProduct> example(Collection<ProductId> ticked) {
    return ticked.isEmpty()
        ? catalog.products("", 1).stream().findFirst()
        : catalog.productsById(ticked).values().stream()
            .min(Comparator.comparing(CatalogProduct::name));
  }

  private List<String> sentences(PlanTerms terms) {
    List<String> sentences = new ArrayList<>();
    terms
        .trial()
        .ifPresent(trial -> sentences.add("First " + TermsInWords.trialInWords(trial) + "."));
    Money fee = terms.signUpFee();
    if (fee.isPositive()) {
      sentences.add("Sign-up fee of " + words.money(fee) + ", paid once.");
    }
    sentences.add(
        terms.length().isPresent()
            ? TermsInWords.counted(terms.length().getAsInt(), "payment") + ", then it ends."
            : "Runs until you cancel.");
    terms.alignment().map(TermsInWords::firstPaymentInWords).ifPresent(sentences::add);
    sentences.addAll(TermsInWords.conditionsInWords(terms.conditions()));
    return sentences;
  }
}
