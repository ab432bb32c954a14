package dev.heddle.backends;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "dev.heddle.backends",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule onlyTheCoreAndTheContractsAreKnown =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.heddle.test..",
              "dev.heddle.cli..",
              "dev.heddle.scheduler..",
              "dev.heddle.codegen..",
              "dev.heddle.conformance..");

  @ArchTest
  static final ArchRule driversAreKnownToTheirBackendsAlone =
      noClasses()
          .that()
          .haveNameNotMatching("dev\\.heddle\\.backends\\.Redis.*")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("redis.clients..");

  @ArchTest
  static final ArchRule soIsAmazonsLibrary =
      noClasses()
          .that()
          .haveNameNotMatching("dev\\.heddle\\.backends\\.S3.*")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("software.amazon..");

  @ArchTest
  static final ArchRule soIsTheClientOfNats =
      noClasses()
          .that()
          .haveNameNotMatching("dev\\.heddle\\.backends\\.Nats.*")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.nats..");

  @ArchTest
  static final ArchRule soAreJdbcAndItsPool =
      noClasses()
          .that()
          .haveNameNotMatching("dev\\.heddle\\.backends\\.Postgresql.*")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "com.zaxxer..", "org.postgresql..");
}
