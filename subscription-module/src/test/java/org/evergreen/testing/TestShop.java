package org.evergreen.testing;

import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.evergreen.config.EvergreenAutoConfiguration;
import org.evergreen.config.EvergreenPersistenceAutoConfiguration;
import org.evergreen.settings.MerchantSettings;
import org.evergreen.settings.SettingsStore;
import org.evergreen.storefront.Downloads;
import org.evergreen.storefront.Orders;
import org.evergreen.time.ShopTime;
import org.springframework.beans.factory.config.BeanDefinitionCustomizer;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.orm.jpa.HibernateJpaAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The engine in a host of fakes, over a database of its own: {@link FakeStorefront}, {@link
 * StepClock} and everything that the auto-configuration brings. One for a test class; {@link
 * #empty()} between tests.
 */
public final class TestShop implements AutoCloseable {

  private final TestDatabase database;
  private final StepClock clock;
  private final FakeStorefront storefront;
  private final AnnotationConfigApplicationContext context =
      new AnnotationConfigApplicationContext();

  private TestShop(
      TestDatabase database,
      FakeStorefront storefront,
      StepClock clock,
      ZoneId zone,
      Map<String, String> settings,
      Class<?>... more) {
    this.database = database;
    this.storefront = storefront;
    this.clock = clock;
    Map<String, String> properties = new HashMap<>(settings);
    properties.put("evergreen.shop.zone", zone.getId());
    properties.put("spring.jpa.open-in-view", "false");
    properties.putIfAbsent("evergreen.jobs.enabled", "false");
    properties.putIfAbsent("evergreen.shop.installation-id", "test");
    TestPropertyValues.of(properties).applyTo(context);
    bean(DataSource.class, database::dataSource);
    bean(Clock.class, () -> clock);
    bean(FakeStorefront.class, () -> storefront);
    bean(Orders.class, storefront::orders);
    bean(Downloads.class, storefront::downloads);
    context.register(Host.class);
    if (more.length > 0) {
      context.register(more);
    }
    context.refresh();
  }

  /** A shop in a zone whose clock stands at an instant. */
  public static TestShop in(String zone, String instant) {
    return in(zone, instant, Map.of());
  }

  /**
   * A shop with settings and more beans.
   *
   * @param settings {@code evergreen.*} properties
   * @param more configuration classes or component classes of the test
   */
  public static TestShop in(
      String zone, String instant, Map<String, String> settings, Class<?>... more) {
    return new TestShop(
        TestDatabase.migrated(),
        new FakeStorefront(),
        StepClock.at(instant),
        ZoneId.of(zone),
        settings,
        more);
  }

  /** Another shop over a copy of this one's database, with the same host and time. */
  public TestShop copied(Map<String, String> settings, Class<?>... more) {
    return new TestShop(
        TestDatabase.copyOf(database), storefront, clock, time().zone(), settings, more);
  }

  private <T> void bean(Class<T> type, Supplier<T> supplier) {
    // The test owns what it hands in: closing the context must not close it.
    BeanDefinitionCustomizer keptOpen =
        definition -> ((AbstractBeanDefinition) definition).setDestroyMethodName("");
    context.registerBean(type, supplier, keptOpen);
  }

  /** A bean of the engine or the test. */
  public <T> T get(Class<T> type) {
    return context.getBean(type);
  }

  /** A bean of the engine or the test by name. */
  public <T> T get(String name, Class<T> type) {
    return context.getBean(name, type);
  }

  /** The application itself, for its events and for beans of a type. */
  public ConfigurableApplicationContext context() {
    return context;
  }

  public StepClock clock() {
    return clock;
  }

  public ShopTime time() {
    return get(ShopTime.class);
  }

  public FakeStorefront storefront() {
    return storefront;
  }

  public JdbcTemplate jdbc() {
    return database.jdbc();
  }

  public TestDatabase database() {
    return database;
  }

  /** Removes all rows, so that the settings are the defaults, too. */
  public void empty() {
    database.empty();
    get(SettingsStore.class).forget();
  }

  /** Goes on under a merchant's settings until {@link #empty()}. */
  public void settings(MerchantSettings settings) {
    get(SettingsStore.class).save(settings, "test");
  }

  /** Goes on under a merchant's settings until {@link #empty()}. */
  public void settings(SettingsBuilder settings) {
    settings(settings.build());
  }

  @Override
  public void close() {
    context.close();
    database.close();
  }

  @Configuration(proxyBeanMethods = false)
  @ImportAutoConfiguration({
    JdbcTemplateAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    HibernateJpaAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    EvergreenPersistenceAutoConfiguration.class,
    EvergreenAutoConfiguration.class
  })
  static class Host {}
}
