package org.evergreen.broadleaf.cart;

import org.broadleafcommerce.core.catalog.domain.Sku;
import org.broadleafcommerce.core.catalog.service.CatalogService;
import org.broadleafcommerce.core.order.service.call.OrderItemRequestDTO;
import org.broadleafcommerce.core.order.service.workflow.CartOperationRequest;
import org.broadleafcommerce.core.order.service.workflow.add.ValidateAddRequestActivity;
import org.broadleafcommerce.core.workflow.BaseActivity;
import org.broadleafcommerce.core.workflow.ProcessContext;
import org.evergreen.broadleaf.Amounts;
import org.evergreen.broadleaf.Keys;
import org.evergreen.broadleaf.catalog.SkuSnapshots;
import org.evergreen.broadleaf.order.RenewalMark;
import org.evergreen.plan.PlanId;
import org.evergreen.plan.PlanOffer;
import org.evergreen.plan.ProductOffer;
import org.evergreen.plan.ProductOffers;

/**
 * A step of Broadleaf's workflow for adding an item: looks the chosen plan up and gives the line
 * its price and terms. It runs when Broadleaf has found out the SKU.
 */
public class PlanChoice extends BaseActivity<ProcessContext<CartOperationRequest>> {

  private final CatalogService catalog;
  private final SkuSnapshots snapshots;
  private final ProductOffers offers;

  public PlanChoice(CatalogService catalog, SkuSnapshots snapshots, ProductOffers offers) {
    this.catalog = catalog;
    this.snapshots = snapshots;
    this.offers = offers;
    setOrder(ValidateAddRequestActivity.ORDER + 500);
  }

  @Override
  public ProcessContext<CartOperationRequest> execute(
      ProcessContext<CartOperationRequest> context) {
    OrderItemRequestDTO request = context.getSeedData().getItemRequest();
    LinePlan.clear(request);
    if (!RenewalMark.on(context.getSeedData().getOrder()) && request.getSkuId() != null) {
      choose(request, catalog.findSkuById(request.getSkuId()));
    }
    return context;
  }

  private void choose(OrderItemRequestDTO request, Sku sku) {
    if (sku == null || sku.getProduct() == null) {
      return;
    }
    ProductOffer ways = offers.offersFor(snapshots.of(sku));
    String name = sku.getName();
    if (LinePlan.chosen(request).isEmpty()) {
      request.getItemAttributes().remove(LinePlan.PLAN);
      if (!ways.mode().allowsOneTime()) {
        throw PlanRefusedException.onlyByPlan(name);
      }
      return;
    }
    PlanOffer offer =
        LinePlan.chosen(request).map(Keys::number).orElseThrow().stream()
            .mapToObj(PlanId::new)
            .flatMap(plan -> ways.offer(plan).stream())
            .findFirst()
            .orElseThrow(() -> PlanRefusedException.notOffered(name));
    LinePlan.keep(request, offer);
    request.setOverrideRetailPrice(Amounts.of(offer.unitDueToday()));
    request.setOverrideSalePrice(Amounts.of(offer.unitDueToday()));
  }
}
