package dev.heddle.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BoundariesTest {
  @TempDir Path output;

  static List<String> additions() {
    return Shop.additions();
  }

  @Test
  void findsNothingInAShopThatKeepsItsBoundaries() throws IOException {
    JavaClasses shop = Shop.with(output);
    assertThat(shop.contain("shop.cart.Cart_Stub")).isTrue();
    assertThat(violations(shop)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("additions")
  void saysWhatIsCrossedWhereAndWhatToDo(String addition) throws IOException {
    JavaClasses shop = Shop.with(output, addition);
    assertThat(text(violations(shop))).isNotEmpty().isEqualTo(Shop.expected(addition));
  }

  @Test
  void reportsAllAtOnce() throws IOException {
    String[] additions = Shop.additions().toArray(String[]::new);
    List<Violation> violations = violations(Shop.with(output, additions));
    assertThat(violations).hasSize(additions.length);
    for (String addition : additions) {
      assertThat(text(violations)).contains(Shop.expected(addition));
    }
  }

  @Test
  void letsADeclaredCycleBe() throws IOException {
    JavaClasses shop = Shop.with(output, "cycle");
    assertThat(violations(shop, Set.of("shop.catalog", "shop.cart"))).isEmpty();
  }

  @Test
  void reportsADeclaredCycleThatIsNotThere() throws IOException {
    JavaClasses shop = Shop.with(output);
    assertThat(text(violations(shop, new TreeSet<>(Set.of("shop.cart", "shop.ad")))))
        .isEqualTo(
            """
            Packages of components have no cycles.
              at allowingCycle("shop.ad", "shop.cart")
              found: these packages have no cycle of their own
              remedy: Correct the names, or remove the declaration.""");
  }

  @Test
  void knowsWhetherThereAreComponents() throws IOException {
    assertThat(Boundaries.of(Shop.with(output)).hasComponents()).isTrue();
    JavaClasses nothing = new ClassFileImporter().importClasses(String.class);
    assertThat(Boundaries.of(nothing).hasComponents()).isFalse();
  }

  @SafeVarargs
  private static List<Violation> violations(JavaClasses classes, Set<String>... allowed) {
    return Boundaries.of(classes).violations(List.of(allowed));
  }

  private static String text(List<Violation> violations) {
    return violations.stream().map(Violation::toString).collect(Collectors.joining("\n"));
  }
}
