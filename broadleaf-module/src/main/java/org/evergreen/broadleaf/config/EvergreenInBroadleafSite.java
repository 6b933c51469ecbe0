package org.evergreen.broadleaf.config;

import org.evergreen.broadleaf.download.DownloadGuard;
import org.evergreen.broadleaf.download.DownloadMedia;
import org.evergreen.broadleaf.web.FormConfiguration;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;

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

  /** In front of everything else; the merchant sees his files in the admin. */
  @Bean
  public FilterRegistrationBean<DownloadGuard> evergreenDownloadGuard(
      DownloadMedia media, @Value("${asset.server.url.prefix.internal:cmsstatic}") String prefix) {
    FilterRegistrationBean<DownloadGuard> guard =
        new FilterRegistrationBean<>(new DownloadGuard(media, prefix));
    guard.setOrder(Ordered.HIGHEST_PRECEDENCE + 100);
    return guard;
  }
}
