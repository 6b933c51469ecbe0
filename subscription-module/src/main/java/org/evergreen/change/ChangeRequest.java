package org.evergreen.change;

import java.util.OptionalLong;
import org.evergreen.plan.PlanId;
import org.evergreen.storefront.SkuId;

/** What somebody wants changed in a subscription. */
public sealed interface ChangeRequest {

  /** The line that is to change; empty when none of those that there are does. */
  default OptionalLong changedLine() {
    return OptionalLong.empty();
  }

  /** The same product under another plan, for example of another frequency. */
  record SwitchPlan(long line, PlanId plan) implements ChangeRequest {

    @Override
    public OptionalLong changedLine() {
      return OptionalLong.of(line);
    }
  }

  /** Another product under a plan. */
  record Swap(long line, SkuId sku, PlanId plan) implements ChangeRequest {

    @Override
    public OptionalLong changedLine() {
      return OptionalLong.of(line);
    }
  }

  /** More or fewer of the same. */
  record Quantity(long line, int quantity) implements ChangeRequest {

    @Override
    public OptionalLong changedLine() {
      return OptionalLong.of(line);
    }
  }

  /** One more item in the subscription. */
  record AddItem(SkuId sku, PlanId plan, int quantity) implements ChangeRequest {}

  /** One item less; the last one cannot be taken out. */
  record RemoveItem(long line) implements ChangeRequest {

    @Override
    public OptionalLong changedLine() {
      return OptionalLong.of(line);
    }
  }

  /** The same again in a new subscription, after this one was cancelled or has expired. */
  record Resubscribe() implements ChangeRequest {}
}
