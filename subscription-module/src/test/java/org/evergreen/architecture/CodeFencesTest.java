package org.evergreen.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.math.BigDecimal;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Set;

/** Habits of the engine's code that a compiler does not check. */
@AnalyzeClasses(packages = "org.evergreen", importOptions = DoNotIncludeTests.class)
class CodeFencesTest {

  private static final int MOST_COLLABORATORS = 7;

  /** Numbers that are no amounts, and the two ends at which amounts are taken apart. */
  private static final Set<String> BARE_NUMBERS =
      Set.of(
          "org.evergreen.money.Rounding.round(org.joda.money.CurrencyUnit, java.math.BigDecimal)",
          "org.evergreen.money.Percentage.value()",
          "org.evergreen.money.StoredMoney.of(java.lang.String, java.math.BigDecimal)",
          "org.evergreen.terms.PriceRule$PercentOff.percent()",
          "org.evergreen.change.proration.PaidTerm.cycleDays()",
          "org.evergreen.subscription.LinePayment.cycleDays()",
          "org.evergreen.form.FormFields.decimal(java.lang.String, java.lang.String,"
              + " java.math.BigDecimal, int, java.lang.String)",
          "org.evergreen.sql.Columns.numeric(java.lang.String, java.util.function.Function)");

  @ArchTest
  static final ArchRule onlyShopTimeReadsTheClock =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.evergreen.time")
          .should()
          .callMethodWhere(
              target(nameMatching("now")).and(target(owner(assignableTo(Temporal.class)))))
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callConstructor(java.util.Date.class)
          .orShould()
          .callMethodWhere(
              target(nameMatching("getInstance"))
                  .and(target(owner(assignableTo(java.util.Calendar.class)))))
          .because("the demo store and the tests move the clock");

  @ArchTest
  static final ArchRule onlyTheConfigurationNamesASystemClock =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.evergreen.config")
          .should()
          .callMethodWhere(
              target(nameMatching("system.*|tick.*"))
                  .and(target(owner(assignableTo(java.time.Clock.class)))));

  @ArchTest
  static final ArchRule timesAreOfJavaTime =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.util.Date")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.util.Calendar")
          .because("java.time says what is an instant and what is a calendar day");

  @ArchTest
  static final ArchRule amountsAreMoney =
      methods()
          .that()
          .arePublic()
          .and()
          .areDeclaredInClassesThat()
          .arePublic()
          .should(haveNoBareNumberIn("its signature"))
          .because("an amount without its currency cannot be checked");

  @ArchTest
  static final ArchRule noAmountIsAFloatingPointNumber =
      noFields()
          .should()
          .haveRawType(double.class)
          .orShould()
          .haveRawType(float.class)
          .orShould()
          .haveRawType(Double.class)
          .allowEmptyShould(true);

  @ArchTest static final ArchRule noFieldInjection = NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

  @ArchTest
  static final ArchRule noInjectionByJpaOrAnnotatedTransactions =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("jakarta.persistence.PersistenceContext")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("org.springframework.transaction.annotation.Transactional")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("jakarta.transaction.Transactional")
          .because("a host may have several databases and transaction managers");

  @ArchTest static final ArchRule noStandardStreams = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

  @ArchTest static final ArchRule noOtherLogging = NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

  @ArchTest static final ArchRule exceptionsTellAStory = NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;

  @ArchTest
  static final ArchRule fewCollaborators =
      classes()
          .that(DescribedPredicate.not(assignableTo(Record.class)))
          .should(haveAtMostCollaborators(MOST_COLLABORATORS));

  private static ArchCondition<JavaMethod> haveNoBareNumberIn(String where) {
    return new ArchCondition<>("have no BigDecimal in " + where) {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        boolean bare = signatureTypes(method).stream().anyMatch(CodeFencesTest::isBareNumber);
        if (bare && !BARE_NUMBERS.contains(method.getFullName())) {
          events.add(SimpleConditionEvent.violated(method, method.getFullName()));
        }
      }
    };
  }

  private static List<JavaClass> signatureTypes(JavaMethod method) {
    return method.getAllInvolvedRawTypes().stream().toList();
  }

  private static boolean isBareNumber(JavaClass type) {
    return type.isEquivalentTo(BigDecimal.class);
  }

  private static ArchCondition<JavaClass> haveAtMostCollaborators(int most) {
    return new ArchCondition<>("have no constructor with more than " + most + " collaborators") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        for (JavaCodeUnit constructor : type.getConstructors()) {
          int count = constructor.getRawParameterTypes().size();
          if (count > most) {
            String message = constructor.getFullName() + " takes " + count;
            events.add(SimpleConditionEvent.violated(type, message));
          }
        }
      }
    };
  }
}
