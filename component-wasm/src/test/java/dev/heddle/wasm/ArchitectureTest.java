package dev.heddle.wasm;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

final class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.heddle.wasm");

  @Test
  void theBuildKnowsTheComponentApiAndTheCompilerOnly() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "dev.heddle.wasm..",
            "dev.heddle.component..",
            "java..",
            "org.teavm..",
            "org.jspecify..")
        .check(CLASSES);
  }

  @Test
  void whatRunsInsideTheSandboxKnowsNothingOfTheBuild() {
    classes()
        .that()
        .resideInAPackage("dev.heddle.wasm.guest..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "dev.heddle.wasm.guest..",
            "dev.heddle.component..",
            "java..",
            "org.teavm.interop..",
            "org.jspecify..")
        .check(CLASSES);
  }
}
