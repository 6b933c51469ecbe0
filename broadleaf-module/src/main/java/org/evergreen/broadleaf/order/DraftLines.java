package org.evergreen.broadleaf.order;

import java.util.ArrayList;
import java.util.List;
import org.broadleafcommerce.core.catalog.domain.ProductOptionValue;
import org.broadleafcommerce.core.catalog.domain.Sku;
import org.broadleafcommerce.core.catalog.domain.SkuProductOptionValueXref;
import org.broadleafcommerce.core.catalog.service.CatalogService;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.order.service.call.OrderItemRequestDTO;
import org.broadleafcommerce.core.order.service.workflow.CartOperationRequest;
import org.broadleafcommerce.core.workflow.ProcessContext;
import org.broadleafcommerce.core.workflow.Processor;
import org.broadleafcommerce.core.workflow.WorkflowException;
import org.evergreen.broadleaf.Amounts;
import org.evergreen.broadleaf.Keys;
import org.evergreen.broadleaf.catalog.SkuSnapshots;
import org.evergreen.storefront.QuoteLine;
import org.joda.money.Money;

/** Puts lines into orders at agreed prices, each on its own, whatever Broadleaf would merge. */
public class DraftLines {

  private final CatalogService catalog;
  private final SkuSnapshots snapshots;
  private final Processor<CartOperationRequest, CartOperationRequest> addItem;

  /**
   * @param addItem Broadleaf's workflow for adding an item
   */
  public DraftLines(
      CatalogService catalog,
      SkuSnapshots snapshots,
      Processor<CartOperationRequest, CartOperationRequest> addItem) {
    this.catalog = catalog;
    this.snapshots = snapshots;
    this.addItem = addItem;
  }

  /** Adds a line and answers with Broadleaf's keys of its items. */
  List<Long> add(Order order, QuoteLine line) throws WorkflowException {
    Sku sku = sellable(line);
    List<Long> items = new ArrayList<>();
    for (UnitPrices.Share share : UnitPrices.of(line)) {
      items.add(add(order, sku, line.unitPrice(), share));
    }
    return items;
  }

  /** A discount shows as a sale price below the agreed one. */
  private long add(Order order, Sku sku, Money agreed, UnitPrices.Share share)
      throws WorkflowException {
    OrderItemRequestDTO request =
        new OrderItemRequestDTO(sku.getProduct().getId(), sku.getId(), share.quantity());
    request.setOverrideRetailPrice(Amounts.of(agreed));
    request.setOverrideSalePrice(Amounts.of(share.unitPrice()));
    for (SkuProductOptionValueXref choice : sku.getProductOptionValueXrefs()) {
      ProductOptionValue value = choice.getProductOptionValue();
      request
          .getItemAttributes()
          .put(value.getProductOption().getAttributeName(), value.getAttributeValue());
    }
    // The service in front of this workflow would merge lines of one SKU and lose a price.
    ProcessContext<CartOperationRequest> done =
        addItem.doActivities(new CartOperationRequest(order, request, false));
    return done.getSeedData().getOrderItem().getId();
  }

  private Sku sellable(QuoteLine line) {
    Sku sku =
        Keys.number(line.sku().value()).stream()
            .mapToObj(catalog::findSkuById)
            .filter(found -> found != null && found.getProduct() != null)
            .findFirst()
            .orElseThrow(
                () -> OrderNotPossibleException.because("The catalog has no SKU " + line.sku()));
    if (!snapshots.of(sku).sellable()) {
      throw OrderNotPossibleException.because(sku.getName() + " is not sold at the moment");
    }
    return sku;
  }
}
