package org.evergreen.site.account;

/** There is no such subscription, or it is somebody else's; the shopper cannot tell which. */
public class SubscriptionNotFoundException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SubscriptionNotFoundException() {
    super("The customer has no such subscription");
  }
}
