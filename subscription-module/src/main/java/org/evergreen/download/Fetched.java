package org.evergreen.download;

import org.evergreen.storefront.DownloadContent;

/** What a subscriber gets who asks for a file. */
public sealed interface Fetched {

  /** The file. The caller closes its stream. */
  record Content(DownloadContent content) implements Fetched {}

  /**
   * He may not have it now.
   *
   * @param sentence why, for him
   */
  record Refused(String sentence) implements Fetched {}

  /** There is no such file, or it is not part of a subscription of his. */
  record Unknown() implements Fetched {}
}
