package dev.heddle.sandbox;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "dev.heddle.sandbox",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule onlyOnePackageKnowsTheRuntime =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.heddle.sandbox.endive..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("run.endive..", "org.objectweb.asm..");

  @ArchTest
  static final ArchRule modulesAreRewrittenWithoutKnowingWhatForOrByWhom =
      classes()
          .that()
          .resideInAPackage("dev.heddle.sandbox.module..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("dev.heddle.sandbox.module..", "java..", "org.jspecify..");

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("dev.heddle.sandbox.(*)..").should().beFreeOfCycles();
}
