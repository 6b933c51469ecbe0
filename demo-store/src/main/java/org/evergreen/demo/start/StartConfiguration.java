package org.evergreen.demo.start;

import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** The database and the notice that the store is ready. */
@Configuration(proxyBeanMethods = false)
public class StartConfiguration {

  /** Only where no other database is named; the pool closes before it, because it depends on it. */
  @Bean(destroyMethod = "close")
  @Conditional(NoDatabaseNamed.class)
  JdbcConnectionDetails embeddedDatabase(DemoSettings settings) {
    return EmbeddedDatabase.start(settings.dataDirectory());
  }
}
