package org.evergreen.demo.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import org.evergreen.demo.account.DemoLogin;
import org.evergreen.demo.testing.DemoStoreTest;
import org.evergreen.demo.testing.Shoppers;
import org.evergreen.jobs.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Who sees what of the endpoints that machines watch. */
@DemoStoreTest
class EndpointsTest {

  private static final RequestPostProcessor MERCHANT =
      httpBasic(DemoLogin.MERCHANT.email(), DemoLogin.MERCHANT.password());

  @Autowired private MockMvc web;
  @Autowired private Shoppers shoppers;
  @Autowired private JdbcTemplate jdbc;
  @Autowired private List<Job> jobs;

  /** The test store leaves the jobs to others; they have just run there. */
  @BeforeEach
  void jobsHaveRun() {
    for (Job job : jobs) {
      jdbc.update(
          "insert into evergreen_scheduled_task (task_name, task_instance, execution_time, picked,"
              + " last_success, version) values (?, 'recurring', now() + interval '1 hour', false,"
              + " now(), 1) on conflict do nothing",
          job.name());
    }
  }

  @Test
  void anybodySeesThatTheShopIsUpAndNoMore() throws Exception {
    String health =
        web.perform(get("/actuator/health")).andReturn().getResponse().getContentAsString();

    assertThat(health).startsWith("{\"status\":").doesNotContain("due", "evergreen", "jobs");
    web.perform(get("/actuator/health/evergreen")).andExpect(status().isNotFound());
    web.perform(get("/actuator/health/liveness"))
        .andExpect(status().isOk())
        .andExpect(content().json("{\"status\":\"UP\"}", true));
    web.perform(get("/actuator/health/readiness")).andExpect(status().isOk());
  }

  @Test
  void merchantSeesTheFigures() throws Exception {
    web.perform(get("/actuator/health/evergreen").with(MERCHANT))
        .andExpect(jsonPath("$.details.dueCustomers").isNumber())
        .andExpect(jsonPath("$.details.oldestDueLimitSeconds").value(3600))
        .andExpect(jsonPath("$.details.jobsInTrouble").isEmpty());
    web.perform(get("/actuator/metrics/evergreen.backlog").with(MERCHANT))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.baseUnit").value("customers"))
        .andExpect(jsonPath("$.measurements[0].value").value(greaterThanOrEqualTo(0.0)));
    web.perform(get("/actuator/metrics/evergreen.backlog.age").with(MERCHANT))
        .andExpect(jsonPath("$.baseUnit").value("seconds"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/actuator", "/actuator/metrics", "/actuator/metrics/evergreen.backlog"})
  void figuresAreForTheMerchantOnly(String path) throws Exception {
    web.perform(get(path)).andExpect(status().isUnauthorized());
    web.perform(get(path).with(user(shoppers.shopper()))).andExpect(status().isForbidden());
    web.perform(get(path).with(httpBasic(DemoLogin.MERCHANT.email(), "wrong")))
        .andExpect(status().isUnauthorized());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/actuator",
        "/actuator/env",
        "/actuator/beans",
        "/actuator/heapdump",
        "/actuator/loggers",
        "/actuator/shutdown",
        "/actuator/configprops"
      })
  void nothingElseIsThere(String path) throws Exception {
    web.perform(get(path).with(MERCHANT)).andExpect(status().isNotFound());
  }
}
