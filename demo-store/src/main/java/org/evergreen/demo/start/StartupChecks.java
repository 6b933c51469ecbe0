package org.evergreen.demo.start;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;

/** Looks for what is most often wrong before anything is started, so that the answer is quick. */
public final class StartupChecks
    implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

  private static final String CONNECT_SECONDS = "10";

  /**
   * @throws StartupProblem if the port is taken or the database does not answer
   */
  @Override
  public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
    Environment environment = event.getEnvironment();
    requireFreePort(environment.getProperty("server.port", Integer.class, 8080));
    String url = environment.getProperty("spring.datasource.url", "");
    if (!url.isBlank()) {
      requireDatabase(url, environment);
    }
  }

  private static void requireFreePort(int port) {
    if (port <= 0) {
      return;
    }
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(port));
    } catch (IOException e) {
      throw StartupProblem.portInUse(port, e);
    }
  }

  private static void requireDatabase(String url, Environment environment) {
    Properties login = new Properties();
    put(login, "user", environment.getProperty("spring.datasource.username"));
    put(login, "password", environment.getProperty("spring.datasource.password"));
    login.setProperty("loginTimeout", CONNECT_SECONDS);
    try (Connection connection = DriverManager.getConnection(url, login)) {
      connection.getMetaData();
    } catch (SQLException e) {
      throw StartupProblem.databaseUnreachable(url, e);
    }
  }

  private static void put(Properties login, String key, String value) {
    if (value != null) {
      login.setProperty(key, value);
    }
  }
}
