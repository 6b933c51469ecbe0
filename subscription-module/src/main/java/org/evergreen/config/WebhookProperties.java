package org.evergreen.config;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How webhooks are worked off.
 *
 * @param attempts how often an event is tried before it waits for a person
 * @param retryAfter pause after the first attempt; each further one is three times as long, up to
 *     six hours
 * @param unknownFor how long an event of an object that the shop does not know is tried again
 *     before it is ignored; longer than evergreen.renewal.recover-after
 * @param keepFor how long events that are over are kept
 * @param lease how long an event that a process has taken stays with it, should the process die
 * @param workers how many objects one process reads at the gateway at the same time
 */
@ConfigurationProperties("evergreen.webhooks")
public record WebhookProperties(
    @DefaultValue("12") int attempts,
    @DefaultValue("10s") Duration retryAfter,
    @DefaultValue("20m") Duration unknownFor,
    @DefaultValue("60d") Duration keepFor,
    @DefaultValue("2m") Duration lease,
    @DefaultValue("4") int workers) {}
