package org.evergreen.admin.installation;

import org.evergreen.admin.AdminSettings;
import org.evergreen.admin.MerchantName;
import org.evergreen.installation.ShopIdentity;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The controller of this package. */
@Configuration(proxyBeanMethods = false)
public class InstallationPagesConfiguration {

  @Bean
  InstallationPages evergreenInstallationPages(
      AdminSettings settings, ShopIdentity identity, MerchantName merchantName) {
    return new InstallationPages(settings, identity, merchantName);
  }
}
