package org.evergreen.download;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evergreen.settings.Settings;
import org.evergreen.storefront.Customers;
import org.evergreen.storefront.DownloadContent;
import org.evergreen.storefront.DownloadFile;
import org.evergreen.storefront.Downloads;
import org.evergreen.storefront.ProductId;
import org.evergreen.subscription.SubscriptionQueries;
import org.evergreen.time.ShopTime;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;

/** The beans of this package. A host without downloadable products has no {@link Downloads}. */
@Configuration(proxyBeanMethods = false)
public class DownloadConfiguration {

  @Bean
  @ConditionalOnMissingBean
  Subscribers evergreenSubscribers(Customers customers, SubscriptionQueries queries) {
    return new Subscribers(customers, queries);
  }

  @Bean
  @ConditionalOnMissingBean
  LadderAccess evergreenLadderAccess(NamedParameterJdbcOperations jdbc, Settings settings) {
    return new LadderAccess(jdbc.getJdbcOperations(), settings);
  }

  @Bean
  @ConditionalOnMissingBean
  SubscriberDownloads evergreenSubscriberDownloads(
      ObjectProvider<Downloads> downloads,
      Subscribers subscribers,
      LadderAccess ladder,
      Settings settings,
      ShopTime time) {
    return new SubscriberDownloads(
        downloads.getIfAvailable(NoDownloads::new), subscribers, ladder, settings, time);
  }

  private static final class NoDownloads implements Downloads {

    @Override
    public Map<ProductId, List<DownloadFile>> files(Collection<ProductId> products) {
      return Map.of();
    }

    @Override
    public Optional<DownloadContent> open(String fileId) {
      return Optional.empty();
    }
  }
}
