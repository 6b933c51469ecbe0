package org.evergreen.demo.chaos;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** What is left of a run: figures for a person and for a machine. */
record ChaosReport(
    long seed, int rounds, Duration time, Tally tally, Deliveries deliveries, Verdict verdict) {

  /**
   * Events and mails that arrived, repeated ones as often as they did, and events that never did.
   */
  record Deliveries(int webhooks, int lostWebhooks, int mails) {}

  boolean isGood() {
    return verdict.isGood();
  }

  Map<String, Object> figures() {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("seed", seed);
    figures.put("rounds", rounds);
    figures.put("seconds", time.toSeconds());
    figures.put("kills", tally.kills().values().stream().mapToInt(Integer::intValue).sum());
    figures.put("databaseKills", tally.databaseCrashes());
    figures.put("renewalsDue", verdict.renewalsDue());
    figures.put("doubleCharges", verdict.doubleCharges());
    figures.put("lostCharges", verdict.lostCharges());
    figures.put("bookDifference", verdict.bookDifference());
    figures.put("orderDifference", verdict.orderDifference());
    figures.put("duplicateNotices", verdict.duplicateNotices());
    figures.put("stuck", verdict.stuck());
    figures.put("webhooksDelivered", deliveries.webhooks());
    figures.put("webhooksLost", deliveries.lostWebhooks());
    figures.put("mails", deliveries.mails());
    figures.put("killsByStep", new TreeMap<>(tally.kills()));
    figures.put("gatewayFaults", new TreeMap<>(tally.faults()));
    figures.put("findings", verdict.findings());
    return figures;
  }

  String json() {
    try {
      return new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .writeValueAsString(figures());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void write(Path file) {
    try {
      Files.writeString(file, json() + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
