package dev.heddle.test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.heddle.test", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule standsOnTheCoreTheRulesJUnitAndArchUnitAlone =
      classes()
          .that()
          .resideOutsideOfPackage("dev.heddle.test.spring")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "dev.heddle.test..",
              "dev.heddle.core",
              "dev.heddle.core.capability",
              "dev.heddle.core.events",
              "dev.heddle.core.remote",
              "dev.heddle.core.sandbox",
              "dev.heddle.component..",
              "dev.heddle.rules",
              "java..",
              "org.junit..",
              "com.tngtech.archunit..",
              "org.jspecify.annotations");
}
