package org.evergreen.demo.start;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Tells a problem that the user can mend in one line instead of a stack trace. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class OneLineReporter implements SpringBootExceptionReporter {

  private static final Logger log = LoggerFactory.getLogger(OneLineReporter.class);

  @Override
  public boolean reportException(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof StartupProblem problem) {
        log.error(problem.getMessage());
        return true;
      }
      if (cause instanceof PortInUseException taken) {
        log.error(StartupProblem.portInUse(taken.getPort(), taken).getMessage());
        return true;
      }
    }
    return false;
  }
}
