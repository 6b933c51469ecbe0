package org.evergreen.broadleaf.tryout.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.event.SpringApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Gives the applications their database: the one that {@code spring.datasource.url} names, else an
 * embedded one. The first start lets Broadleaf make its tables and load its demo catalog; later
 * starts leave both alone.
 */
final class TryoutDatabase implements ApplicationListener<SpringApplicationEvent> {

  private static final String URL = "spring.datasource.url";
  private static final String MARKER = "shop.completed";

  private Path completed;

  @Override
  public void onApplicationEvent(SpringApplicationEvent event) {
    if (event instanceof ApplicationEnvironmentPreparedEvent prepared) {
      prepare(prepared.getEnvironment());
    } else if (event instanceof ApplicationReadyEvent && completed != null) {
      markCompleted();
    }
  }

  private void prepare(ConfigurableEnvironment environment) {
    Map<String, Object> properties = new HashMap<>();
    boolean first;
    if (environment.getProperty(URL, "").isBlank()) {
      Path directory = Path.of(environment.getRequiredProperty("evergreen.tryout.data-directory"));
      int port = environment.getRequiredProperty("evergreen.tryout.database-port", Integer.class);
      properties.put(URL, EmbeddedDatabase.use(directory, port));
      properties.put("spring.datasource.username", "postgres");
      completed = directory.resolve(MARKER);
      // A first start that was interrupted has left half of the tables, and nothing to keep.
      first = !Files.exists(completed);
    } else {
      first = !hasOrders(environment);
    }
    properties.put("blPU.hibernate.hbm2ddl.auto", first ? "create" : "none");
    properties.put("blSecurePU.hibernate.hbm2ddl.auto", first ? "update" : "none");
    properties.put("blCMSStorage.hibernate.hbm2ddl.auto", first ? "update" : "none");
    environment.getPropertySources().addFirst(new MapPropertySource("tryout", properties));
  }

  private static boolean hasOrders(ConfigurableEnvironment environment) {
    String url = environment.getRequiredProperty(URL);
    try (Connection connection =
            DriverManager.getConnection(
                url,
                environment.getProperty("spring.datasource.username"),
                environment.getProperty("spring.datasource.password"));
        Statement statement = connection.createStatement();
        ResultSet table = statement.executeQuery("select to_regclass('blc_order')")) {
      return table.next() && table.getString(1) != null;
    } catch (SQLException e) {
      throw new IllegalStateException("No database at " + url + ": " + e.getMessage(), e);
    }
  }

  private void markCompleted() {
    try {
      if (!Files.exists(completed)) {
        Files.createFile(completed);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
