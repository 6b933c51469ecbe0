package org.evergreen.demo.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.evergreen.demo.chaos.Shopper.Wallet;
import org.evergreen.payment.stripe.wire.StripeDouble;

/** Everything around the processes that are killed: database, gateway, mail, clock, shoppers. */
final class ChaosLab implements AutoCloseable {

  private static final Instant BEGIN = Instant.parse("2031-01-06T09:00:00Z");

  private final Path directory;
  private final SharedClock clock;
  private final ChaosDatabase database;
  private final StripeDouble stripe;
  private final MailServer mail = new MailServer();
  private final Fleet fleet;
  private final WebhookCourier courier;
  private final Dust dust;
  private List<Shopper> shoppers = List.of();

  private ChaosLab(Path directory, int stores, int spares, Mutation mutation) {
    this.directory = directory;
    clock = SharedClock.over(directory.resolve("clock"));
    clock.advanceTo(BEGIN);
    database = ChaosDatabase.start(directory);
    stripe = StripeDouble.start(clock);
    fleet = new Fleet(settings(mutation), directory.resolve("logs"), stores, spares);
    courier = new WebhookCourier(stripe.account(), fleet::active, clock);
    dust = new Dust(database.jdbc(), clock);
  }

  /**
   * Builds everything up and starts the processes.
   *
   * @param name of a directory below {@code target/chaos}, which is emptied
   */
  static ChaosLab open(String name, int stores, int spares, Mutation mutation) {
    Path directory = emptied(Path.of("target", "chaos", name).toAbsolutePath());
    ChaosLab lab = new ChaosLab(directory, stores, spares, mutation);
    try {
      lab.fleet.open();
      lab.courier.knock();
      return lab;
    } catch (RuntimeException failure) {
      lab.close();
      throw failure;
    }
  }

  private static Path emptied(Path directory) {
    try {
      if (Files.exists(directory)) {
        try (Stream<Path> files = Files.walk(directory)) {
          for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(file);
          }
        }
      }
      Files.createDirectories(directory.resolve("logs"));
      return directory;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> settings(Mutation mutation) {
    List<String> settings = new ArrayList<>();
    settings.add("--spring.profiles.active=chaos");
    settings.add("--spring.main.lazy-initialization=true");
    settings.add("--server.port=0");
    settings.add("--spring.datasource.url=" + database.url());
    settings.add("--spring.datasource.username=postgres");
    settings.add("--spring.datasource.hikari.maximum-pool-size=12");
    settings.add("--evergreen.shop.zone=UTC");
    settings.add("--evergreen.shop.base-url=http://localhost:8099");
    settings.add("--evergreen.shop.installation-id=chaos");
    settings.add("--evergreen.shop.link-secret=chaos-chaos-chaos-chaos-chaos-chaos");
    settings.add("--evergreen.renewal.batch-size=3");
    settings.add("--evergreen.stripe.secret-key=" + StripeDouble.SECRET_KEY);
    settings.add("--evergreen.stripe.publishable-key=pk_test_double");
    settings.add("--evergreen.stripe.webhook-secret=" + WebhookCourier.SECRET);
    settings.add("--evergreen.stripe.base-url=" + stripe.url());
    settings.add("--chaos.clock=" + directory.resolve("clock"));
    settings.add("--chaos.mail=" + mail.url());
    settings.add("--chaos.mutation=" + mutation);
    return settings;
  }

  /** Makes shoppers with wallets of all kinds, in turns. */
  void populate(int count) {
    List<Wallet> wallets = new ArrayList<>(List.of(Wallet.values()));
    if (!courier.isWelcome()) {
      wallets.remove(Wallet.CONFIRMS);
    }
    shoppers =
        new Population(database.jdbc(), stripe.account(), fleet.any()).settle(count, wallets);
  }

  Path directory() {
    return directory;
  }

  SharedClock clock() {
    return clock;
  }

  ChaosDatabase database() {
    return database;
  }

  StripeDouble stripe() {
    return stripe;
  }

  Fleet fleet() {
    return fleet;
  }

  WebhookCourier courier() {
    return courier;
  }

  Dust dust() {
    return dust;
  }

  List<Shopper> shoppers() {
    return shoppers;
  }

  MailServer mail() {
    return mail;
  }

  /** When subscriptions are due next. */
  Instant nextDue() {
    return database
        .jdbc()
        .queryForObject("select max(next_payment_at) from evergreen_subscription", Timestamp.class)
        .toInstant();
  }

  /** The books of both sides. */
  Books books(int rounds) {
    return new BookReader(database.jdbc(), stripe.account(), mail, dust).read(rounds);
  }

  /** Lets real time pass: the processes work by themselves. */
  static void pause(Duration time) {
    LockSupport.parkNanos(time.toNanos());
  }

  @Override
  public void close() {
    courier.close();
    fleet.close();
    stripe.close();
    mail.close();
    database.close();
  }
}
