package org.evergreen.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which package may know which. */
@AnalyzeClasses(packages = PackageFencesTest.ROOT, importOptions = DoNotIncludeTests.class)
class PackageFencesTest {

  static final String ROOT = "org.evergreen";

  /** A package uses only those named before it. */
  private static final List<String> ORDER =
      List.of(
          "money",
          "time",
          "log",
          "terms",
          "calendar",
          "storefront",
          "sql",
          "form",
          "settings",
          "installation",
          "plan",
          "payment",
          "subscription",
          "download",
          "checkout",
          "change",
          "dunning",
          "renewal",
          "webhook",
          "notice",
          "jobs",
          "metrics",
          "config");

  /** Decisions and values: no framework at all. */
  private static final String[] PURE = {
    "java..",
    "org.joda.money..",
    "org.evergreen.money",
    "org.evergreen.time",
    "org.evergreen.terms",
    "org.evergreen.calendar",
    "org.evergreen.storefront"
  };

  @ArchTest
  static void aPackageUsesOnlyThoseBeforeItInTheOrder(JavaClasses engine) {
    for (int i = 0; i < ORDER.size() - 1; i++) {
      String[] later =
          ORDER.subList(i + 1, ORDER.size()).stream()
              .map(name -> ROOT + "." + name + "..")
              .toArray(String[]::new);
      noClasses()
          .that()
          .resideInAPackage(ROOT + "." + ORDER.get(i) + "..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(later)
          .because("the engine's packages stand in the order " + ORDER)
          .allowEmptyShould(true)
          .check(engine);
    }
  }

  @ArchTest
  static void everyPackageHasItsPlaceInTheOrder(JavaClasses engine) {
    Set<String> packages =
        engine.stream()
            .map(JavaClass::getPackageName)
            .map(name -> name.substring(ROOT.length() + 1).replaceAll("\\..*", ""))
            .collect(Collectors.toSet());

    assertThat(ORDER).as("order of packages").containsAll(packages);
  }

  @ArchTest
  static final ArchRule noCycles = slices().matching(ROOT + ".(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule valuesAndPortsKnowNoFramework =
      classes()
          .that()
          .resideInAnyPackage(
              "org.evergreen.money",
              "org.evergreen.time",
              "org.evergreen.terms",
              "org.evergreen.calendar",
              "org.evergreen.storefront")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(PURE);

  @ArchTest
  static final ArchRule whatAChangeCostsIsWorkedOutWithoutAFramework =
      classes()
          .that()
          .resideInAPackage("org.evergreen.change.proration")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "org.joda.money..",
              "org.evergreen.money",
              "org.evergreen.terms",
              "org.evergreen.calendar",
              "org.evergreen.settings",
              "org.evergreen.change.proration");

  @ArchTest
  static final ArchRule whatFollowsAFailedPaymentIsDecidedWithoutAFramework =
      classes()
          .that()
          .resideInAPackage("org.evergreen.dunning")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..", "org.evergreen.settings", "org.evergreen.payment", "org.evergreen.dunning");

  @ArchTest
  static final ArchRule theEngineKnowsNeitherWebNorHost =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "jakarta.servlet..",
              "org.springframework.web..",
              "org.springframework.http..",
              "org.springframework.security..",
              "org.broadleafcommerce..",
              "org.evergreen.site..",
              "org.evergreen.admin..",
              "org.evergreen.demo..",
              "org.evergreen.broadleaf..");

  @ArchTest
  static final ArchRule onlyJobsKnowTheScheduler =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.evergreen.jobs..", "org.evergreen.config..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.github.kagkarlsson..");

  @ArchTest
  static final ArchRule onlyMetricsKnowTheMetersAndHealthOfTheHost =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.evergreen.metrics..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.micrometer..", "org.springframework.boot.actuate..")
          .because("both are optional");

  @ArchTest
  static final ArchRule onlyNoticesKnowTheTemplateEngine =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.evergreen.notice..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.thymeleaf..");
}
