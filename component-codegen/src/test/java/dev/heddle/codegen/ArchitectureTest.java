package dev.heddle.codegen;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ArchitectureTest {
  /** What a sandbox's guest has not. */
  private static final String[] LACKING = {
    "java.lang.reflect..",
    "java.lang.foreign..",
    "java.util.concurrent..",
    "java.util.stream..",
    "java.io..",
    "java.net.http..",
    "java.nio.file..",
    "com.google.protobuf..",
    "javax.annotation.processing.."
  };

  @Test
  void theProcessorKnowsTheComponentApiAndTheCompilerOnly() {
    JavaClasses processor =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.heddle.codegen");
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "dev.heddle.codegen..", "dev.heddle.component..", "java..", "javax..", "org.jspecify..")
        .check(processor);
    classes()
        .that()
        .areTopLevelClasses()
        .and()
        .doNotHaveSimpleName("HeddleProcessor")
        .should()
        .notBePublic()
        .check(processor);
  }

  @Test
  void generatedCodeUsesNothingThatAGuestLacks(@TempDir Path shapes, @TempDir Path shop) {
    assertThat(Compilation.of("shapes", shapes).succeeded()).isTrue();
    assertThat(Compilation.of("shop", shop).succeeded()).isTrue();
    JavaClasses generated = new ClassFileImporter().importPaths(shapes, shop);
    noClasses()
        .that()
        .haveNameMatching(
            ".*_(Stub|Skeleton|Codec|Descriptor|Guest|Implementation|Settings)(\\$.*)?")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(LACKING)
        .check(generated);
    noClasses()
        .that()
        .haveNameMatching(".*_(Stub|Skeleton|Codec|Descriptor|Guest|Implementation|Settings)")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.lang.invoke..")
        .check(generated);
  }
}
