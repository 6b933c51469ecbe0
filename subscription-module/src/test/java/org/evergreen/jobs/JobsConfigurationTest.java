package org.evergreen.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.evergreen.testing.TestShop;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ConfigurableApplicationContext;

class JobsConfigurationTest {

  private static final String START = "2026-01-31T10:00:00Z";

  @Test
  void theEngineHasItsJobs() {
    try (TestShop shop = TestShop.in("UTC", START, Map.of("evergreen.jobs.enabled", "true"))) {
      assertThat(shop.context().getBeansOfType(Job.class).values())
          .extracting(Job::name)
          .containsExactlyInAnyOrder(
              "evergreen-renewals",
              "evergreen-recovery",
              "evergreen-change-recovery",
              "evergreen-calendar",
              "evergreen-notices",
              "evergreen-reminders",
              "evergreen-webhooks",
              "evergreen-old-webhooks");
    }
  }

  @Test
  void jobsBeginWhenTheApplicationIsReadyAndEndWithIt() {
    JobScheduler jobs;
    try (TestShop shop = TestShop.in("UTC", START, Map.of("evergreen.jobs.enabled", "true"))) {
      jobs = shop.get(JobScheduler.class);
      assertThat(jobs.isRunning()).isFalse();

      ConfigurableApplicationContext context = shop.context();
      context.publishEvent(
          new ApplicationReadyEvent(
              new SpringApplication(), new String[0], context, Duration.ZERO));

      assertThat(jobs.isRunning()).isTrue();
    }
    assertThat(jobs.isRunning()).isFalse();
  }

  @Test
  void aNodeCanLeaveTheJobsToOthers() {
    try (TestShop shop = TestShop.in("UTC", START, Map.of("evergreen.jobs.enabled", "false"))) {
      assertThat(shop.context().getBeansOfType(JobScheduler.class)).isEmpty();
    }
  }
}
