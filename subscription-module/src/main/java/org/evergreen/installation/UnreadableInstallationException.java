package org.evergreen.installation;

import java.io.IOException;
import java.nio.file.Path;

/** The id of this installation is not known, so that nobody can say whether it is the shop. */
final class UnreadableInstallationException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private UnreadableInstallationException(String message, Throwable cause) {
    super(message, cause);
  }

  static UnreadableInstallationException notReadable(Path file, IOException cause) {
    return new UnreadableInstallationException(
        "The installation file " + file + " cannot be read (" + cause + ")." + remedy(), cause);
  }

  static UnreadableInstallationException notMade(Path file, IOException cause) {
    return new UnreadableInstallationException(
        "The installation file " + file + " cannot be made (" + cause + ")." + remedy(), cause);
  }

  static UnreadableInstallationException noId(Path file) {
    return new UnreadableInstallationException(
        "The installation file "
            + file
            + " does not hold an installation id. Put the old one back, or remove the file to get a"
            + " new one.",
        null);
  }

  private static String remedy() {
    return " Let the shop read and write it, name another with evergreen.shop.installation-file, or"
        + " set evergreen.shop.installation-id.";
  }
}
