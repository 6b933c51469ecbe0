package org.evergreen.webhook;

/**
 * How many events there are.
 *
 * @param waiting for their first attempt
 * @param retrying after an attempt that did not work
 */
public record WebhookCounts(long waiting, long retrying, long done, long ignored, long failed) {}
