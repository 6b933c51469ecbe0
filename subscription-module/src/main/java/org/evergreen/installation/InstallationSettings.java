package org.evergreen.installation;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How this process knows which installation it is.
 *
 * @param baseUrl where the shop is on the web
 * @param id the installation id when it is configured, as all nodes of a cluster have it
 * @param file where the id is kept otherwise; made when it is missing
 */
public record InstallationSettings(URI baseUrl, Optional<String> id, Path file) {

  public InstallationSettings {
    id.ifPresent(InstallationSettings::requireId);
  }

  private static void requireId(String id) {
    if (!InstallationFile.isId(id)) {
      throw new IllegalArgumentException(
          "evergreen.shop.installation-id is 1 to 64 letters, digits, dots, dashes and"
              + " underscores, not '"
              + id
              + "'");
    }
  }
}
