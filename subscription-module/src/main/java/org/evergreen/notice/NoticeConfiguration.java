package org.evergreen.notice;

import org.evergreen.time.ShopTime;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;

/** The beans of notice. */
@Configuration(proxyBeanMethods = false)
public class NoticeConfiguration {

  @Bean
  @ConditionalOnMissingBean
  Notices evergreenNotices(JdbcOperations jdbc, ShopTime time) {
    return new Notices(jdbc, time);
  }
}
