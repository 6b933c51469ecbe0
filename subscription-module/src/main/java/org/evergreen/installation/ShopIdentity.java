package org.evergreen.installation;

import java.sql.Timestamp;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.evergreen.installation.IdentityCheck.Copy;
import org.evergreen.installation.IdentityCheck.Declared;
import org.evergreen.installation.IdentityCheck.FirstStart;
import org.evergreen.installation.IdentityCheck.Recorded;
import org.evergreen.installation.IdentityCheck.SameShop;
import org.evergreen.installation.IdentityCheck.Unreadable;
import org.evergreen.time.ShopTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Keeps in the database to which installation it belongs, and compares that with the one that this
 * process is: a database that was copied elsewhere finds that out and charges nobody.
 */
public class ShopIdentity implements ChargingPermission {

  private static final Logger LOG = LoggerFactory.getLogger(ShopIdentity.class);
  private static final int MAX_NAME = 120;
  private static final String FIRST_START = "the first start";

  private final JdbcOperations jdbc;
  private final TransactionOperations transactions;
  private final InstallationSettings settings;
  private final ShopTime time;
  private final InstallationFile file;
  private final AtomicReference<String> id = new AtomicReference<>();
  private final AtomicReference<String> logged = new AtomicReference<>("");

  public ShopIdentity(
      JdbcOperations jdbc,
      TransactionOperations transactions,
      InstallationSettings settings,
      ShopTime time) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.settings = settings;
    this.time = time;
    this.file = new InstallationFile(settings.file());
    settings.id().ifPresent(id::set);
  }

  /** Compares anew; a database that belongs to nobody belongs to this installation afterwards. */
  public IdentityCheck check() {
    try {
      return check(here());
    } catch (UnreadableInstallationException unreadable) {
      return new Unreadable(unreadable.getMessage());
    }
  }

  private IdentityCheck check(Installation here) {
    Optional<Recorded> recorded = recorded();
    if (recorded.isEmpty()) {
      if (recordFirst(here)) {
        LOG.info("This database belongs to {} from now on", here);
        return new FirstStart();
      }
      // Another node was faster.
      recorded = recorded();
    }
    Recorded shop = recorded.orElseThrow();
    return here.isSameAs(shop.installation())
        ? new SameShop()
        : new Copy(shop, here, declared(here));
  }

  @Override
  public Optional<String> refusal() {
    Optional<String> refusal = refusal(check());
    String now = refusal.orElse("");
    if (!logged.getAndSet(now).equals(now)) {
      refusal.ifPresentOrElse(
          LOG::error, () -> LOG.info("This is the shop: charges and mails go out again"));
    }
    return refusal;
  }

  private static Optional<String> refusal(IdentityCheck check) {
    if (check instanceof Copy copy) {
      return Optional.of(
          "Nothing is charged and no mail is sent: this database belongs to "
              + copy.recorded().installation()
              + ", and this is "
              + copy.here()
              + ". "
              + copy.difference()
              + " If this is the shop, say so on the merchant's pages.");
    }
    return check instanceof Unreadable unreadable
        ? Optional.of("Nothing is charged and no mail is sent: " + unreadable.problem())
        : Optional.empty();
  }

  /**
   * Notes that this installation is a copy. It charges nobody, as before.
   *
   * @param by the merchant's name
   * @throws IllegalStateException if the installation's id cannot be read
   */
  public void thisIsACopy(String by) {
    Installation here = hereOrRefused();
    jdbc.update(
        "insert into evergreen_known_copy (base_url, installation_id, declared_at, declared_by)"
            + " values (?, ?, ?, ?) on conflict (base_url, installation_id) do update"
            + " set declared_at = excluded.declared_at, declared_by = excluded.declared_by",
        here.baseUrl(),
        here.id(),
        now(),
        shortened(by));
    LOG.info("{} is a copy, says the merchant; it charges nobody", here);
  }

  /**
   * The database belongs to this installation from now on; any other that uses it is a copy.
   *
   * @param by the merchant's name
   * @throws IllegalStateException if the installation's id cannot be read
   */
  public void thisIsTheShop(String by) {
    Installation here = hereOrRefused();
    transactions.executeWithoutResult(
        status -> {
          jdbc.update(
              "insert into evergreen_shop_identity"
                  + " (id, base_url, installation_id, recorded_at, recorded_by)"
                  + " values (1, ?, ?, ?, ?) on conflict (id) do update"
                  + " set base_url = excluded.base_url,"
                  + " installation_id = excluded.installation_id,"
                  + " recorded_at = excluded.recorded_at, recorded_by = excluded.recorded_by",
              here.baseUrl(),
              here.id(),
              now(),
              shortened(by));
          jdbc.update(
              "delete from evergreen_known_copy where base_url = ? and installation_id = ?",
              here.baseUrl(),
              here.id());
        });
    LOG.warn("{} is the shop, says the merchant: it charges and writes from now on", here);
  }

  /** Which installation this process is; its id is read once. */
  private Installation here() {
    String known = id.get();
    if (known == null) {
      known = file.read();
      id.set(known);
    }
    return new Installation(settings.baseUrl().toString(), known);
  }

  private Installation hereOrRefused() {
    try {
      return here();
    } catch (UnreadableInstallationException unreadable) {
      throw new IllegalStateException(unreadable.getMessage(), unreadable);
    }
  }

  private Optional<Recorded> recorded() {
    return jdbc
        .query(
            "select base_url, installation_id, recorded_at, recorded_by"
                + " from evergreen_shop_identity",
            (row, n) ->
                new Recorded(
                    new Installation(row.getString(1), row.getString(2)),
                    row.getTimestamp(3).toInstant(),
                    row.getString(4)))
        .stream()
        .findFirst();
  }

  private boolean recordFirst(Installation here) {
    return jdbc.update(
            "insert into evergreen_shop_identity"
                + " (id, base_url, installation_id, recorded_at, recorded_by)"
                + " values (1, ?, ?, ?, ?) on conflict (id) do nothing",
            here.baseUrl(),
            here.id(),
            now(),
            FIRST_START)
        == 1;
  }

  private Optional<Declared> declared(Installation here) {
    return jdbc
        .query(
            "select declared_at, declared_by from evergreen_known_copy"
                + " where base_url = ? and installation_id = ?",
            (row, n) -> new Declared(row.getTimestamp(1).toInstant(), row.getString(2)),
            here.baseUrl(),
            here.id())
        .stream()
        .findFirst();
  }

  private Timestamp now() {
    return Timestamp.from(time.now());
  }

  private static String shortened(String name) {
    return name.length() <= MAX_NAME ? name : name.substring(0, MAX_NAME);
  }
}
