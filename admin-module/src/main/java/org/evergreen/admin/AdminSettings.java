package org.evergreen.admin;

import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the merchant's pages are and what they look like.
 *
 * @param path where they are mounted, relative to the application; starts with a slash and does not
 *     end with one
 * @param layout template whose fragment {@code page(title, section, content)} frames every page
 * @param locale how amounts and names of months are written
 */
@ConfigurationProperties("evergreen.admin")
public record AdminSettings(
    @DefaultValue("/admin") String path,
    @DefaultValue("evergreen/admin/layout") String layout,
    @DefaultValue("en-US") Locale locale) {

  /** The path as it is written in request mappings. */
  public static final String PATH = "${evergreen.admin.path:/admin}";

  public AdminSettings {
    // Some hosts' converters take the whole tag for the language.
    locale = Locale.forLanguageTag(locale.toString().replace('_', '-'));
    if (!path.startsWith("/") || path.endsWith("/")) {
      throw new IllegalArgumentException(
          "evergreen.admin.path starts with a slash and does not end with one, not '" + path + "'");
    }
  }
}
