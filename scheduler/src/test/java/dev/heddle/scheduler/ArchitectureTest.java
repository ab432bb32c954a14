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
  /** The command line holds it, and starts in a fraction of a second. */
  @ArchTest
  static final ArchRule usesNothingButThePlatform =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("dev.heddle.scheduler", "java..", "org.jspecify..");
}
