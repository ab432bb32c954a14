package dev.heddle.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.heddle.cli", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  /** It starts in a fraction of a second, and builds without most of the project. */
  @ArchTest
  static final ArchRule usesNothingOfTheApplicationsWorld =
      classes()
          .that()
          .resideOutsideOfPackage("dev.heddle.cli.watched")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "dev.heddle.cli..",
              "dev.heddle.rules",
              "dev.heddle.scheduler..",
              "com.tngtech.archunit.core..",
              "java..",
              "javax.lang.model..",
              "javax.tools..",
              "javax.xml..",
              "org.w3c.dom..",
              "org.xml.sax..",
              "com.sun.management..",
              "sun.misc..",
              "picocli..",
              "tools.jackson..",
              "org.jspecify..");

  /** It runs in the application's process, without anything else of the command line. */
  @ArchTest
  static final ArchRule whatRunsInTheApplicationStandsAlone =
      classes()
          .that()
          .resideInAPackage("dev.heddle.cli.watched")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "dev.heddle.cli.watched", "java..", "org.springframework..", "org.jspecify..");

  @ArchTest
  static final ArchRule onlyTheEntryIsPublic =
      noClasses()
          .that()
          .resideInAPackage("dev.heddle.cli")
          .and()
          .doNotHaveSimpleName("Main")
          .should()
          .bePublic();

  /** What a change breaks is a function of two schemas. */
  @ArchTest
  static final ArchRule comparingReadsNothing =
      noClasses()
          .that()
          .resideInAPackage("dev.heddle.cli.schema")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.heddle.cli", "java.io..", "java.nio..", "picocli..");
}
