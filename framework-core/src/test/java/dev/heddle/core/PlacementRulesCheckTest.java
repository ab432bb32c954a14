package dev.heddle.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.core.RuntimeOptions.ComponentOptions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PlacementRulesCheckTest {
  private static final Set<String> COMPONENTS = Set.of("Cart", "CartCache", "Currency", "Payment");

  private final Map<String, ComponentOptions> configured = new TreeMap<>();

  @Test
  void acceptsRulesThatFitTogether() {
    together("Cart", "CartCache");
    configured.put(
        "Payment",
        ComponentOptions.NONE
            .withPlacement(Placement.REMOTE)
            .withRules(
                new PlacementRules(Set.of("Currency"), Set.of("Cart"), Set.of("eu"), 32 << 20)));
    assertThat(problems()).isEmpty();
  }

  @Test
  void saysWhichNameWasProbablyMeant() {
    together("Cart", "CartCahce");
    assertThat(problems())
        .containsExactly(
            "configuration names components of the application:"
                + " heddle.components.Cart.together-with names CartCahce, which is none."
                + " Did you mean CartCache? The components are Cart, CartCache, Currency, Payment");
  }

  @Test
  void refusesAComponentThatIsToBeApartFromItself() {
    apart("Cart", "Cart");
    assertThat(problems())
        .singleElement()
        .asString()
        .contains("heddle.components.Cart.apart-from names the component itself");
  }

  @Test
  void refusesComponentsApartThatOthersHaveTogether() {
    together("Cart", "CartCache");
    together("CartCache", "Currency");
    apart("Currency", "Cart");
    assertThat(problems())
        .singleElement()
        .asString()
        .contains("heddle.components.Currency.apart-from names Cart")
        .contains("together are Cart, CartCache, Currency")
        .contains("Remove Cart there");
  }

  @Test
  void refusesComponentsTogetherThatArePlacedApart() {
    placed("Cart", Placement.REMOTE);
    configured.put(
        "CartCache",
        ComponentOptions.NONE.withRules(
            new PlacementRules(Set.of("Cart"), Set.of(), Set.of("application"), 0)));
    assertThat(problems())
        .singleElement()
        .asString()
        .contains("heddle.components.CartCache.only-in is application")
        .contains("heddle.components.Cart.placement is remote");
  }

  @Test
  void refusesComponentsApartThatArePlacedInTheSameProcess() {
    placed("Cart", Placement.SANDBOXED);
    configured.put(
        "Payment",
        ComponentOptions.NONE
            .withPlacement(Placement.LOCAL)
            .withRules(new PlacementRules(Set.of(), Set.of("Cart"), Set.of(), 0)));
    assertThat(problems())
        .singleElement()
        .asString()
        .contains("are not both kept in the application's process")
        .contains("heddle.components.Payment.placement is local")
        .contains("heddle.components.Cart.placement is sandboxed");
  }

  @Test
  void tellsEverythingAtOnce() {
    together("Cart", "Crat");
    apart("Currency", "Curency");
    apart("Payment", "Payment");
    assertThat(problems()).hasSize(3);
  }

  private void together(String component, String other) {
    rules(component, new PlacementRules(Set.of(other), Set.of(), Set.of(), 0));
  }

  private void apart(String component, String other) {
    rules(component, new PlacementRules(Set.of(), Set.of(other), Set.of(), 0));
  }

  private void rules(String component, PlacementRules rules) {
    configured.put(component, ComponentOptions.NONE.withRules(rules));
  }

  private void placed(String component, Placement placement) {
    configured.put(component, ComponentOptions.NONE.withPlacement(placement));
  }

  private List<String> problems() {
    RuntimeOptions options = RuntimeOptions.DEFAULT.withComponents(configured);
    return new PlacementRulesCheck(COMPONENTS, options)
        .problems().stream().map(Problem::toString).toList();
  }
}
