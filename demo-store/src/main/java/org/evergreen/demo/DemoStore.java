package org.evergreen.demo;

import org.evergreen.demo.start.StartupChecks;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/**
 * The demo store's entry point: shop and admin in one process. See {@code
 * docs/01-getting-started.md}.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
public class DemoStore {

  /** Starts the store; a problem that the user can mend is told in one line, with exit code 1. */
  public static void main(String[] args) {
    SpringApplication application = new SpringApplication(DemoStore.class);
    application.addListeners(new StartupChecks());
    application.run(args);
  }
}
