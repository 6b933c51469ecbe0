package org.evergreen.site;

import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the shopper pages fit into the host's site.
 *
 * @param layout template that the pages render into; it has a fragment {@code page(title,
 *     content)}, see {@code evergreen/site/layout}
 * @param orderPath the host's page of an order of the signed-in customer, with {@code {number}} for
 *     the order's number, for example {@code /orders/{number}}; empty when there is none
 * @param locale how amounts and dates are written
 */
@ConfigurationProperties("evergreen.site")
public record SiteSettings(
    @DefaultValue("evergreen/site/layout") String layout,
    @DefaultValue("") String orderPath,
    @DefaultValue("en-US") Locale locale) {

  public SiteSettings {
    // Some hosts' converters take the whole tag for the language.
    locale = Locale.forLanguageTag(locale.toString().replace('_', '-'));
  }
}
