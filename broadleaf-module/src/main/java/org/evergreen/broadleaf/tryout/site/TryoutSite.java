package org.evergreen.broadleaf.tryout.site;

import org.broadleafcommerce.common.config.EnableBroadleafSiteAutoConfiguration;
import org.evergreen.broadleaf.tryout.start.Tryout;
import org.evergreen.broadleaf.tryout.start.TryoutConfiguration;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.orm.jpa.HibernateJpaAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The site. See {@code docs/02-with-broadleaf.md}. */
@SpringBootApplication(
    exclude = {HibernateJpaAutoConfiguration.class, FlywayAutoConfiguration.class},
    excludeName = "org.evergreen.admin.config.AdminAutoConfiguration")
@Import(TryoutConfiguration.class)
public class TryoutSite {

  /** Broadleaf's framework, which comes before what an application brings. */
  @Configuration
  @EnableBroadleafSiteAutoConfiguration
  static class Framework {}

  public static void main(String[] args) {
    Tryout.run(TryoutSite.class, "site", args);
  }
}
