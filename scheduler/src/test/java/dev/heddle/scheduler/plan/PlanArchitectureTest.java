package dev.heddle.scheduler.plan;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "dev.heddle.scheduler.plan",
    importOptions = ImportOption.DoNotIncludeTests.class)
class PlanArchitectureTest {
  /** A plan is a function of its situation: nothing is read, written, waited for or shared. */
  @ArchTest
  static final ArchRule isPure =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "dev.heddle.scheduler.plan",
              "java.lang..",
              "java.time",
              "java.util",
              "java.util.function",
              "java.util.random",
              "java.util.stream",
              "org.jspecify..");

  @ArchTest
  static final ArchRule readsNoClock =
      noClasses()
          .should()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(System.class, "currentTimeMillis");
}
