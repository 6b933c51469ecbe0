package org.evergreen.settings;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.evergreen.time.ShopTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The merchant's settings in the database, a row for each one that he ever changed. A row that this
 * version does not understand never breaks the shop: it is logged, and the default holds.
 *
 * <p>They are read anew every few seconds, so that what one node saves soon holds on all; on the
 * node itself it holds at once.
 */
public class SettingsStore implements Settings {

  /** How long a node goes on with what it read. */
  public static final Duration FRESH = Duration.ofSeconds(3);

  private static final Logger LOG = LoggerFactory.getLogger(SettingsStore.class);
  private static final int MAX_NAME = 120;

  private final NamedParameterJdbcOperations jdbc;
  private final TransactionOperations transactions;
  private final ShopTime time;
  private final LongSupplier nanos;
  private final AtomicReference<Known> known = new AtomicReference<>(Known.nothing());
  private final Set<String> logged = ConcurrentHashMap.newKeySet();

  /** What was read and when; without settings when it must be read. */
  private record Known(MerchantSettings settings, long readAt) {

    /** Each one is another, so that a reading that began before it is not kept after it. */
    static Known nothing() {
      return new Known(null, 0);
    }

    boolean isFresh(long now) {
      return settings != null && now - readAt < FRESH.toNanos();
    }
  }

  /**
   * Settings of one shop.
   *
   * @param nanos a clock that only ever goes forward at its own pace, whatever the shop's clock
   *     does
   */
  public SettingsStore(
      NamedParameterJdbcOperations jdbc,
      TransactionOperations transactions,
      ShopTime time,
      LongSupplier nanos) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.time = time;
    this.nanos = nanos;
  }

  @Override
  public MerchantSettings current() {
    Known before = known.get();
    long now = nanos.getAsLong();
    if (before.isFresh(now)) {
      return before.settings();
    }
    MerchantSettings settings = understand(stored());
    known.compareAndSet(before, new Known(settings, now));
    return settings;
  }

  /** Reads the settings anew when they are asked for the next time. */
  public void forget() {
    known.set(Known.nothing());
  }

  /**
   * Takes over settings. Those that stay as they are keep the note of who decided them.
   *
   * @param by the merchant's name
   * @throws IllegalArgumentException when one of them is a value that no form takes
   */
  public void save(MerchantSettings settings, String by) {
    Map<String, String> wanted = ShopSettings.write(settings);
    try {
      transactions.executeWithoutResult(status -> keepChanges(wanted, by));
    } finally {
      forget();
    }
  }

  private void keepChanges(Map<String, String> wanted, String by) {
    Map<String, String> held = stored();
    for (Setting<?> setting : ShopSettings.all()) {
      String text = wanted.get(setting.name());
      String heldText = held.getOrDefault(setting.name(), setting.writtenDefault());
      if (text != null && !text.equals(heldText)) {
        keep(setting.name(), text, by);
      }
    }
  }

  private void keep(String name, String text, String by) {
    jdbc.update(
        "insert into evergreen_setting (name, value, changed_at, changed_by)"
            + " values (:name, :value, :now, :by)"
            + " on conflict (name) do update set value = excluded.value,"
            + " changed_at = excluded.changed_at, changed_by = excluded.changed_by",
        new MapSqlParameterSource("name", name)
            .addValue("value", text)
            .addValue("now", Timestamp.from(time.now()))
            .addValue("by", by.length() <= MAX_NAME ? by : by.substring(0, MAX_NAME)));
  }

  private Map<String, String> stored() {
    Map<String, String> texts = new HashMap<>();
    jdbc.query(
        "select name, value from evergreen_setting",
        row -> {
          texts.put(row.getString("name"), row.getString("value"));
        });
    return texts;
  }

  private MerchantSettings understand(Map<String, String> texts) {
    List<String> problems = new ArrayList<>();
    MerchantSettings settings =
        ShopSettings.read(
            new ShopSettings.Values() {
              @Override
              public <T> T of(Setting<T> setting) {
                return understand(setting, texts.get(setting.name()), problems);
              }
            });
    Set<String> names = ShopSettings.all().stream().map(Setting::name).collect(Collectors.toSet());
    texts.keySet().stream()
        .filter(name -> !names.contains(name))
        .forEach(name -> problems.add("There is no setting '" + name + "'; its row is left alone"));
    problems.stream().filter(logged::add).forEach(LOG::warn);
    return settings;
  }

  private static <T> T understand(Setting<T> setting, String text, List<String> problems) {
    if (text == null) {
      return setting.byDefault();
    }
    return setting
        .parse(text)
        .orElseGet(
            () -> {
              problems.add(
                  "The setting '"
                      + setting.name()
                      + "' is stored as '"
                      + text
                      + "', which is no value of it; its default "
                      + setting.writtenDefault()
                      + " holds until it is saved anew");
              return setting.byDefault();
            });
  }
}
