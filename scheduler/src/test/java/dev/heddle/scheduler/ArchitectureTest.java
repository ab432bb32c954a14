package dev.heddle.scheduler;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "dev.heddle.scheduler",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule knowsProcessesByWhatTheyTellIt =
      classes()
          .that()
          .resideOutsideOfPackages("dev.heddle.scheduler.dashboard", "dev.heddle.scheduler.plan")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "dev.heddle.scheduler",
              "dev.heddle.scheduler.dashboard",
              "dev.heddle.scheduler.plan",
              "dev.heddle.core",
              "dev.heddle.core.control",
              "dev.heddle.core.remote",
              "dev.heddle.transport",
              "tools.jackson..",
              "sun.misc..",
              "java..",
              "org.jspecify..");

  /** A plan is made from what is given, and from nothing else. */
  @ArchTest
  static final ArchRule thePlannerIsPure =
      classes()
          .that()
          .resideInAPackage("dev.heddle.scheduler.plan")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("dev.heddle.scheduler.plan", "java..", "org.jspecify..");

  /** It is told what to show, and knows nothing of where that comes from. */
  @ArchTest
  static final ArchRule theDashboardStandsAlone =
      classes()
          .that()
          .resideInAPackage("dev.heddle.scheduler.dashboard")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "dev.heddle.scheduler.dashboard",
              "java..",
              "com.sun.net.httpserver..",
              "tools.jackson..",
              "org.jspecify..");
}
