package org.evergreen.admin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Paths of files in WebJars, with the version that is on the class path. */
public final class WebJars {

  private final String bootstrap = folder("org.webjars", "bootstrap");
  private final String icons = folder("org.webjars.npm", "bootstrap-icons");
  private final String htmx = folder("org.webjars.npm", "htmx.org");

  /** The path of a file of Bootstrap, relative to the application. */
  public String bootstrap(String file) {
    return bootstrap + file;
  }

  /** The path of a file of Bootstrap Icons, relative to the application. */
  public String icons(String file) {
    return icons + file;
  }

  /** The path of a file of htmx, relative to the application. */
  public String htmx(String file) {
    return htmx + file;
  }

  private static String folder(String group, String name) {
    String resource = "META-INF/maven/" + group + "/" + name + "/pom.properties";
    try (InputStream in = WebJars.class.getClassLoader().getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(
            "The WebJar " + group + ":" + name + " is not on the class path");
      }
      Properties properties = new Properties();
      properties.load(in);
      return "/webjars/" + name + "/" + properties.getProperty("version") + "/";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
