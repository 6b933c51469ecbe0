package org.evergreen.broadleaf.tryout.admin;

import org.broadleafcommerce.common.config.EnableBroadleafAdminAutoConfiguration;
import org.evergreen.broadleaf.tryout.start.Tryout;
import org.evergreen.broadleaf.tryout.start.TryoutConfiguration;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.orm.jpa.HibernateJpaAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The admin. See {@code docs/02-with-broadleaf.md}. */
@SpringBootApplication(
    exclude = {HibernateJpaAutoConfiguration.class, FlywayAutoConfiguration.class},
    excludeName = "org.evergreen.site.SiteAutoConfiguration")
@Import(TryoutConfiguration.class)
public class TryoutAdmin {

  /** Broadleaf's framework, which comes before what an application brings. */
  @Configuration
  @EnableBroadleafAdminAutoConfiguration
  static class Framework {}

  public static void main(String[] args) {
    Tryout.run(TryoutAdmin.class, "admin", args);
  }
}
