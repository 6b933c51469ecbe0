package org.evergreen.broadleaf.order;

import java.util.List;
import org.broadleafcommerce.common.extension.ExtensionResultStatusType;
import org.broadleafcommerce.core.offer.domain.Offer;
import org.broadleafcommerce.core.offer.service.AbstractOfferServiceExtensionHandler;
import org.broadleafcommerce.core.order.domain.Order;

/** Offers are for orders that shoppers place: a renewal costs what was agreed when it began. */
public class OffersLeaveRenewalsAlone extends AbstractOfferServiceExtensionHandler {

  @Override
  public ExtensionResultStatusType applyAdditionalFilters(List<Offer> offers, Order order) {
    if (!RenewalMark.on(order)) {
      return ExtensionResultStatusType.NOT_HANDLED;
    }
    offers.clear();
    return ExtensionResultStatusType.HANDLED;
  }
}
