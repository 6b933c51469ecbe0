package org.evergreen.download;

import java.util.Optional;
import org.evergreen.storefront.DownloadFile;

/**
 * A file as its subscriber sees it.
 *
 * @param refusal why it cannot be fetched now, in a sentence; empty when it can
 */
public record SubscriberFile(DownloadFile file, Optional<String> refusal) {

  public boolean available() {
    return refusal.isEmpty();
  }
}
