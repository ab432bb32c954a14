package dev.heddle.component;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "dev.heddle.component",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule dependsOnNothingThatAGuestLacks =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "dev.heddle.component..",
              "java.lang",
              "java.lang.annotation",
              "java.math",
              "java.net",
              "java.nio.charset",
              "java.time",
              "java.util",
              "java.util.concurrent.atomic",
              "java.util.function",
              "org.jspecify.annotations");

  @ArchTest
  static final ArchRule capabilitiesKnowNothingOfGeneratedCode =
      noClasses()
          .that()
          .resideInAPackage("dev.heddle.component.capability")
          .and()
          .haveNameNotMatching(".*_(Descriptor|Stub|Skeleton|Codec)(\\$.*)?")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.heddle.component.spi", "dev.heddle.component.wire");

  @ArchTest
  static final ArchRule theWireFormatKnowsNothingOfCalls =
      noClasses()
          .that()
          .resideInAPackage("dev.heddle.component.wire")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.heddle.component.spi");
}
