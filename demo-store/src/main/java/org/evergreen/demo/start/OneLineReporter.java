package org.evergreen.demo.start;

import java.util.Optional;
import org.flywaydb.core.api.exception.FlywayValidateException;
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
      Optional<StartupProblem> problem = problem(cause);
      if (problem.isPresent()) {
        log.error(problem.get().getMessage());
        return true;
      }
    }
    return false;
  }

  private static Optional<StartupProblem> problem(Throwable cause) {
    if (cause instanceof StartupProblem known) {
      return Optional.of(known);
    }
    if (cause instanceof PortInUseException taken) {
      return Optional.of(StartupProblem.portInUse(taken.getPort(), taken));
    }
    return cause instanceof FlywayValidateException foreign
        ? Optional.of(StartupProblem.tablesOfAnotherVersion(foreign))
        : Optional.empty();
  }
}
