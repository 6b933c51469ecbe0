package org.evergreen.config;

import java.util.Objects;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.InitializingBean;

/**
 * Brings Evergreen's own tables up to date when the application starts, before anything uses them.
 * It keeps a history table of its own, so that it lives beside the tables and the migrations of the
 * host.
 */
public final class EvergreenMigrations implements InitializingBean {

  /** Name of the bean on which entity managers depend. */
  public static final String BEAN_NAME = "evergreenMigrations";

  private final DataSource database;

  /**
   * Prepares the migration.
   *
   * @param database the one that holds Evergreen's tables
   */
  public EvergreenMigrations(DataSource database) {
    this.database = Objects.requireNonNull(database, "database");
  }

  @Override
  public void afterPropertiesSet() {
    migrate();
  }

  /** Applies the migrations that are missing. Safe to repeat, also from several processes. */
  public void migrate() {
    Flyway.configure(getClass().getClassLoader())
        .dataSource(database)
        .locations("classpath:db/evergreen")
        .table("evergreen_schema_history")
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .load()
        .migrate();
  }
}
