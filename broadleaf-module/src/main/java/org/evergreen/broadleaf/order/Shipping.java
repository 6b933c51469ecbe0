package org.evergreen.broadleaf.order;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.broadleafcommerce.core.order.domain.FulfillmentGroup;
import org.broadleafcommerce.core.order.domain.FulfillmentOption;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.order.service.FulfillmentOptionService;
import org.broadleafcommerce.core.order.service.type.FulfillmentType;
import org.broadleafcommerce.profile.core.domain.Address;

/** How the parcels of an order travel. */
public class Shipping {

  private final FulfillmentOptionService options;
  private final Optional<Long> preferred;

  /**
   * @param preferred key of the way to ship that renewals use; without it the first that fits
   */
  public Shipping(FulfillmentOptionService options, Optional<Long> preferred) {
    this.options = options;
    this.preferred = preferred;
  }

  /** Whether the order has anything to ship. */
  public boolean isNeeded(Order order) {
    return order.getFulfillmentGroups().stream().anyMatch(Shipping::ships);
  }

  /** Sends everything that ships to an address. */
  public void send(Order order, Address address) {
    order.getFulfillmentGroups().stream()
        .filter(Shipping::ships)
        .forEach(
            group -> {
              group.setAddress(address);
              group.setFulfillmentOption(option(group));
            });
  }

  private FulfillmentOption option(FulfillmentGroup group) {
    List<FulfillmentOption> fitting =
        options.readAllFulfillmentOptions().stream()
            .filter(option -> fits(option, group))
            .sorted(Comparator.comparing(FulfillmentOption::getId))
            .toList();
    return fitting.stream()
        .filter(option -> preferred.filter(option.getId()::equals).isPresent())
        .findFirst()
        .or(() -> fitting.stream().findFirst())
        .orElseThrow(
            () -> OrderNotPossibleException.because("The shop has no way to ship the order"));
  }

  private static boolean fits(FulfillmentOption option, FulfillmentGroup group) {
    return option.getFulfillmentType() == null
        || group.getType() == null
        || option.getFulfillmentType().equals(group.getType());
  }

  /** Broadleaf ships what names no way of delivery. */
  private static boolean ships(FulfillmentGroup group) {
    return !FulfillmentType.DIGITAL.equals(group.getType())
        && !FulfillmentType.GIFT_CARD.equals(group.getType());
  }
}
