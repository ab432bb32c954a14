package dev.heddle.boutique;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.heddle.test.ComponentRules;

@AnalyzeClasses(
    packages = "dev.heddle.boutique",
    importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
  private static final String FRONT = "dev.heddle.boutique.front..";

  @ArchTest
  static void componentsKeepTheirBoundaries(JavaClasses boutique) {
    ComponentRules.standard().check(boutique);
  }

  /** Narrower than what the sandbox asks for: the shop's components need nothing else. */
  @ArchTest
  static final ArchRule COMPONENTS_ARE_PLAIN_JAVA =
      classes()
          .that()
          .resideInAPackage("dev.heddle.boutique.*")
          .and()
          .resideOutsideOfPackages(FRONT)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "dev.heddle.boutique..",
              "dev.heddle.component..",
              "java.lang",
              "java.lang.annotation",
              "java.lang.runtime",
              "java.lang.invoke",
              "java.math",
              "java.nio.charset",
              "java.time..",
              "java.util",
              "java.util.concurrent",
              "java.util.function",
              "java.util.stream",
              "java.util.zip",
              "org.jspecify.annotations",
              "javax.annotation.processing")
          .because("they also run inside the sandbox");

  @ArchTest
  static final ArchRule COMPONENTS_DO_NOT_KNOW_THE_FRONT =
      noClasses()
          .that()
          .resideOutsideOfPackage(FRONT)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(FRONT);

  @ArchTest
  static final ArchRule THE_FRONT_DOES_NOT_REACH_AROUND_THE_CHECKOUT =
      noClasses()
          .that()
          .resideInAPackage(FRONT)
          .should()
          .dependOnClassesThat()
          .haveNameMatching(
              "dev\\.heddle\\.boutique\\.(cartcache|email|payment)\\.(CartCache|Email|Payment)");

  @ArchTest
  static final ArchRule PACKAGES_HAVE_NO_CYCLES =
      slices().matching("dev.heddle.boutique.(*)..").should().beFreeOfCycles();
}
