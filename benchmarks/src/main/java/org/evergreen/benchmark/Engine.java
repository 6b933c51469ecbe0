package org.evergreen.benchmark;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import javax.sql.DataSource;
import org.evergreen.config.EvergreenAutoConfiguration;
import org.evergreen.config.EvergreenPersistenceAutoConfiguration;
import org.evergreen.payment.PaymentGateway;
import org.evergreen.payment.sandbox.SandboxBooks;
import org.evergreen.payment.sandbox.SandboxGateway;
import org.evergreen.renewal.RenewalRun;
import org.evergreen.renewal.RunReport;
import org.evergreen.storefront.Orders;
import org.evergreen.time.ShopTime;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.orm.jpa.HibernateJpaAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The whole engine as a host runs it, with Spring, Hibernate and a connection pool. */
final class Engine implements AutoCloseable {

  /**
   * How it is set up.
   *
   * @param latency that each charge takes at the gateway
   * @param inFlight charges under way at once
   * @param workers batches under way at once
   */
  record Setup(Duration latency, int inFlight, int workers) {

    /** A gateway that answers at once. */
    static final Setup NO_LATENCY = new Setup(Duration.ZERO, 16, 2);
  }

  private final HikariDataSource pool;
  private final AnnotationConfigApplicationContext context =
      new AnnotationConfigApplicationContext();

  Engine(String url, Setup setup, SandboxBooks books) {
    pool = BenchmarkServer.connect(url, setup.workers() + 2);
    ShopTime time = new ShopTime(Clock.fixed(Population.NOW, ZoneOffset.UTC), ZoneOffset.UTC);
    Map<String, Object> settings =
        Map.of(
            "evergreen.renewal.in-flight",
            setup.inFlight(),
            "evergreen.renewal.workers",
            setup.workers(),
            "evergreen.shop.installation-id",
            "benchmark",
            "evergreen.jobs.enabled",
            false);
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(new MapPropertySource("benchmark", settings));
    context.registerBean(DataSource.class, () -> pool);
    context.registerBean(ShopTime.class, () -> time);
    context.registerBean(BenchmarkHost.class, BenchmarkHost::new);
    context.registerBean(
        PaymentGateway.class,
        () -> new SlowGateway(new SandboxGateway(books, time), setup.latency()));
    context.registerBean(
        Orders.class,
        () ->
            new BenchmarkOrders(
                new JdbcTemplate(pool),
                new TransactionTemplate(context.getBean(PlatformTransactionManager.class))));
    context.register(Host.class);
    context.refresh();
  }

  RunReport renew() {
    return context.getBean(RenewalRun.class).runDue();
  }

  /** Closes its connections; new ones are opened when they are needed. */
  void disconnect() {
    pool.getHikariPoolMXBean().softEvictConnections();
  }

  @Override
  public void close() {
    context.close();
    pool.close();
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
