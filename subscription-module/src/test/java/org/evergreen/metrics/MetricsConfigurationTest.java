package org.evergreen.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Optional;
import org.evergreen.installation.ChargingPermission;
import org.evergreen.jobs.JobBoard;
import org.evergreen.notice.NoticeLog;
import org.evergreen.payment.Disputes;
import org.evergreen.payment.UnknownCharges;
import org.evergreen.renewal.RenewalMonitor;
import org.evergreen.testing.StepClock;
import org.evergreen.time.ShopTime;
import org.evergreen.webhook.WebhookLog;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class MetricsConfigurationTest {

  private final ApplicationContextRunner host =
      new ApplicationContextRunner()
          .withBean(RenewalMonitor.class, () -> mock(RenewalMonitor.class))
          .withBean(UnknownCharges.class, () -> mock(UnknownCharges.class))
          .withBean(NoticeLog.class, () -> mock(NoticeLog.class))
          .withBean(WebhookLog.class, () -> mock(WebhookLog.class))
          .withBean(Disputes.class, () -> mock(Disputes.class))
          .withBean(JobBoard.class, () -> mock(JobBoard.class))
          .withBean(HealthLimits.class, HealthLimits::defaults)
          .withBean(ChargingPermission.class, () -> Optional::empty)
          .withBean(
              ShopTime.class,
              () -> new ShopTime(StepClock.at("2026-01-31T10:00:00Z"), java.time.ZoneOffset.UTC))
          .withUserConfiguration(MetricsConfiguration.class);

  @Test
  void hostWithBothLibrariesGetsMetersAndHealth() {
    host.run(
        context -> {
          assertThat(context).hasNotFailed().hasSingleBean(HealthIndicator.class);
          assertThat(context.getBeansOfType(MeterBinder.class)).hasSize(2);
        });
  }

  @Test
  void hostWithoutTheLibrariesStillHasTheVitals() {
    host.withClassLoader(
            new FilteredClassLoader("io.micrometer", "org.springframework.boot.actuate"))
        .run(
            context ->
                assertThat(context)
                    .hasNotFailed()
                    .hasSingleBean(VitalsReader.class)
                    .doesNotHaveBean("evergreenHealthIndicator")
                    .doesNotHaveBean("evergreenActivityMeters"));
  }
}
