package org.evergreen.subscription;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.Optional;
import org.evergreen.money.StoredMoney;
import org.evergreen.plan.PlanId;
import org.evergreen.plan.PlanOffer;
import org.evergreen.plan.PlanOfferText;
import org.evergreen.storefront.ProductId;
import org.evergreen.storefront.ProductKind;
import org.evergreen.storefront.SkuId;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** One thing that a subscription delivers, under the terms it was bought under. */
@Entity(name = "EvergreenSubscriptionLine")
@Table(name = "evergreen_subscription_line")
public class SubscriptionLine {

  private static final int MAX_NAME = 200;

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "evergreen_subscription_line")
  @SequenceGenerator(
      name = "evergreen_subscription_line",
      sequenceName = "evergreen_subscription_line_seq")
  @Column(name = "id")
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "subscription_id")
  private Subscription subscription;

  @Column(name = "position")
  private int position;

  @Column(name = "plan_id")
  private long planId;

  @Column(name = "plan_name")
  private String planName;

  @Column(name = "product_id")
  private String productId;

  @Column(name = "sku_id")
  private String skuId;

  @Column(name = "name")
  private String name;

  @Enumerated(EnumType.STRING)
  @Column(name = "kind")
  private ProductKind kind;

  @Column(name = "quantity")
  private int quantity;

  @Column(name = "unit_price")
  private BigDecimal unitPrice;

  @Column(name = "offer")
  private String offer;

  @Column(name = "shipping_once")
  private boolean shippingOnce;

  protected SubscriptionLine() {}

  SubscriptionLine(Subscription subscription, int position, NewLine line) {
    this.subscription = subscription;
    this.position = position;
    deliver(line);
  }

  /**
   * Takes what is delivered, and its terms, from a new line.
   *
   * @throws IllegalArgumentException if it is not priced in the subscription's currency
   */
  void deliver(NewLine line) {
    requireCurrency(line);
    planId = line.plan().value();
    planName = line.planName();
    productId = line.product().value();
    skuId = line.sku().value();
    name = line.name().length() <= MAX_NAME ? line.name() : line.name().substring(0, MAX_NAME);
    kind = line.kind();
    quantity = line.quantity();
    unitPrice = line.unitPrice().getAmount();
    offer = line.offer().map(PlanOfferText::write).orElse(null);
    shippingOnce = line.offer().filter(terms -> terms.conditions().shippingOnce()).isPresent();
  }

  private void requireCurrency(NewLine line) {
    CurrencyUnit own = subscription.currency();
    if (!line.unitPrice().getCurrencyUnit().equals(own)) {
      throw new IllegalArgumentException(
          line.name() + " costs " + line.unitPrice() + " in a subscription paid in " + own);
    }
  }

  public long id() {
    return id;
  }

  /** The plan it was bought under; the plan may have changed since. */
  public PlanId plan() {
    return new PlanId(planId);
  }

  /** The plan's name when it was bought. */
  public String planName() {
    return planName;
  }

  public ProductId product() {
    return new ProductId(productId);
  }

  public SkuId sku() {
    return new SkuId(skuId);
  }

  public String name() {
    return name;
  }

  public ProductKind kind() {
    return kind;
  }

  public int quantity() {
    return quantity;
  }

  /** The terms it was bought under; empty for lines from before they were kept. */
  public Optional<PlanOffer> offer() {
    return Optional.ofNullable(offer).map(PlanOfferText::read);
  }

  /** Whether shipping was charged with the first order only. */
  public boolean shippingOnce() {
    return shippingOnce;
  }

  int position() {
    return position;
  }

  /** The agreed recurring price of one unit, before tax. */
  public Money unitPrice() {
    return StoredMoney.of(subscription.currency().getCode(), unitPrice);
  }

  /** Quantity times unit price, before tax. */
  public Money amount() {
    return unitPrice().multipliedBy(quantity);
  }
}
