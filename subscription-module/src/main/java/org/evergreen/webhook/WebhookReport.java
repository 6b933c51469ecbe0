package org.evergreen.webhook;

/**
 * What a run came to.
 *
 * @param done worked off
 * @param ignored of objects that are not the shop's
 * @param postponed tried again later
 * @param failed wait for a person
 */
public record WebhookReport(int done, int ignored, int postponed, int failed) {

  /** Nothing was waiting. */
  public static final WebhookReport NOTHING = new WebhookReport(0, 0, 0, 0);

  WebhookReport plus(WebhookReport other) {
    return new WebhookReport(
        done + other.done,
        ignored + other.ignored,
        postponed + other.postponed,
        failed + other.failed);
  }

  /** How many events were tried. */
  public int tried() {
    return done + ignored + postponed + failed;
  }
}
