package org.evergreen.site.action;

import java.util.List;
import org.evergreen.subscription.Seen;
import org.evergreen.subscription.Subscription;

/**
 * Something that a shopper does to his subscription at {@code /account/subscriptions/{number}/}
 * followed by its {@link ActionLabel#slug}. The page asks for what the action needs, shows what
 * would happen, and performs it when the shopper confirms exactly that.
 */
public interface SelfServiceAction {

  /** Its name, address and place on the subscription's page. */
  ActionLabel label();

  /** Whether it may be done to this subscription now. */
  Availability availability(Subscription subscription);

  /**
   * What the shopper is asked, with what he has answered so far.
   *
   * @param answers empty when the page is opened
   */
  default List<Field> fields(Subscription subscription, Answers answers) {
    return List.of();
  }

  /** What would happen with these answers. Changes nothing. */
  Preview preview(Subscription subscription, Answers answers);

  /**
   * Whether these answers may be performed from a page that is out of date: {@link #perform} hands
   * {@code seen} to a command of the engine before it does anything, which knows whether the change
   * since then is the very thing that is asked for; or it charges nothing, and its answers name
   * what they are about by a key. Any other action without a {@link Preview.Ready#quote} is not
   * performed then.
   */
  default boolean isSafeWhenOutOfDate(Answers answers) {
    return false;
  }

  /**
   * Does what the shopper has seen.
   *
   * @param seen the subscription as it was when the preview was shown
   * @param quote {@link Preview.Ready#quote} of that preview; empty when it had none
   * @throws org.evergreen.subscription.ActionRefusedException if rules or settings forbid it
   * @throws org.evergreen.subscription.StaleSubscriptionException if the subscription has changed
   */
  Performed perform(Subscription subscription, Answers answers, Seen seen, String quote);

  /** What is offered to the shopper before he does this. */
  default List<Alternative> alternatives(Subscription subscription) {
    return List.of();
  }
}
