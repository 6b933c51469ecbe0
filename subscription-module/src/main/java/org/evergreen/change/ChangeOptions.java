package org.evergreen.change;

import java.util.List;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionLine;

/** What a shopper may choose from when he changes a subscription. */
public interface ChangeOptions {

  /**
   * What a line may be switched or swapped to within its change group: other plans of the same
   * product first, then other products. Empty when nothing may be switched now.
   */
  List<ChangeOption> of(Subscription subscription, SubscriptionLine line);

  /** What may be added to a subscription; everything of it is paid on the same dates. */
  List<ChangeOption> additions(Subscription subscription);
}
