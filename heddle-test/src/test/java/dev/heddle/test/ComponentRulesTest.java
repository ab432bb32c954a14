package dev.heddle.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ComponentRulesTest {
  @TempDir Path output;

  static List<String> additions() {
    return Shop.additions();
  }

  @Test
  void findsNothingInAShopThatKeepsItsBoundaries() throws IOException {
    JavaClasses shop = Shop.with(output);
    assertThat(shop.contain("shop.cart.Cart_Stub")).isTrue();
    assertThat(ComponentRules.standard().violations(shop)).isEmpty();
    ComponentRules.standard().check(shop);
  }

  @ParameterizedTest
  @MethodSource("additions")
  void saysWhatIsCrossedWhereAndWhatToDo(String addition) throws IOException {
    JavaClasses shop = Shop.with(output, addition);
    assertThat(text(ComponentRules.standard().violations(shop)))
        .isNotEmpty()
        .isEqualTo(Shop.expected(addition));
  }

  @Test
  void reportsAllAtOnce() throws IOException {
    String[] additions = Shop.additions().toArray(String[]::new);
    JavaClasses shop = Shop.with(output, additions);
    assertThatThrownBy(() -> ComponentRules.standard().check(shop))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("Boundaries crossed: " + additions.length + "\n\n")
        .hasMessageContainingAll(expected(additions));
  }

  @Test
  void letsADeclaredCycleBe() throws IOException {
    JavaClasses shop = Shop.with(output, "cycle");
    assertThat(
            ComponentRules.standard().allowingCycle("shop.catalog", "shop.cart").violations(shop))
        .isEmpty();
  }

  @Test
  void reportsADeclaredCycleThatIsNotThere() throws IOException {
    JavaClasses shop = Shop.with(output);
    assertThat(
            text(ComponentRules.standard().allowingCycle("shop.cart", "shop.ad").violations(shop)))
        .isEqualTo(
            """
            Packages of components have no cycles.
              at allowingCycle("shop.ad", "shop.cart")
              found: these packages have no cycle of their own
              remedy: Correct the names, or remove the declaration.""");
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

  private static String[] expected(String... additions) throws IOException {
    String[] expected = new String[additions.length];
    for (int i = 0; i < additions.length; i++) expected[i] = Shop.expected(additions[i]);
    return expected;
  }

  private static String text(List<Violation> violations) {
    return violations.stream().map(Violation::toString).collect(Collectors.joining("\n"));
  }
}
