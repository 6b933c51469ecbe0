package org.evergreen.broadleaf;

import org.broadleafcommerce.common.config.DefaultOrderFrameworkCommonClasspathPropertySource;

/** Settings that hold in a Broadleaf shop unless the merchant sets others. */
public class ModuleDefaults extends DefaultOrderFrameworkCommonClasspathPropertySource {

  @Override
  public String getClasspathFolder() {
    return "config/evergreen";
  }
}
