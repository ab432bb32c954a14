package dev.heddle.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.heddle.component.ComponentImplementation;
import dev.heddle.component.ComponentInterface;
import org.junit.jupiter.api.Test;

class ComponentRulesTest {
  private final JavaClasses fixture =
      new ClassFileImporter().importPackages("dev.heddle.test.fixture");

  @Test
  void passesComponentsThatKeepTheirBoundaries() {
    assertThat(ComponentRules.standard().violations(fixture)).isEmpty();
    ComponentRules.standard().check(fixture);
  }

  @Test
  void failsWithEveryViolation() {
    JavaClasses careless = new ClassFileImporter().importClasses(CarelessBell.class, Bell.class);
    assertThatThrownBy(() -> ComponentRules.standard().check(careless))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("Boundaries crossed: 3\n\n")
        .hasMessageContainingAll(
            "Sandboxable code has no static mutable state.\n  at " + CarelessBell.class.getName(),
            "Sandboxable code starts no threads.\n  at " + CarelessBell.class.getName());
  }

  @Test
  void letsADeclaredCycleBeAndReportsOneThatIsNotThere() {
    assertThat(ComponentRules.standard().allowingCycle("shop.cart", "shop.ad").violations(fixture))
        .singleElement()
        .satisfies(
            violation ->
                assertThat(violation.place())
                    .isEqualTo("allowingCycle(\"shop.ad\", \"shop.cart\")"));
  }

  @Test
  void refusesACycleOfOnePackage() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ComponentRules.standard().allowingCycle("shop.cart", "shop.cart"))
        .withMessageContaining("A cycle has two packages at least: [shop.cart]");
  }

  @Test
  void refusesToPassWhereThereIsNoComponent() {
    JavaClasses nothing = new ClassFileImporter().importClasses(String.class);
    assertThatThrownBy(() -> ComponentRules.standard().check(nothing))
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            "There is no component among the 1 classes given. Import the application's packages,"
                + " without its tests.");
  }

  @ComponentInterface
  interface Bell {
    void ring();
  }

  @ComponentImplementation
  static final class CarelessBell implements Bell {
    private static int rings;

    @Override
    public void ring() {
      rings++;
      Thread.startVirtualThread(() -> System.out.println(rings));
    }
  }
}
