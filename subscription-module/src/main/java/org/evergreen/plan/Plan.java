package org.evergreen.plan;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evergreen.money.StoredMoney;
import org.evergreen.storefront.ProductId;
import org.evergreen.storefront.Sku;
import org.evergreen.terms.BillingInterval;
import org.evergreen.terms.IntervalUnit;
import org.evergreen.terms.PlanTerms;
import org.evergreen.terms.Trial;

/** A plan as the merchant keeps it. Changing it never alters running subscriptions. */
@Entity(name = "EvergreenPlan")
@Table(name = "evergreen_plan")
public class Plan {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "evergreen_plan")
  @SequenceGenerator(name = "evergreen_plan", sequenceName = "evergreen_plan_seq")
  @Column(name = "id")
  private Long id;

  @Version
  @Column(name = "version")
  private long version;

  @Column(name = "name")
  private String name;

  @Column(name = "active")
  private boolean active;

  @Column(name = "storewide")
  private boolean storewide;

  @Column(name = "interval_count")
  private int intervalCount;

  @Enumerated(EnumType.STRING)
  @Column(name = "interval_unit")
  private IntervalUnit intervalUnit;

  @Embedded private StoredPrice price;

  @Column(name = "currency")
  private String currency;

  @Column(name = "sign_up_fee")
  private BigDecimal signUpFee;

  @Column(name = "trial_count")
  private Integer trialCount;

  @Enumerated(EnumType.STRING)
  @Column(name = "trial_unit")
  private IntervalUnit trialUnit;

  @Column(name = "trial_once")
  private boolean trialOnce;

  @Column(name = "payments")
  private Integer payments;

  @Embedded private StoredAlignment alignment;

  @Embedded private StoredConditions conditions;

  @Column(name = "change_group_id")
  private Long changeGroupId;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "made_with")
  private UUID madeWith;

  @ElementCollection
  @CollectionTable(name = "evergreen_plan_product", joinColumns = @JoinColumn(name = "plan_id"))
  @Column(name = "product_id")
  private Set<String> productIds = new HashSet<>();

  protected Plan() {}

  /** A new plan, attached to no product. */
  public Plan(PlanDraft draft, Instant createdAt) {
    this.createdAt = createdAt;
    revise(draft);
  }

  /** A new plan of a form that is known by a key. */
  Plan(PlanDraft draft, Instant createdAt, UUID form) {
    this(draft, createdAt);
    this.madeWith = form;
  }

  /** Takes over new terms for subscriptions that start from now on. */
  public final void revise(PlanDraft draft) {
    PlanTerms terms = draft.terms();
    name = draft.name();
    active = draft.active();
    storewide = draft.storewide();
    intervalCount = terms.interval().count();
    intervalUnit = terms.interval().unit();
    currency = terms.signUpFee().getCurrencyUnit().getCode();
    signUpFee = terms.signUpFee().getAmount();
    trialCount = terms.trial().map(trial -> trial.length().count()).orElse(null);
    trialUnit = terms.trial().map(trial -> trial.length().unit()).orElse(null);
    trialOnce = terms.trial().map(Trial::oncePerCustomer).orElse(false);
    payments = terms.length().isPresent() ? terms.length().getAsInt() : null;
    price = new StoredPrice(terms.price());
    alignment = new StoredAlignment(terms.alignment());
    conditions = new StoredConditions(terms.conditions());
    changeGroupId = draft.changeGroup().map(ChangeGroupId::value).orElse(null);
    productIds.clear();
    draft.products().forEach(product -> productIds.add(product.value()));
  }

  public PlanId id() {
    return new PlanId(id);
  }

  /** For optimistic locking of the edit form. */
  public long version() {
    return version;
  }

  public String name() {
    return name;
  }

  /** Whether it is offered to shoppers. */
  public boolean active() {
    return active;
  }

  /** Whether it is offered on every product. */
  public boolean storewide() {
    return storewide;
  }

  public Set<ProductId> products() {
    return productIds.stream().map(ProductId::new).collect(Collectors.toUnmodifiableSet());
  }

  /** The group within which a subscriber may switch; empty when he may not. */
  public Optional<ChangeGroupId> changeGroup() {
    return Optional.ofNullable(changeGroupId).map(ChangeGroupId::new);
  }

  /** The terms for subscriptions that start now. */
  public PlanTerms terms() {
    Optional<Trial> trial =
        trialCount == null
            ? Optional.empty()
            : Optional.of(new Trial(new BillingInterval(trialCount, trialUnit), trialOnce));
    return new PlanTerms(
        new BillingInterval(intervalCount, intervalUnit),
        price.rule(currency),
        StoredMoney.of(currency, signUpFee),
        trial,
        payments == null ? OptionalInt.empty() : OptionalInt.of(payments),
        alignment.alignment(),
        conditions.conditions());
  }

  /** Whether it can be offered on a SKU: attached to its product and in its currency. */
  public boolean isFor(Sku sku) {
    return (storewide || productIds.contains(sku.productId().value()))
        && sku.price().getCurrencyUnit().getCode().equals(currency);
  }

  /**
   * The plan worked out for a SKU at its current price.
   *
   * @param signUp the moment of sign-up, which decides whether a sale is on
   */
  public PlanOffer offerFor(Sku sku, Instant signUp) {
    PlanTerms terms = terms();
    return new PlanOffer(
        id(),
        name,
        terms.interval(),
        terms.price().priceFrom(sku.price(), signUp),
        terms.signUpFee(),
        terms.trial(),
        terms.length(),
        terms.alignment(),
        terms.conditions());
  }
}
