package org.evergreen.demo.operations;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.evergreen.log.LogId;
import org.evergreen.log.LogIds;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;
import org.springframework.mock.env.MockEnvironment;

/** Lines of the log as {@code logging.structured.format.console} writes them. */
class JsonLogsTest {

  private static final LogIds IDS =
      LogIds.of(LogId.CHARGE, 12).and(LogId.GATEWAY_REFERENCE, "pi_1").and(LogId.JOB_RUN, "ab12");

  @Test
  void idsAreFieldsForLogstash() throws IOException {
    JsonNode line = written("logstash");

    assertThat(line.path("message").asText()).isEqualTo("Charge 12 is still unknown");
    assertThat(line.path("evergreen.charge").asText()).isEqualTo("12");
    assertThat(line.path("evergreen.gateway-reference").asText()).isEqualTo("pi_1");
    assertThat(line.path("evergreen.job-run").asText()).isEqualTo("ab12");
  }

  @Test
  void idsAreFieldsForElastic() throws IOException {
    JsonNode line = written("ecs").path("evergreen");

    assertThat(line.path("charge").asText()).isEqualTo("12");
    assertThat(line.path("gateway-reference").asText()).isEqualTo("pi_1");
  }

  private static JsonNode written(String format) throws IOException {
    LoggerContext context = new LoggerContext();
    context.putObject(Environment.class.getName(), new MockEnvironment());
    StructuredLogEncoder encoder = new StructuredLogEncoder();
    encoder.setContext(context);
    encoder.setFormat(format);
    encoder.start();
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    lines.start();
    Logger log = context.getLogger("org.evergreen.payment");
    log.setLevel(Level.INFO);
    log.addAppender(lines);
    context.setMDCAdapter(((LoggerContext) LoggerFactory.getILoggerFactory()).getMDCAdapter());
    byte[] line =
        IDS.call(
            () -> {
              log.warn("Charge {} is still unknown", 12);
              return encoder.encode(lines.list.get(0));
            });
    return new ObjectMapper().readTree(line);
  }
}
