package org.evergreen.demo.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.springframework.dao.DataAccessException;

/**
 * Keeps what is needed to understand a round that went wrong; the processes' logs lie beside it.
 */
final class Evidence {

  private static final List<String> TABLES =
      List.of(
          "evergreen_billing_account",
          "evergreen_subscription",
          "evergreen_renewal_group",
          "evergreen_renewal",
          "evergreen_charge",
          "evergreen_parked_renewal",
          "evergreen_notice",
          "evergreen_webhook_event",
          "evergreen_subscription_event",
          "demo_order");

  private Evidence() {}

  static void keep(ChaosLab lab, int round, ChaosReport report) {
    Path directory = lab.directory().resolve("round-" + round);
    try {
      Files.createDirectories(directory);
      report.write(directory.resolve("report.json"));
      Files.write(directory.resolve("intents.txt"), lines(lab.stripe().account().intents()));
      Files.write(directory.resolve("events.txt"), lab.stripe().account().events());
      Files.write(directory.resolve("requests.txt"), lines(lab.stripe().requests()));
      Files.write(directory.resolve("mails.txt"), lines(lab.mail().mails()));
      for (String table : TABLES) {
        Files.write(directory.resolve(table + ".txt"), rows(lab, table));
      }
      System.out.println("The evidence is in " + directory + " and in " + lab.directory());
    } catch (IOException e) {
      System.out.println("The evidence could not be kept: " + e);
    }
  }

  private static List<String> rows(ChaosLab lab, String table) {
    try {
      List<Map<String, Object>> rows =
          lab.database().jdbc().queryForList("select * from " + table + " order by 1");
      return lines(rows);
    } catch (DataAccessException e) {
      return List.of(e.toString());
    }
  }

  private static List<String> lines(List<?> things) {
    return things.stream().map(Object::toString).toList();
  }
}
