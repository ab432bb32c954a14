package dev.heddle.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.heddle.core", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule springIsOnlyKnownToItsOwnPackage =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.heddle.core.spring..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.heddle.core.spring..", "org.springframework.boot..")
          .orShould()
          .dependOnClassesThat()
          .resideInAnyPackage("org.springframework.context..", "org.springframework.beans..");

  @ArchTest
  static final ArchRule onlyTheCatalogSearchesTheClassPath =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.heddle.core.spring..")
          .and()
          .areNotAssignableTo(ComponentCatalog.class)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.springframework..");

  @ArchTest
  static final ArchRule nothingBelowIsKnownOfWhatStandsAbove =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.heddle.test..",
              "dev.heddle.cli..",
              "dev.heddle.scheduler..",
              "dev.heddle.codegen..",
              "io.grpc..",
              "run.endive..");

  @ArchTest
  static final ArchRule onlyTheEmbeddedStoresKnowTheirLibrary =
      noClasses()
          .that()
          .haveNameNotMatching(".*\\.(EmbeddedKeyValueStore|EventOutbox|Shelf)(\\$.*)?")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.h2..");

  @ArchTest
  static final ArchRule onlyItsOwnPackageAndSpringsKnowOpenTelemetry =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.heddle.core.opentelemetry..", "dev.heddle.core.spring..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.opentelemetry..", "dev.heddle.core.opentelemetry..");

  @ArchTest
  static final ArchRule targetsAreChosenInOnePlace =
      classes()
          .that()
          .areAssignableTo(Target.class)
          .should()
          .onlyHaveDependentClassesThat()
          .haveNameMatching(
              "dev\\.heddle\\.core\\.(Target|CallRouter|ComponentInstances|SandboxedComponents|HeddleRuntime).*");

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("dev.heddle.core.(*)..").should().beFreeOfCycles();
}
