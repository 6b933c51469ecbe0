package org.evergreen.demo.start;

import java.util.ArrayList;
import java.util.List;
import org.evergreen.demo.account.DemoLogin;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** Prints where everything is, once the store can be used. */
@Component
class ReadyNotice implements ApplicationListener<ApplicationReadyEvent> {

  private final Environment environment;

  ReadyNotice(Environment environment) {
    this.environment = environment;
  }

  @Override
  public void onApplicationEvent(ApplicationReadyEvent event) {
    if (event.getApplicationContext() instanceof ServletWebServerApplicationContext context) {
      System.out.println(text(context.getWebServer().getPort()));
    }
  }

  private String text(int port) {
    String address = "http://localhost:" + port;
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add("  The demo store is ready.");
    lines.add("");
    lines.add("    Shop      " + address + "/");
    lines.add("    Admin     " + address + "/admin");
    if (environment.acceptsProfiles(Profiles.of("demo & !production"))) {
      lines.add("    Mailbox   " + address + "/demo/mailbox");
      lines.add("");
      for (DemoLogin login : DemoLogin.values()) {
        lines.add(
            String.format(
                "    %-9s %s, password %s", login.label(), login.email(), login.password()));
      }
    }
    lines.add("");
    lines.add("  Ctrl+C stops it.");
    lines.add("");
    return String.join(System.lineSeparator(), lines);
  }
}
