package org.evergreen.demo.database;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.stereotype.Component;

/**
 * Brings the store's own tables up to date. It is done when this bean exists; whatever reads those
 * tables while the application starts asks for this bean.
 */
@Component
public class DemoMigrations {

  DemoMigrations(DataSource database) {
    Flyway.configure(getClass().getClassLoader())
        .dataSource(database)
        .locations("classpath:db/demo")
        .table("demo_schema_history")
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .load()
        .migrate();
  }
}
