package org.evergreen.demo.start;

/** The store cannot start for a reason that its user can mend; the message says how. */
public final class StartupProblem extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private StartupProblem(String message, Throwable cause) {
    super(message, cause);
  }

  static StartupProblem portInUse(int port, Throwable cause) {
    return new StartupProblem(
        "Port "
            + port
            + " is in use. Stop the program that listens there, or choose another port:"
            + " mvn spring-boot:run -Dspring-boot.run.arguments=--server.port="
            + (port == 65535 ? 8080 : port + 1),
        cause);
  }

  static StartupProblem databaseUnreachable(String url, Throwable cause) {
    return new StartupProblem(
        "No database at "
            + JdbcAddress.withoutSecrets(url)
            + " ("
            + firstLine(cause)
            + "). Start it, or check spring.datasource.url, .username and .password; without"
            + " spring.datasource.url the store brings its own database.",
        cause);
  }

  static StartupProblem directoryInUse(Object directory) {
    return new StartupProblem(
        "Another demo store is using the data directory "
            + directory
            + ". Stop it, or give this one its own: --evergreen.demo.data-directory=another-directory",
        null);
  }

  static StartupProblem directoryUnusable(Object directory, Throwable cause) {
    return new StartupProblem(
        "The data directory "
            + directory
            + " cannot be written ("
            + firstLine(cause)
            + "). Make it writable, or choose another: --evergreen.demo.data-directory=another-directory",
        cause);
  }

  static StartupProblem orphanWillNotStop(long pid, Object directory) {
    return new StartupProblem(
        "A PostgreSQL left over from an earlier run still works on "
            + directory
            + " and does not stop. End the process "
            + pid
            + " and start again.",
        null);
  }

  static StartupProblem databaseDidNotStart(Object log, Throwable cause) {
    return new StartupProblem(
        "The embedded PostgreSQL did not start ("
            + firstLine(cause)
            + "). Its own log says why: "
            + log
            + ". Or use another PostgreSQL: --spring.datasource.url=jdbc:postgresql://host/database",
        cause);
  }

  static StartupProblem notDurable(String setting, String value) {
    return new StartupProblem(
        "The embedded PostgreSQL runs with "
            + setting
            + "="
            + value
            + ", so data would not survive a crash; it must be on.",
        null);
  }

  static StartupProblem tablesOfAnotherVersion(Throwable cause) {
    return new StartupProblem(
        "The database has tables that another version of Evergreen made and this one does not know."
            + " Use that version, or start over with an empty database: delete the data directory,"
            + " or choose another: --evergreen.demo.data-directory=another-directory",
        cause);
  }

  private static String firstLine(Throwable cause) {
    String message = cause.getMessage();
    return message == null
        ? cause.getClass().getSimpleName()
        : message.lines().findFirst().orElse("");
  }
}
