package org.evergreen.broadleaf.config;

import org.evergreen.broadleaf.web.FormConfiguration;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What only Broadleaf's site gets. Named by {@code blc-config/site}. */
@Configuration
@Import({EvergreenInBroadleaf.class, FormConfiguration.class})
public class EvergreenInBroadleafSite {

  private static final String MERCHANTS_PAGES = "org.evergreen.admin.config.AdminAutoConfiguration";

  /** Nobody guards the merchant's pages on a site, so they must not be there. */
  public EvergreenInBroadleafSite(ListableBeanFactory beans) {
    if (beans.containsBeanDefinition(MERCHANTS_PAGES)) {
      throw new IllegalStateException(
          "evergreen-admin is on the class path of the site, where shoppers would reach the"
              + " merchant's pages. Remove it, or exclude "
              + MERCHANTS_PAGES);
    }
  }
}
