package org.evergreen.site.account;

import java.util.Optional;
import org.evergreen.download.SubscriberFile;

/**
 * A file to download.
 *
 * @param id the host's key of it
 * @param size for example "1.2 MB"
 * @param refusal why it cannot be fetched now; empty when it can
 */
public record FileView(String id, String name, String size, Optional<String> refusal) {
  private static final long KILO = 1000;

  static FileView of(SubscriberFile file) {
    return new FileView(
        file.file().id(), file.file().name(), size(file.file().size()), file.refusal());
  }

  private static String size(long bytes) {
    if (bytes < KILO) {
      return bytes == 1 ? "1 byte" : bytes + " bytes";
    }
    return bytes < KILO * KILO
        ? bytes / KILO + " kB"
        : bytes / (KILO * KILO) + "." + bytes % (KILO * KILO) / (100 * KILO) + " MB";
  }
}
