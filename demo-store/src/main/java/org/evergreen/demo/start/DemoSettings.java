package org.evergreen.demo.start;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the demo store.
 *
 * @param dataDirectory where the embedded database keeps its files; relative to the directory in
 *     which the store is started
 * @param secureCookies whether cookies are sent over https only; off for the demo on plain http
 */
@ConfigurationProperties("evergreen.demo")
public record DemoSettings(
    @DefaultValue("data") Path dataDirectory, @DefaultValue("true") boolean secureCookies) {}
