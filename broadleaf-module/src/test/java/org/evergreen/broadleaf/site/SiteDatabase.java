package org.evergreen.broadleaf.site;

import org.evergreen.testing.TestDatabase;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** The database of the site under test; there is one for the process. */
final class SiteDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  static {
    // The site looks for its database before a test could hand it properties in another way.
    System.setProperty("spring.datasource.url", TestDatabase.blank().jdbcUrl());
    System.setProperty("spring.datasource.username", "postgres");
  }

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    // Being loaded was all.
  }
}
