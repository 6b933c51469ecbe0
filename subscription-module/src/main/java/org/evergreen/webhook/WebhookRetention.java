package org.evergreen.webhook;

import java.time.Instant;
import org.evergreen.time.ShopTime;

/** Deletes events that are over for long, in small bites. Those that failed stay. */
public class WebhookRetention {

  private static final int BITE = 1000;

  private final WebhookRows rows;
  private final ShopTime time;
  private final WebhookSettings settings;

  WebhookRetention(WebhookRows rows, ShopTime time, WebhookSettings settings) {
    this.rows = rows;
    this.time = time;
    this.settings = settings;
  }

  /**
   * Deletes what was done or ignored longer ago than events are kept.
   *
   * @return how many events
   */
  public int deleteOld() {
    Instant overBefore = time.now().minus(settings.keepFor());
    int deleted = 0;
    int bite = rows.delete(overBefore, BITE);
    while (bite > 0) {
      deleted += bite;
      bite = rows.delete(overBefore, BITE);
    }
    return deleted;
  }
}
