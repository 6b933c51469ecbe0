package org.evergreen.admin.settings;

import org.evergreen.admin.AdminSettings;
import org.evergreen.admin.MerchantName;
import org.evergreen.settings.SettingsStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The page of this package. */
@Configuration(proxyBeanMethods = false)
public class SettingsPagesConfiguration {

  @Bean
  SettingsPages evergreenSettingsPages(
      AdminSettings settings, SettingsStore store, MerchantName merchantName) {
    return new SettingsPages(settings, store, merchantName);
  }
}
