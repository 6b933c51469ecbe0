package org.evergreen.broadleaf.persistence;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.InitializingBean;

/** Brings the tables that only this module has up to date, with a history of their own. */
public final class ModuleMigrations implements InitializingBean {

  private final DataSource database;

  public ModuleMigrations(DataSource database) {
    this.database = database;
  }

  @Override
  public void afterPropertiesSet() {
    Flyway.configure(getClass().getClassLoader())
        .dataSource(database)
        .locations("classpath:db/evergreen-broadleaf")
        .table("evergreen_broadleaf_schema_history")
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .load()
        .migrate();
  }
}
