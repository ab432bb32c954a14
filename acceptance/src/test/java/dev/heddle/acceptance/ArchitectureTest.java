package dev.heddle.acceptance;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.heddle.cli.Heddle;

@AnalyzeClasses(packages = "dev.heddle.acceptance")
final class ArchitectureTest {
  /** What is tried here is tried from outside: through processes, sockets and files. */
  @ArchTest
  static final ArchRule KNOWS_NO_CLASS_OF_WHAT_IT_TRIES =
      classes()
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                      "dev.heddle.acceptance",
                      "dev.heddle.conformance.server",
                      "java..",
                      "tools.jackson..",
                      "org.junit..",
                      "org.assertj..",
                      "com.tngtech.archunit..",
                      "org.jspecify..")
                  .or(equivalentTo(Heddle.class)));
}
