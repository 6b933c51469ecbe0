package org.evergreen.broadleaf;

import org.broadleafcommerce.common.module.BroadleafModuleRegistration;

/** Tells Broadleaf that the shop has a module for subscriptions. */
public class EvergreenModule implements BroadleafModuleRegistration {

  @Override
  public String getModuleName() {
    return BroadleafModuleEnum.SUBSCRIPTION.getName();
  }
}
