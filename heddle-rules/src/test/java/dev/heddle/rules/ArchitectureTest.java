package dev.heddle.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.heddle.rules", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  /** The command line carries it, and runs no application. */
  @ArchTest
  static final ArchRule knowsTheComponentApiAndArchUnitAlone =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "dev.heddle.rules",
              "dev.heddle.component",
              "java..",
              "com.tngtech.archunit..",
              "org.jspecify.annotations");

  @ArchTest
  static final ArchRule onlyTheEntryAndWhatItFindsArePublic =
      noClasses()
          .that()
          .doNotHaveSimpleName("Boundaries")
          .and()
          .doNotHaveSimpleName("Violation")
          .and()
          .areTopLevelClasses()
          .should()
          .bePublic();
}
