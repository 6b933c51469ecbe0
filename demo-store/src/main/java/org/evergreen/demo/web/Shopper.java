package org.evergreen.demo.web;

import org.evergreen.demo.account.CurrentUser;
import org.evergreen.demo.account.ShopUser;

/** The shopper on pages that nobody else gets to see. */
final class Shopper {

  private Shopper() {}

  /** The one who has signed in; the paths of these pages let nobody else through. */
  static ShopUser required() {
    return CurrentUser.shopper()
        .orElseThrow(() -> new IllegalStateException("The path of this page needs a shopper"));
  }
}
