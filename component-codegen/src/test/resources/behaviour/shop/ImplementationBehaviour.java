package shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.component.Runtime;
import dev.heddle.component.capability.Log;
import dev.heddle.component.capability.RandomSource;
import dev.heddle.component.spi.Dependencies;
import dev.heddle.component.spi.Dependency;
import dev.heddle.component.spi.SettingValues;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shop.Catalog.Product;

/** What is generated for the shop's implementations; each method is a test. */
public final class ImplementationBehaviour {
  private static final Money PRICE = new Money("EUR", 3, 500_000_000);
  private static final Product TEA = new Product("tea", Optional.empty(), Map.of("EUR", PRICE));
  private static final Catalog CATALOG = new SpringCatalog(() -> List.of(TEA));

  public void constructsAnImplementationFromItsDependencies() {
    PersistentCart_Implementation implementation = new PersistentCart_Implementation();
    assertThat(implementation.runtime()).isEqualTo(Runtime.WASM);
    assertThat(implementation.dependencies())
        .containsExactly(
            new Dependency("log", Log.class, Dependency.Kind.CAPABILITY),
            new Dependency("catalog", Catalog.class, Dependency.Kind.COMPONENT));
    Cart cart =
        implementation.create(
            new Dependencies() {
              @Override
              public <T> T get(int index, Class<T> type) {
                Log log = (level, line) -> {};
                return type.cast(index == 0 ? log : CATALOG);
              }

              @Override
              public <T> Optional<T> optional(int index, Class<T> type) {
                throw new AssertionError("everything is required");
              }
            });
    assertThat(cart.size("ann")).isZero();
  }

  public void asksForWhatMayBeMissing() {
    DiscountedCart_Implementation implementation = new DiscountedCart_Implementation();
    assertThat(implementation.name()).isEqualTo("discounted");
    assertThat(implementation.primary()).isTrue();
    assertThat(implementation.maxReplicas()).isEqualTo(1);
    assertThat(implementation.dependencies())
        .containsExactly(
            new Dependency("catalog", Catalog.class, Dependency.Kind.COMPONENT, true),
            new Dependency(
                "random",
                dev.heddle.component.capability.RandomSource.class,
                Dependency.Kind.CAPABILITY,
                true),
            new Dependency("limits", CartLimits.class, Dependency.Kind.SETTINGS));
    Cart cart =
        implementation.create(
            new Dependencies() {
              @Override
              public <T> T get(int index, Class<T> type) {
                assertThat(index).isEqualTo(2);
                return type.cast(limits(Map.of("most-items", "7")));
              }

              @Override
              public <T> Optional<T> optional(int index, Class<T> type) {
                return index == 0 ? Optional.of(type.cast(CATALOG)) : Optional.empty();
              }
            });
    assertThat(cart.size("ann")).isEqualTo(9);
  }

  private static CartLimits limits(Map<String, String> configured) {
    return new CartLimits_Settings().bind(new SettingValues(configured));
  }

  public void readsSettingsIntoTheirRecord() {
    assertThat(limits(Map.of()))
        .isEqualTo(
            new CartLimits(
                10,
                5_000_000_000L,
                0.5,
                true,
                "",
                new java.math.BigDecimal("4.99"),
                java.time.Duration.ofSeconds(30),
                java.net.URI.create("https://example.com"),
                CartLimits.Sorting.BY_WEIGHT,
                Optional.empty(),
                Optional.empty(),
                List.of("tea", "cups")));
    CartLimits limits =
        limits(
            Map.of("MOST_ITEMS", "3", "sorting", "BY_NAME", "warnat", "2", "fallback", "by-name"));
    assertThat(limits.mostItems()).isEqualTo(3);
    assertThat(limits.sorting()).isEqualTo(CartLimits.Sorting.BY_NAME);
    assertThat(limits.warnAt()).contains(2);
    assertThat(limits.fallback()).contains(CartLimits.Sorting.BY_NAME);
    assertThat(new DiscountedCart_Implementation().settings().orElseThrow().keys())
        .contains("most-items", "warn-at")
        .hasSize(12);
  }

  public void tellsAllThatIsWrongWithSettingsAtOnce() {
    assertThatThrownBy(() -> limits(Map.of("most-items", "many", "sorting", "by-age")))
        .isInstanceOfSatisfying(
            dev.heddle.component.spi.InvalidSettingsException.class,
            invalid ->
                assertThat(invalid.wrong())
                    .extracting(wrong -> wrong.key() + " " + wrong.found() + ". " + wrong.remedy())
                    .containsExactly(
                        "most-items is 'many'. Set it to a whole number from -2147483648 to"
                            + " 2147483647",
                        "sorting is 'by-age'. Set it to one of by-name, by-weight"));
    assertThatThrownBy(() -> limits(Map.of("most-items", "0")))
        .hasMessageContaining("are refused: most-items is at least 1");
  }

  public void leavesTheConstructionOfBeansToSpring() {
    SpringCatalog_Implementation implementation = new SpringCatalog_Implementation();
    assertThat(implementation.dependencies())
        .containsExactly(
            new Dependency("products", java.util.function.Supplier.class, Dependency.Kind.BEAN));
    assertThatThrownBy(() -> implementation.create(null))
        .isInstanceOf(UnsupportedOperationException.class);
  }
}
