package org.evergreen.demo.start;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.concurrent.locks.LockSupport;

/** A process that starts the database, commits a row, says so, and waits to be killed. */
final class KilledStore {

  static final String COMMITTED = "committed";

  private KilledStore() {}

  public static void main(String[] arguments) throws Exception {
    EmbeddedDatabase database = EmbeddedDatabase.start(Path.of(arguments[0]));
    try (Connection connection =
            DriverManager.getConnection(
                database.getJdbcUrl(), database.getUsername(), database.getPassword());
        Statement statement = connection.createStatement()) {
      statement.execute("create table kept (word text)");
      statement.execute("insert into kept values ('still here')");
      System.out.println(COMMITTED);
      LockSupport.park();
    }
  }
}
