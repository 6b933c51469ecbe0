package org.evergreen.admintest;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Opens the shop anew before each test. */
final class OpenShop implements BeforeEachCallback {

  @Override
  public void beforeEach(ExtensionContext test) {
    SpringExtension.getApplicationContext(test).getBean(AdminShop.class).open();
  }
}
