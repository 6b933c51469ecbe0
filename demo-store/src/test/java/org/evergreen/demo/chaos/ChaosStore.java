package org.evergreen.demo.chaos;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.evergreen.demo.DemoStore;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/**
 * A process of the demo store that the chaos test starts and kills. It takes commands from its
 * standard input, one a line, and ends by itself when the test is gone.
 */
public final class ChaosStore {

  /** A process that is to end as soon as it is ready. */
  static final String WARM_UP = "chaos.warm-up";

  private ChaosStore() {}

  /** Starts the store; its jobs rest until they are turned on. */
  public static void main(String[] arguments) throws IOException {
    SpringApplication application = new SpringApplication(DemoStore.class, ChaosStoreBeans.class);
    application.addInitializers(
        context -> context.getBeanFactory().registerSingleton("withoutTests", new WithoutTests()));
    ConfigurableApplicationContext store = application.run(arguments);
    StoreCommands commands = new StoreCommands(store);
    if (store.getEnvironment().getProperty(WARM_UP, Boolean.class, false)) {
      System.exit(SpringApplication.exit(store));
    }
    Harness.tell("ready", Integer.toString(port(store)));
    obey(commands);
    // The test has ended or was killed; nothing is worth an orderly shutdown.
    Runtime.getRuntime().halt(0);
  }

  private static void obey(StoreCommands commands) throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      Harness.tell("did", commands.execute(line.split(" ")));
    }
  }

  private static int port(ConfigurableApplicationContext store) {
    return ((ServletWebServerApplicationContext) store).getWebServer().getPort();
  }

  /** The configurations of other tests are on the class path too, but are no part of the store. */
  private static final class WithoutTests extends TypeExcludeFilter {

    @Override
    public boolean match(MetadataReader type, MetadataReaderFactory factory) throws IOException {
      return type.getResource().getURL().getPath().contains("/test-classes/");
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof WithoutTests;
    }

    @Override
    public int hashCode() {
      return WithoutTests.class.hashCode();
    }
  }
}
