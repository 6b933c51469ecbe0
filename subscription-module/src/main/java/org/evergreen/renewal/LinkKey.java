package org.evergreen.renewal;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.evergreen.time.ShopTime;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * The key that links are signed with: the configured one, or one that the first node to need it
 * makes for all.
 */
final class LinkKey {

  private static final String NAME = "confirm-links";
  private static final int LENGTH = 32;

  private final JdbcOperations jdbc;
  private final ShopTime time;
  private final AtomicReference<byte[]> known = new AtomicReference<>();

  LinkKey(JdbcOperations jdbc, ShopTime time, Optional<String> configured) {
    this.jdbc = jdbc;
    this.time = time;
    configured.ifPresent(secret -> known.set(secret.getBytes(StandardCharsets.UTF_8)));
  }

  byte[] bytes() {
    byte[] key = known.get();
    if (key == null) {
      key = stored().orElseGet(this::made);
      known.set(key);
    }
    return key;
  }

  private Optional<byte[]> stored() {
    return jdbc
        .query(
            "select value from evergreen_secret where name = ?", (row, n) -> row.getBytes(1), NAME)
        .stream()
        .findFirst();
  }

  /** Of two nodes that make one at the same time the first wins. */
  private byte[] made() {
    byte[] fresh = new byte[LENGTH];
    new SecureRandom().nextBytes(fresh);
    jdbc.update(
        "insert into evergreen_secret (name, value, made_at) values (?, ?, ?)"
            + " on conflict (name) do nothing",
        NAME,
        fresh,
        Timestamp.from(time.now()));
    return stored().orElseThrow();
  }
}
