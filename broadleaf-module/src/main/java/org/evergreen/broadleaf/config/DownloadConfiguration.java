package org.evergreen.broadleaf.config;

import org.broadleafcommerce.cms.file.service.StaticAssetService;
import org.broadleafcommerce.cms.file.service.StaticAssetStorageService;
import org.broadleafcommerce.common.file.service.BroadleafFileService;
import org.evergreen.broadleaf.download.BroadleafDownloads;
import org.evergreen.broadleaf.download.DownloadMedia;
import org.evergreen.storefront.Downloads;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;

/** Files of products, read from Broadleaf's assets. */
@Configuration(proxyBeanMethods = false)
class DownloadConfiguration {

  private static final String PREFIX = "${asset.server.url.prefix.internal:cmsstatic}";

  @Bean
  DownloadMedia evergreenDownloadMedia(
      NamedParameterJdbcOperations jdbc, @Value(PREFIX) String prefix) {
    return new DownloadMedia(jdbc, prefix);
  }

  @Bean
  @ConditionalOnMissingBean
  Downloads evergreenDownloads(
      DownloadMedia media,
      @Qualifier("blStaticAssetService") StaticAssetService assets,
      @Qualifier("blStaticAssetStorageService") StaticAssetStorageService storage,
      @Qualifier("blFileService") BroadleafFileService files) {
    return new BroadleafDownloads(media, assets, storage, files);
  }
}
