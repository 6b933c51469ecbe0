package org.evergreen.broadleaf.cart;

import java.util.Optional;
import org.broadleafcommerce.common.money.Money;
import org.broadleafcommerce.core.catalog.domain.Sku;
import org.broadleafcommerce.core.catalog.service.CatalogService;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.order.service.call.OrderItemRequestDTO;
import org.broadleafcommerce.core.order.service.workflow.CartOperationRequest;
import org.broadleafcommerce.core.order.service.workflow.add.ValidateAddRequestActivity;
import org.broadleafcommerce.core.workflow.BaseActivity;
import org.broadleafcommerce.core.workflow.ProcessContext;
import org.evergreen.broadleaf.Amounts;
import org.evergreen.broadleaf.Keys;
import org.evergreen.broadleaf.catalog.SkuSnapshots;
import org.evergreen.broadleaf.order.RenewalMark;
import org.evergreen.checkout.CartLine;
import org.evergreen.checkout.FirstPayments;
import org.evergreen.checkout.Gift;
import org.evergreen.plan.PlanId;
import org.evergreen.plan.PlanOffer;
import org.evergreen.plan.ProductOffer;
import org.evergreen.plan.ProductOffers;
import org.evergreen.time.ShopTime;

/**
 * A step of Broadleaf's workflow for adding an item: looks the chosen plan up and gives the line
 * its price and terms. It runs when Broadleaf has found out the SKU.
 */
public class PlanChoice extends BaseActivity<ProcessContext<CartOperationRequest>> {

  private static final String ADDED = "added";

  private final CatalogService catalog;
  private final SkuSnapshots snapshots;
  private final ProductOffers offers;
  private final CartPlans plans;
  private final ShopTime time;

  public PlanChoice(
      CatalogService catalog,
      SkuSnapshots snapshots,
      ProductOffers offers,
      CartPlans plans,
      ShopTime time) {
    this.catalog = catalog;
    this.snapshots = snapshots;
    this.offers = offers;
    this.plans = plans;
    this.time = time;
    setOrder(ValidateAddRequestActivity.ORDER + 500);
  }

  @Override
  public ProcessContext<CartOperationRequest> execute(
      ProcessContext<CartOperationRequest> context) {
    OrderItemRequestDTO request = context.getSeedData().getItemRequest();
    LinePlan.clear(request);
    if (!RenewalMark.on(context.getSeedData().getOrder()) && request.getSkuId() != null) {
      choose(context.getSeedData().getOrder(), request, catalog.findSkuById(request.getSkuId()));
    }
    return context;
  }

  private void choose(Order cart, OrderItemRequestDTO request, Sku sku) {
    if (sku == null || sku.getProduct() == null) {
      return;
    }
    org.evergreen.storefront.Sku snapshot = snapshots.of(sku);
    Optional<PlanOffer> offer = offer(request, snapshot);
    Optional<Gift> gift = LineGift.asked(request, offer.isPresent());
    CartLine added = new CartLine(ADDED, snapshot, request.getQuantity(), offer, gift);
    plans
        .refusal(cart, added)
        .ifPresent(
            sentence -> {
              throw PlanRefusedException.cart(sentence);
            });
    offer.ifPresent(chosen -> keep(request, chosen));
  }

  private Optional<PlanOffer> offer(OrderItemRequestDTO request, org.evergreen.storefront.Sku sku) {
    ProductOffer ways = offers.offersFor(sku);
    if (LinePlan.chosen(request).isEmpty()) {
      request.getItemAttributes().remove(LinePlan.PLAN);
      if (!ways.mode().allowsOneTime()) {
        throw PlanRefusedException.onlyByPlan(sku.name());
      }
      return Optional.empty();
    }
    return Optional.of(
        LinePlan.chosen(request).map(Keys::number).orElseThrow().stream()
            .mapToObj(PlanId::new)
            .flatMap(plan -> ways.offer(plan).stream())
            .findFirst()
            .orElseThrow(() -> PlanRefusedException.notOffered(sku.name())));
  }

  /** The price holds until the cart is priced, which the workflow does last. */
  private void keep(OrderItemRequestDTO request, PlanOffer offer) {
    LinePlan.keep(request, offer);
    Money due = Amounts.of(FirstPayments.of(offer, time.today()).amount());
    request.setOverrideRetailPrice(due);
    request.setOverrideSalePrice(due);
  }
}
