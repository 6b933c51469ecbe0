package org.evergreen.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import org.hibernate.Version;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.springframework.boot.SpringBootVersion;
import org.springframework.core.SpringVersion;

/**
 * The tests of a module ran on the framework that the build named, so that a green {@code
 * host-baseline} build proves what it says.
 */
public abstract class FrameworkVersionsContract {

  @Test
  void testsRunOnTheFrameworkThatTheBuildNamed(TestReporter reporter) {
    verify(reporter, "spring-boot", SpringBootVersion.getVersion());
    verify(reporter, "spring", SpringVersion.getVersion());
    verify(reporter, "hibernate", Version.getVersionString());
  }

  private static void verify(TestReporter reporter, String name, String found) {
    String expected = System.getProperty("expected." + name);
    assumeThat(expected).as("%s is named by the Maven build only", name).isNotNull();
    reporter.publishEntry(name, found);
    assertThat(found).as(name).startsWith(expected);
  }
}
